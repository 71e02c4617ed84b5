import type { LeaderboardSection } from "../../../src/digests/content/leaderboard";
import { METRICS } from "../../../src/metrics/metrics";
import { boardMessage, inPlainBlocks } from "../../../src/slack/boards/leaderboard-view";
import { asReadBy, ownPlaces } from "../../../src/slack/boards/own-places";
import { fits } from "../../../src/slack/ui/blocks";
import { day } from "../../../src/time/day";
import { aBoard, aRow, CALLS, EMAILS, FRESH, MORNING, posted } from "../../support/harness/digests/a-board";
import { lines } from "../../support/harness/slack-blocks";

describe("a board in words", () => {
  it("ranks the first three metrics in full and the others in a line each, with ties, moves and whoever was not ranked before", () => {
    const rows = [aRow(1, "Ana Torres", 9), aRow(1, "Ben Okafor", 9), aRow(3, "Ana Lund", 4, { away: true })];
    const ranks = new Map(rows.map(({ userId, rank }) => [userId, rank]));
    const talk = { type: "talk_time_minutes", title: "Talk time" } as const;
    const fourth = { ...EMAILS, ...talk, rows, ranks, more: 2, lastRanks: { "UBen Okafor": 3, "UAna Lund": 1 } };
    const sections = [CALLS, EMAILS, fourth];
    const metrics = ["new_sales_wholesale", CALLS.type, EMAILS.type, talk.type] as const;
    const said = lines(JSON.parse(JSON.stringify(posted({ since: day("2026-10-28"), sections, metrics }).blocks)));

    expect(said.filter((line) => line.startsWith("*"))).toEqual([
      ...["*Calls* · top 3 of 6", "*Emails* · 3 people"],
      "*Talk time*: Ana Torres (▲ new) and Ben (▲2) *9*, Ana Lund *4* (away, ▼2)",
    ]);
    expect(said.slice(-3)).toEqual([
      "[board_place]",
      "▲▼ since the post of Wed, Oct 28 (new: not ranked then)",
      "JustCall as of 7:58 AM EDT",
    ]);
  });

  it("calls its reader You in every row and line, first among whom they tie with, and others by first names that they no longer share", () => {
    const talk = { ...EMAILS, type: "talk_time_minutes", title: "Talk time" } as const;
    const rows = [aRow(1, "Ana Lund", 9), aRow(2, "Ana Torres", 4), aRow(2, "Ben", 4)];
    const ranks = new Map(rows.map(({ userId, rank }) => [userId, rank]));
    const results = new Map(rows.map(({ userId, result }) => [userId, result]));
    const sections = [CALLS, { ...talk, rows, ranks, results, more: 0 }];
    const board = asReadBy(aBoard({ sections, metrics: [CALLS.type] }), "UBen");
    const said = lines(JSON.parse(JSON.stringify(posted(board).blocks)));

    expect(said).toContain("*Talk time*: Ana Lund *9*, You and Ana Torres *4*");
    const own = asReadBy(aBoard({ sections, metrics: [CALLS.type] }), "UAna Torres");
    const text = lines(JSON.parse(JSON.stringify(posted(own).blocks)));
    expect(text).toContain("🥇 ▰▰▰▰▰ *1,234* You");
    expect(text).toContain("*Talk time*: Ana *9*, You and Ben *4*");
    expect(ownPlaces(own, "UAna Torres").map(({ beside }) => beside)).toContain("you're 2nd of 3, tied with Ben");
  });

  it("tells one person where they are beside whom the board shows, and nothing to whoever has no result", () => {
    const places = (userId: string, sections = [CALLS]) =>
      ownPlaces(aBoard({ sections }), userId).map(({ words }) => words);
    const dollars = { ...CALLS, type: "new_sales_wholesale", unit: "dollars" } as const;
    const sold = {
      ...dollars,
      rows: [aRow(1, "Ana Torres", 900.6), aRow(2, "Dev", 700.5)],
      results: new Map([
        ["UAna Torres", 900.6],
        ["UDev", 700.5],
      ]),
    };

    expect(places("UDev")).toEqual(["4th of 6 in calls, 3 behind Cho"]);
    // Eve is next above, whom nobody is shown.
    expect(places("UFay")).toEqual(["6th of 6 in calls, 49 behind Cho"]);
    expect(places("UAna Torres", [CALLS, EMAILS])).toEqual([
      "1st of 6 in calls, 1,183 ahead of Ben Okafor",
      "1st of 6 in emails, 1,183 ahead of Ben Okafor",
    ]);
    expect(places("UCho")).toEqual(["2nd of 6 in calls, tied with Ben Okafor"]);
    expect(places("UDev", [sold])).toEqual(["4th of 6 in wholesale, $200 behind Ana Torres"]);
    expect(places("UNobody")).toEqual([]);
    const alone = { ...EMAILS, ranks: new Map([["UDev", 1]]) };
    expect(places("UDev", [alone, CALLS])).toEqual([
      "4th of 6 in calls, 3 behind Cho",
      "the only one with a result in emails",
    ]);
    expect(places("UCho", [alone])).toEqual([]);
    const share = aBoard({
      by: "share",
      sections: [{ ...sold, results: new Map([["UDev", 0.5]]), rows: [aRow(1, "Ana Torres", 1.25)] }],
    });
    expect(ownPlaces(share, "UDev").map(({ words }) => words)).toEqual([
      "4th of 6 in wholesale, 50% to Ana Torres's 125%",
    ]);
  });

  it("has one's first place as its heading and the others beside their metrics, drawn and in plain blocks, and all before its text", () => {
    const metrics = ["phone_call_quantity", "new_sales_wholesale", "new_sales_distribution", "email_quantity"] as const;
    const sold = { ...CALLS, type: "new_sales_wholesale", title: "Wholesale sales" } as const;
    const alone = { type: "lead_progression_b", title: "Contact", rows: [aRow(1, "Dev", 1)], more: 0 } as const;
    const contact = { ...CALLS, ...alone, ranks: new Map([["UDev", 1]]), results: new Map([["UDev", 1]]) };
    const leaderboard = aBoard({ sections: [CALLS, sold, EMAILS, contact], metrics });
    const places = ownPlaces(leaderboard, "UDev");
    const own = boardMessage({ leaderboard, freshness: FRESH, ...MORNING, places });

    expect(lines(JSON.parse(JSON.stringify(own.blocks))).filter((line) => /^[#*]|leaderboard/.test(line))).toEqual([
      "# You're 4th of 6 in calls, 3 behind Cho",
      "Everyone's leaderboard: this week through yesterday (Wed, Oct 28)",
      ...["*Calls* · top 3 of 6", "*Wholesale sales* · you're 4th of 6, 3 behind Cho"],
      "*Emails*: Ana *1,234*, Ben (away) and Cho (new) *51*; you're 4th of 6, 3 behind Cho",
      "*Contact*: Dev *1*",
    ]);
    expect(own.text).toMatch(
      /^You're 4th of 6 in calls, 3 behind Cho; 4th of 6 in wholesale, 3 behind Cho; 4th of 6 in emails, 3 behind Cho; the only one with a result in contact\. Everyone's leaderboard: this week/,
    );
    const one = aBoard({ sections: [CALLS] });
    const drawn = boardMessage({ leaderboard: one, freshness: FRESH, ...MORNING, places: ownPlaces(one, "UDev") });
    for (const blocks of ["plain" in drawn ? drawn.plain : [], drawn.blocks]) {
      expect(lines(JSON.parse(JSON.stringify(blocks)))[0]).toBe("# You're 4th of 6 in calls, 3 behind Cho");
    }
  });

  it("says beside a metric of two people how far apart they are, which tells the place, and the place where the other isn't shown", () => {
    const two = (ana: number, dev: number): LeaderboardSection => ({
      ...EMAILS,
      rows: [aRow(1, "Ana Torres", ana), aRow(2, "Dev", dev)],
      ranks: new Map([
        ["UAna Torres", 1],
        ["UDev", 2],
      ]),
      results: new Map([
        ["UAna Torres", ana],
        ["UDev", dev],
      ]),
    });
    const beside = (userId: string, board: LeaderboardSection) =>
      ownPlaces(aBoard({ sections: [board] }), userId).map((place) => place.beside);

    expect(beside("UAna Torres", two(4, 2))).toEqual(["you're 2 ahead of Dev"]);
    expect(beside("UDev", two(4, 2))).toEqual(["you're 2 behind Ana"]);
    expect(beside("UDev", two(4, 4))).toEqual(["you're tied with Ana"]);
    const [first] = two(4, 2).rows;
    const cut = { ...two(4, 2), rows: first === undefined ? [] : [first], more: 1 };
    expect(beside("UAna Torres", cut)).toEqual(["you're 1st of 2"]);
  });

  it("leaves room on a board for where its reader is, however full it is", () => {
    const far = "(up 2), 1,183 behind Somebody with a long name";
    const places = METRICS.map(({ type, name }) => {
      return { type, words: `4th of 6 in ${name} ${far}`, beside: `you're 4th of 6 ${far}` };
    });
    const rowsOf = (ampersands: number) => {
      const name = "&".repeat(ampersands).padEnd(38, "x");
      const rows = Array.from({ length: 10 }, (_, at) => aRow(at + 1, `${name}${at}`, 1_000 - at));
      const sections = METRICS.map(({ type, title, unit }) => ({ ...CALLS, type, title, unit, rows, more: 0 }));
      const board = boardMessage({ leaderboard: aBoard({ sections }), freshness: FRESH, ...MORNING, places });
      expect(fits(inPlainBlocks(board))).toBe(true);
      return JSON.stringify(board.blocks).split("▰").length;
    };

    const shown = Array.from({ length: 38 }, (_, ampersands) => rowsOf(ampersands));

    // Somewhere in between no ten rows fit any more.
    expect(new Set(shown).size).toBeGreaterThan(1);
  });
});
