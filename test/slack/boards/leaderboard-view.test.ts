import { blockFaults } from "../../../src/demo/slack/rules/blocks";
import type { Leaderboard, LeaderboardSection } from "../../../src/digests/content/leaderboard";
import { METRICS } from "../../../src/metrics/metrics";
import { boardMessage, inPlainBlocks, ownRanks } from "../../../src/slack/boards/leaderboard-view";
import type { Freshness } from "../../../src/sync/state/freshness";
import { day, zoneDays } from "../../../src/time/day";
import { HOSTILE_NAMES, lines, messageFaults } from "../../support/harness/slack-blocks";

const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-29T12:00:00Z") };
const freshness: Freshness[] = [{ source: "justcall", asOf: new Date("2026-10-29T11:58:00Z"), state: "fresh" }];

const aRow = (rank: number, name: string, result: number, marks = {}) => ({
  ...{ rank, userId: `U${name}`, name, result, away: false, isNew: false },
  ...marks,
});

const RANKS = new Map([
  ...(["Ana Torres", "Ben Okafor"] as const).map((name, at) => [`U${name}`, at + 1] as const),
  ...(["Cho", "Dev", "Eve", "Fay"] as const).map((name, at) => [`U${name}`, [2, 4, 5, 6][at] ?? 0] as const),
]);

const CALLS: LeaderboardSection = {
  ...{ type: "phone_call_quantity", title: "Calls", unit: "count", more: 3, ranks: RANKS, lastRanks: {} },
  rows: [aRow(1, "Ana Torres", 1234), aRow(2, "Ben Okafor", 51, { away: true }), aRow(2, "Cho", 51, { isNew: true })],
};

const aBoard = (fields: Partial<Leaderboard> = {}): Leaderboard => ({
  ...{
    team: null,
    day: day("2026-10-29"),
    from: day("2026-10-26"),
    to: day("2026-10-28"),
    by: "value",
    since: null,
    sections: [CALLS],
  },
  ...fields,
});
const message = (fields: Partial<Leaderboard> = {}) =>
  boardMessage({ leaderboard: aBoard(fields), freshness, ...reading });

const EMAILS: LeaderboardSection = { ...CALLS, type: "email_quantity", title: "Emails", more: 0 };
/** What is read of it: the lines beside the chart, where there is one. */
const shown = (fields: Partial<Leaderboard> = {}) => lines(JSON.parse(JSON.stringify(message(fields).blocks)));

describe("a leaderboard's message", () => {
  it("is a block a metric of names and results, ties as ties, away and new people marked", () => {
    expect(shown({ sections: [CALLS, EMAILS] })).toEqual([
      "# Leaderboard: this week through yesterday (Wed, Oct 28)",
      "*Calls* · top 3 of 6",
      "🥇 Ana Torres · *1,234*",
      "🥈 Ben Okafor (tied, away) · *51*",
      "🥈 Cho (tied, new) · *51*",
      "*Emails* · 3 people",
      "🥇 Ana Torres · *1,234*",
      "🥈 Ben Okafor (tied, away) · *51*",
      "🥈 Cho (tied, new) · *51*",
      "JustCall as of 7:58 AM EDT",
    ]);
    expect(message({ sections: [CALLS, EMAILS] })).not.toHaveProperty("plain");
    expect(message().text).toBe("Leaderboard: this week through yesterday (Wed, Oct 28). Calls: Ana Torres 1,234");
  });

  it("has one line for one result, however it came to be the only one", () => {
    const alone = { ...EMAILS, rows: [aRow(1, "Ana Torres", 7)], ranks: new Map([["UAna Torres", 1]]) };

    expect(shown({ sections: [CALLS, alone] }).slice(5, 6)).toEqual(["*Emails* · Ana Torres · *7*"]);
    expect(shown({ sections: [{ ...alone, more: 2 }, CALLS] }).slice(1, 3)).toEqual([
      "*Emails* · top 1 of 3",
      "🥇 Ana Torres · *7*",
    ]);
  });

  it("draws one metric alone as bars of what the lines say, and as bars of text where a chart is refused", () => {
    const { blocks } = message();
    const chart = blocks.find(({ type }) => type === "data_visualization");

    expect(blocks.map(({ type }) => type)).toEqual(["header", "section", "data_visualization", "context"]);
    expect(chart).toMatchObject({ title: "Calls", chart: { type: "bar" } });
    expect(JSON.stringify(chart)).toContain(
      '"data":[{"label":"Ana Torres","value":1234},{"label":"Ben Okafor","value":51}',
    );
    expect(lines(inPlainBlocks(message()).blocks).slice(1, 4)).toEqual([
      "*Calls* · top 3 of 6",
      "▰▰▰▰▰▰▰▰▰▰ 🥇 Ana Torres · *1,234*",
      "▰▱▱▱▱▱▱▱▱▱ 🥈 Ben Okafor (tied, away) · *51*",
    ]);
    const share = message({ by: "share", sections: [{ ...CALLS, rows: [aRow(1, "Ana", 1.26)] }] });
    expect(JSON.stringify(share.blocks)).toContain('"value":126');
  });

  it("says who moved since the last board, in words where arrows are not read, and nothing of who was not on it", () => {
    const lastRanks = { "UAna Torres": 3, "UBen Okafor": 1, UDev: 6, UGone: 2 };
    const fields = { since: day("2026-10-28"), sections: [{ ...CALLS, lastRanks }] };

    expect(shown(fields).slice(2, 5)).toEqual([
      "🥇 Ana Torres · *1,234* ▲2",
      "🥈 Ben Okafor (tied, away) · *51* ▼1",
      "🥈 Cho (tied, new) · *51*",
    ]);
    expect(shown(fields).at(-1)).toBe("▲▼ places since Wed, Oct 28 · JustCall as of 7:58 AM EDT");
    expect(message(fields).text).toMatch(/Calls: Ana Torres \(up 2\) 1,234$/);
    expect(ownRanks(aBoard(fields), "UDev")).toBe("*You:* 4th of 6 in calls ▲2");
  });

  it("names the day it counts through where it goes out a day late, and by the company's clock alone", () => {
    const late = boardMessage({
      ...{ leaderboard: aBoard(), freshness },
      ...{ ...reading, now: new Date("2026-10-30T12:00:00Z") },
    });

    expect(late.text).toMatch(/^Leaderboard: this week through Wed, Oct 28\. /);
    expect(JSON.stringify(late)).toContain("JustCall as of Thu 7:58 AM EDT");
    expect(JSON.stringify(late)).not.toContain("<!date");
  });

  it("says first what is missing where a source was last read before the days were over", () => {
    const asOf = new Date("2026-10-28T18:05:00Z");
    const copper: Freshness = { source: "copper", asOf: new Date("2026-10-29T11:58:00Z"), state: "fresh" };
    const board = boardMessage({
      ...{ leaderboard: aBoard(), ...reading },
      freshness: [copper, { source: "justcall", asOf, state: "failed" }],
    });

    expect(lines(inPlainBlocks(board).blocks).at(-1)).toBe(
      "⚠️ JustCall was last read Wed 2:05 PM EDT: what came later is missing · Copper as of 7:58 AM EDT",
    );
  });

  it("speaks on a Monday of last week", () => {
    const fields = { day: day("2026-11-02"), from: day("2026-10-26"), to: day("2026-11-01") };

    expect(message(fields).text).toMatch(/^Leaderboard: last week \(Mon, Oct 26 – Sun, Nov 1\)\. /);
  });

  it("shows percent alone where people are ranked by their own goals", () => {
    const rows = [aRow(1, "Ana", 1.25), aRow(2, "Ben", 0.5)];

    const [, ...said] = shown({ by: "share", sections: [{ ...CALLS, rows, more: 0, ranks: new Map() }] });

    expect(said.slice(0, 3)).toEqual(["*Calls* · 2 people", "🥇 Ana · *125%*", "🥈 Ben · *50%*"]);
    expect(said.at(-1)).toMatch(/^Ranked by percent of each rep's own goal for these days\./);
  });

  it("names its team, as a name in Slack's markup and in plain text", () => {
    const { text, blocks } = message({ team: "R&D <West>" });

    expect(text).toMatch(/^R&amp;D &lt;West&gt; leaderboard: this week/);
    expect(JSON.stringify(blocks[0])).toMatch(/"R&D <West> leaderboard: this week/);
  });

  it("tells one person their own ranks, and nothing to whoever has none", () => {
    expect(ownRanks(aBoard(), "UDev")).toBe("*You:* 4th of 6 in calls");
    expect(ownRanks(aBoard(), "UNobody")).toBeNull();
  });

  it("says so when there is nothing to show", () => {
    expect(message({ sections: [] }).text).toMatch(/no figures yet$/);
  });

  it.each(HOSTILE_NAMES)("is taken by Slack with a thousand ties in every metric, called %j", (name) => {
    const rows = Array.from({ length: 1_000 }, () => aRow(1, name, 1_234_567.89, { away: true, isNew: true }));
    const sections = METRICS.map(({ type, title, unit }) => {
      return { ...{ type, title, unit, rows, more: 0 }, ...{ ranks: new Map(), lastRanks: {} } };
    });

    for (const all of [sections, sections.slice(0, 1)]) {
      const board = message({ sections: all });
      expect(blockFaults(board.blocks, "message")).toEqual([]);
      expect(board.blocks.filter(({ type }) => type === "section")).toHaveLength(all.length);
      expect(messageFaults(inPlainBlocks(board))).toEqual([]);
    }
  });
});
