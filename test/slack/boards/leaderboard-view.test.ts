import { blockFaults } from "../../../src/demo/slack/rules/blocks";
import type { Leaderboard } from "../../../src/digests/content/leaderboard";
import { METRICS, type MetricType, metricOf } from "../../../src/metrics/metrics";
import { boardMessage, inPlainBlocks } from "../../../src/slack/boards/leaderboard-view";
import { ownPlaces } from "../../../src/slack/boards/own-places";
import type { Freshness } from "../../../src/sync/state/freshness";
import { day } from "../../../src/time/day";
import { aBoard, aRow, CALLS, EMAILS, FRESH, MORNING, posted } from "../../support/harness/digests/a-board";
import { HOSTILE_NAMES, lines, messageFaults } from "../../support/harness/slack-blocks";

/** As wide as the "1," and the digit that 51 has less than 1,234. */
const ROOM = "\u2007\u2008\u2007";
/** What is read of it: the lines beside the chart, where there is one. */
const shown = (fields: Partial<Leaderboard> = {}) => lines(JSON.parse(JSON.stringify(posted(fields).blocks)));

describe("a leaderboard's message", () => {
  it("is a block a metric of names and results, ties as ties, away and new people marked", () => {
    expect(shown({ sections: [CALLS, EMAILS] })).toEqual([
      "# Ana leads calls and emails",
      "Everyone's leaderboard: this week through yesterday (Wed, Oct 28)",
      "*Calls* · top 3 of 6",
      "🥇 ▰▰▰▰▰ *1,234* Ana Torres",
      `🥈 ▰▱▱▱▱${ROOM} *51* Ben Okafor (tied, away)`,
      `🥈 ▰▱▱▱▱${ROOM} *51* Cho (tied, new)`,
      "*Emails* · 3 people",
      "🥇 ▰▰▰▰▰ *1,234* Ana Torres",
      `🥈 ▰▱▱▱▱${ROOM} *51* Ben Okafor (tied, away)`,
      `🥈 ▰▱▱▱▱${ROOM} *51* Cho (tied, new)`,
      "[board_place]",
      "JustCall as of 7:58 AM EDT",
    ]);
    expect(posted({ sections: [CALLS, EMAILS] })).not.toHaveProperty("plain");
    expect(posted().text).toBe(
      "Everyone's leaderboard: this week through yesterday (Wed, Oct 28). Calls: Ana Torres 1,234",
    );
  });

  it("has one line for one result, however it came to be the only one", () => {
    const alone = { ...EMAILS, rows: [aRow(1, "Ana Torres", 7)], ranks: new Map([["UAna Torres", 1]]) };

    expect(shown({ sections: [{ ...alone, more: 2 }, CALLS] }).slice(2, 4)).toEqual([
      "*Emails* · top 1 of 3",
      "🥇 ▰▰▰▰▰ *7* Ana Torres",
    ]);
    expect(shown({ sections: [alone] }).slice(0, 2)).toEqual([
      "# Everyone's leaderboard: this week through yesterday (Wed, Oct 28)",
      "*Emails*: Ana Torres *7*",
    ]);
    // One bar would compare nobody.
    expect(posted({ sections: [alone] })).not.toHaveProperty("plain");
  });

  it("has the board's first three metrics in a block each, whoever has results by then, then all others as lines of one, last what one person alone has", () => {
    const of = (type: MetricType, board = CALLS) => ({ ...board, type, title: metricOf(type).title });
    const alone = { ...CALLS, rows: [aRow(1, "Ana Torres", 7)], more: 0, ranks: new Map([["UAna Torres", 1]]) };
    const metrics = METRICS.map(({ type }) => type);
    const texts = (...sections: Leaderboard["sections"]) =>
      posted({ sections, metrics }).blocks.flatMap((block) =>
        block.type === "section" && "text" in block ? [(block.text?.text ?? "").replaceAll("\u00a0", " ")] : [],
      );
    const ranked = expect.stringMatching(/^\*Calls\* · top 3 of 6\n(.+\n){2}.+$/);
    const line = "*Emails*: Ana *1,234*, Ben (away) and Cho (new) *51*";

    expect(metrics.slice(0, 3)).toEqual(["new_sales_wholesale", "new_sales_distribution", "phone_call_quantity"]);
    expect(texts(CALLS, of("email_quantity"))).toEqual([ranked, line]);
    expect(
      texts(of("new_sales_wholesale", alone), CALLS, of("email_quantity"), of("talk_time_minutes", alone)),
    ).toEqual([ranked, `${line}\n*Also*: Ana *7* wholesale, Ana *7* talk time`]);
    // There is nothing above that these would be besides.
    expect(texts(of("phone_call_quantity", alone), of("talk_time_minutes", alone))).toEqual([
      "*Calls*: Ana *7*\n*Talk time*: Ana *7*",
    ]);
  });

  it("says who moved since the last board, in words where arrows are not read, and nothing of who was not on it", () => {
    const lastRanks = { "UAna Torres": 3, "UBen Okafor": 1, UDev: 6, UGone: 2 };
    const fields = { since: day("2026-10-28"), sections: [{ ...CALLS, lastRanks }] };

    expect(lines(inPlainBlocks(posted(fields)).blocks).slice(3, 6)).toEqual([
      "🥇 ▰▰▰▰▰ *1,234* Ana Torres ▲2",
      `🥈 ▰▱▱▱▱${ROOM} *51* Ben Okafor (tied, away) ▼1`,
      `🥈 ▰▱▱▱▱${ROOM} *51* Cho (tied, new)`,
    ]);
    expect(shown(fields)[2]).toBe("*Calls*: 🥇 Ana *1,234* (▲2), 🥈 Ben (away, ▼1) and Cho (new) *51*");
    expect(shown(fields).slice(-3)).toEqual([
      "[board_place]",
      "▲▼ since the post of Wed, Oct 28",
      "JustCall as of 7:58 AM EDT",
    ]);
    expect(posted(fields).text).toMatch(/Calls: Ana Torres \(up 2\) 1,234$/);
    const place = { words: "4th of 6 in calls (up 2), 3 behind Cho", beside: "you're 4th of 6 (up 2), 3 behind Cho" };
    expect(ownPlaces(aBoard(fields), "UDev")).toEqual([{ type: CALLS.type, ...place }]);
    // The arrow beside their result says it.
    expect(ownPlaces(aBoard(fields), "UAna Torres")).toEqual([
      {
        ...{ type: CALLS.type, words: "1st of 6 in calls (up 2), 1,183 ahead of Ben Okafor" },
        beside: "you're 1st of 6, 1,183 ahead of Ben",
      },
    ]);
  });

  it("names the day it counts through where it goes out a day late, and by the company's clock alone", () => {
    const late = boardMessage({
      ...{ leaderboard: aBoard(), freshness: FRESH },
      ...{ ...MORNING, now: new Date("2026-10-30T12:00:00Z") },
    });

    expect(late.text).toMatch(/^Everyone's leaderboard: this week through Wed, Oct 28\. /);
    expect(JSON.stringify(late)).toContain("JustCall as of Thu 7:58 AM EDT");
    expect(JSON.stringify(late)).not.toContain("<!date");
  });

  it("says first what is missing where a source was last read before the days were over", () => {
    const asOf = new Date("2026-10-28T18:05:00Z");
    const copper: Freshness = { source: "copper", asOf: new Date("2026-10-29T11:58:00Z"), state: "fresh" };
    const board = boardMessage({
      ...{ leaderboard: aBoard(), ...MORNING },
      freshness: [copper, { source: "justcall", asOf, state: "failed" }],
    });

    expect(lines(inPlainBlocks(board).blocks).slice(0, 3)).toEqual([
      "# Ana leads calls as of Wed 2:05 PM EDT, 1,183 ahead of the next",
      "Everyone's leaderboard: this week through yesterday (Wed, Oct 28)",
      "⚠️ JustCall was last read Wed 2:05 PM EDT: what came later is missing",
    ]);
    expect(lines(inPlainBlocks(board).blocks).slice(-2)).toEqual(["[board_place]", "Copper as of 7:58 AM EDT"]);
    // Of what was last read before these days, nobody knows who leads.
    const older = boardMessage({
      ...{ leaderboard: aBoard(), ...MORNING },
      freshness: [copper, { source: "justcall", asOf: new Date("2026-10-24T18:05:00Z"), state: "failed" }],
    });
    expect(lines(inPlainBlocks(older).blocks)[0]).toBe(
      "# Everyone's leaderboard: this week through yesterday (Wed, Oct 28)",
    );
  });

  it("speaks on a Monday of last week", () => {
    const fields = { day: day("2026-11-02"), from: day("2026-10-26"), to: day("2026-11-01") };

    const [read] = FRESH.map((one) => ({ ...one, asOf: new Date("2026-11-02T12:58:00Z") }));
    const monday = { leaderboard: aBoard(fields), ...MORNING, now: new Date("2026-11-02T13:00:00Z") };
    const board = boardMessage({ ...monday, freshness: read === undefined ? [] : [read] });

    expect(board.text).toMatch(/^Everyone's leaderboard: last week \(Mon, Oct 26 – Sun, Nov 1\)\. /);
    expect(lines(inPlainBlocks(board).blocks)[0]).toBe("# Ana led calls, 1,183 ahead of the next");
    const before = { since: day("2026-10-26"), sections: [{ ...CALLS, lastRanks: { "UAna Torres": 3 } }] };
    expect(shown({ ...fields, ...before })).toContain(
      "▲▼ against the week before, as posted Mon, Oct 26 (new: not ranked then)",
    );
  });

  it("shows percent alone where people are ranked by their own goals", () => {
    const rows = [aRow(1, "Ana", 1.25), aRow(2, "Ben", 0.5)];

    const [, , ...said] = shown({ by: "share", sections: [{ ...CALLS, rows, more: 0, ranks: new Map() }] });

    // A full bar is one's own goal.
    expect(said.slice(0, 3)).toEqual(["*Calls* · 2 people", "🥇 ▰▰▰▰▰ *125%* Ana", "🥈 ▰▰▰▱▱\u2007 *50%* Ben"]);
    expect(said.at(-2)).toBe("Percent of each one's own goal for these days");
  });

  it("names its team, as a name in Slack's markup and in plain text", () => {
    const { text, blocks } = posted({ team: "R&D <West>" });

    expect(text).toMatch(/^R&amp;D &lt;West&gt;'s leaderboard: this week/);
    expect(JSON.stringify(blocks[1])).toMatch(/"R&amp;D &lt;West&gt;'s leaderboard: this week/);
    const alone = { ...CALLS, rows: [aRow(1, "Ana Torres", 7)], more: 0 };
    expect(JSON.stringify(posted({ team: "R&D <West>", sections: [alone] }).blocks[0])).toMatch(
      /"R&D <West>'s leaderboard: this week/,
    );
  });

  it("says so when there is nothing to show", () => {
    expect(posted({ sections: [] }).text).toMatch(/no figures yet$/);
    expect(shown({ sections: [] })).toContain("No figures for these days yet.");
    expect(shown({ sections: [], by: "share" })).toContain(
      "Nobody to compare yet: by percent, a metric needs two people with a goal and results.",
    );
  });

  it.each(HOSTILE_NAMES)("is taken by Slack with a thousand ties in every metric, called %j", (name) => {
    const rows = Array.from({ length: 1_000 }, () => aRow(1, name, 1_234_567.89, { away: true, isNew: true }));
    const sections = METRICS.map(({ type, title, unit }) => {
      return { ...{ type, title, unit, rows, more: 0 }, ...{ ranks: new Map(), results: new Map(), lastRanks: {} } };
    });

    for (const all of [sections, sections.slice(0, 1)]) {
      const board = posted({ sections: all });
      expect(blockFaults(board.blocks, "message")).toEqual([]);
      expect(board.blocks.filter(({ type }) => type === "section")).toHaveLength(Math.min(all.length, 4));
      const { text, blocks } = inPlainBlocks(board);
      // A heading is plain text, in which nothing pings.
      expect(messageFaults({ text, blocks: blocks.filter(({ type }) => type !== "header") })).toEqual([]);
    }
  });
});
