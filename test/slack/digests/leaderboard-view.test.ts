import { blockFaults } from "../../../src/demo/slack/rules/blocks";
import type { Leaderboard, LeaderboardSection } from "../../../src/digests/content/leaderboard";
import { METRICS } from "../../../src/metrics/metrics";
import { boardMessage, ownRanks } from "../../../src/slack/digests/leaderboard-view";
import { fits } from "../../../src/slack/ui/blocks";
import type { Freshness } from "../../../src/sync/state/freshness";
import { day, zoneDays } from "../../../src/time/day";
import { HOSTILE_NAMES, lines, messageFaults } from "../../support/harness/slack-blocks";

const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-29T12:00:00Z") };
const freshness: Freshness[] = [{ source: "justcall", asOf: new Date("2026-10-29T11:58:00Z"), state: "fresh" }];

const aRow = (rank: number, name: string, result: number, marks = {}) => ({
  ...{ rank, userId: `U${name}`, name, result, away: false, isNew: false },
  ...marks,
});

const RANKS = new Map(["Ana Torres", "Ben", "Cho", "Dev", "Eve", "Fay"].map((name, at) => [`U${name}`, at + 1]));

const CALLS: LeaderboardSection = {
  ...{ type: "phone_call_quantity", title: "Calls", unit: "count", more: 3, ranks: RANKS },
  rows: [aRow(1, "Ana Torres", 1234), aRow(2, "Ben Okafor", 51, { away: true }), aRow(2, "Cho", 51, { isNew: true })],
};

const aBoard = (fields: Partial<Leaderboard> = {}): Leaderboard => ({
  ...{
    team: null,
    day: day("2026-10-29"),
    from: day("2026-10-26"),
    to: day("2026-10-28"),
    by: "value",
    sections: [CALLS],
  },
  ...fields,
});
const message = (fields: Partial<Leaderboard> = {}) =>
  boardMessage({ leaderboard: aBoard(fields), freshness, ...reading });

/** What the table's cells show, row by row. */
const cells = (fields: Partial<Leaderboard> = {}) =>
  message(fields).blocks.flatMap((block) => {
    if (block.type !== "table") return [];
    return block.rows.map((row) => row.map((cell) => /"text":"([^"]*)"/.exec(JSON.stringify(cell))?.[1]).join(" | "));
  });

describe("a leaderboard's message", () => {
  it("is a table of names and results, ties as ties, away and new people marked", () => {
    expect(cells()).toEqual([
      "Rep | Result",
      "Calls | top 3 of 6",
      "🥇 Ana Torres | 1,234",
      "🥈 Ben Okafor (away) | 51",
      "🥈 Cho (new) | 51",
    ]);
    expect(message().text).toBe("Leaderboard: this week, Mon, Oct 26 – Wed, Oct 28. Calls: Ana Torres 1,234");
  });

  it("says the same in plain sections, for where a table is refused", () => {
    expect(lines([...message().plain])).toEqual([
      "# Leaderboard: this week, Mon, Oct 26 – Wed, Oct 28",
      "*Calls* · top 3 of 6",
      "🥇 Ana Torres · 1,234",
      "🥈 Ben Okafor (away) · 51",
      "🥈 Cho (new) · 51",
      "JustCall as of 7:58 AM EDT",
    ]);
  });

  it("speaks on a Monday of last week", () => {
    const fields = { day: day("2026-11-02"), from: day("2026-10-26"), to: day("2026-11-01") };

    expect(message(fields).text).toMatch(/^Leaderboard: last week, Mon, Oct 26 – Sun, Nov 1\. /);
  });

  it("shows percent alone where people are ranked by their own goals", () => {
    const rows = [aRow(1, "Ana", 1.25), aRow(2, "Ben", 0.5)];

    const shown = cells({ by: "share", sections: [{ ...CALLS, rows, more: 0 }] });

    expect(shown).toEqual(["Rep | Share of goal", "Calls | 2 reps", "🥇 Ana | 125%", "🥈 Ben | 50%"]);
  });

  it("names its team, as a name in Slack's markup and in plain text", () => {
    const { text, blocks } = message({ team: "R&D <West>" });

    expect(text).toMatch(/^R&amp;D &lt;West&gt; leaderboard: this week/);
    expect(lines(blocks)[0]).toMatch(/^# R&D <West> leaderboard: this week/);
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
    const boards = METRICS.map(({ type, title, unit }) => ({ type, title, unit, rows, more: 0, ranks: new Map() }));

    const { text, blocks, plain } = message({ sections: boards });

    expect(blocks.some(({ type }) => type === "table")).toBe(true);
    expect(blockFaults(blocks, "message")).toEqual([]);
    expect(fits({ text, blocks })).toBe(true);
    expect(messageFaults({ text, blocks: [...plain] })).toEqual([]);
  });
});
