import type { LeaderboardSection } from "../../../src/digests/content/leaderboard";
import { METRICS } from "../../../src/metrics/metrics";
import { headline } from "../../../src/slack/boards/headline";
import { boardMessage, inPlainBlocks } from "../../../src/slack/boards/leaderboard-view";
import { ownPlaces } from "../../../src/slack/boards/own-places";
import { fits } from "../../../src/slack/ui/blocks";
import { day } from "../../../src/time/day";
import { aBoard, aRow, CALLS, EMAILS, FRESH, MORNING, posted } from "../../support/harness/digests/a-board";
import { lines } from "../../support/harness/slack-blocks";

const WHOLESALE = { type: "new_sales_wholesale", title: "Wholesale sales", unit: "dollars" } as const;

describe("a board in words", () => {
  it("says on top who leads, by their first names where these are theirs alone, and who has just taken the lead", () => {
    const tied = { ...EMAILS, rows: [aRow(1, "Ana Torres", 9), aRow(1, "Ben Okafor", 9), aRow(1, "Ana Lund", 9)] };
    const risen = { ...CALLS, lastRanks: { "UAna Torres": 2 } };
    const said = (...sections: LeaderboardSection[]) =>
      lines(JSON.parse(JSON.stringify(posted({ sections }).blocks)))[0];

    expect(said(risen, EMAILS)).toBe("# Ana takes the lead in calls, 1,183 ahead of the next");
    expect(said(CALLS, tied)).toBe("# Ana Torres leads calls, 1,183 ahead of the next");
    expect(said(tied, CALLS)).toBe("# Ana Torres, Ben, and 1 more tie in emails");
    const sold = { ...EMAILS, ...WHOLESALE, rows: [aRow(1, "Cho", 4_850)] };
    expect(said(sold, CALLS, EMAILS)).toBe("# Cho leads wholesale, Ana leads calls and emails");
    expect(said(sold)).toMatch(/^# Everyone's leaderboard/);
    expect(headline({ sections: [sold, CALLS], by: "share" }, { isOver: false })).toMatch(/^Ana leads calls/);
    expect(said({ ...EMAILS, rows: [aRow(1, "Dr. Ida Roy", 9), aRow(2, "B. Lee", 3)] })).toBe(
      "# Dr. Ida Roy leads emails, 6 ahead of B. Lee",
    );
  });

  it("ranks the first three metrics in full and the others in a line each, with ties, moves and whoever is not shown", () => {
    const rows = [aRow(1, "Ana Torres", 9), aRow(1, "Ben Okafor", 9), aRow(3, "Ana Lund", 4, { away: true })];
    const ranks = new Map(rows.map(({ userId, rank }) => [userId, rank]));
    const fourth = { ...EMAILS, rows, ranks, more: 2, lastRanks: { "UBen Okafor": 3, "UAna Lund": 1 } };
    const sections = [CALLS, CALLS, EMAILS, fourth];
    const said = lines(JSON.parse(JSON.stringify(posted({ since: day("2026-10-28"), sections }).blocks)));

    expect(said.filter((line) => line.startsWith("*"))).toEqual([
      ...["*Calls* · top 3 of 6", "*Calls* · top 3 of 6", "*Emails* · 3 people"],
      "*Emails* · Ana Torres and Ben ▲2\u00a0places\u00a0*9* · Ana Lund (away)\u00a0*4* ▼2\u00a0places · 2 more",
    ]);
  });

  it("tells one person where they are beside whom the board shows, and nothing to whoever has no result", () => {
    const places = (userId: string, sections = [CALLS]) => ownPlaces(aBoard({ sections }), userId);
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
    expect(ownPlaces(share, "UDev")).toEqual(["4th of 6 in wholesale, 75 points behind Ana Torres"]);
  });

  it("puts where somebody is on top of the board, drawn and in plain blocks, and before it in its text", () => {
    const places = ["4th of 6 in calls, 3 behind Cho", "1st of 5 in emails", "the only one with a result in contact"];
    const own = boardMessage({ leaderboard: aBoard(), freshness: FRESH, ...MORNING, places });

    for (const blocks of ["plain" in own ? own.plain : [], own.blocks]) {
      expect(lines(JSON.parse(JSON.stringify(blocks))).slice(0, 4)).toEqual([
        "# You're 4th of 6 in calls, 3 behind Cho",
        "• 1st of 5 in emails",
        "• The only one with a result in contact",
        "Everyone's leaderboard: this week through yesterday (Wed, Oct 28)",
      ]);
    }
    expect(own.text).toMatch(
      /^You're 4th of 6 in calls, 3 behind Cho; 1st of 5 in emails; the only one with a result in contact\. Everyone's leaderboard: this week/,
    );
  });

  it("leaves room on a board for where its reader is, however full it is", () => {
    const places = METRICS.map(({ name }) => `4th of 6 in ${name} (up 2), 1,183 behind Somebody with a long name`);
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

  it("names few enough of those who lead, and of what they lead in, for a heading", () => {
    const name = (letter: string) => `${letter.repeat(11)} ${letter.repeat(12)}`;
    const tied = Array.from({ length: 14 }, (_, at) => aRow(1, `${name("W")}${at % 2}`, 9));
    const sections = METRICS.map(({ type, title, unit }) => ({ ...CALLS, type, title, unit, rows: tied }));
    const led = sections.map((one) => ({ ...one, rows: [aRow(1, "Ana Torres", 9), aRow(2, "Ben Okafor", 3)] }));

    expect(headline({ sections, by: "value" }, { isOver: true })?.length).toBeLessThanOrEqual(150);
    expect(headline({ sections: led, by: "value" }, { isOver: false })).toBe(
      "Ana leads wholesale, distribution, calls, and 5 more",
    );
    expect(headline({ sections: led.slice(2, 6), by: "value" }, { isOver: true })).toMatch(
      /^Ana led [^,]+, [^,]+, [^,]+, and [^,\d]+$/,
    );
  });

  it("says second who leads more metrics than whoever leads the first one, with ties, and nobody who leads as many", () => {
    const led = (...names: readonly (readonly string[])[]): LeaderboardSection[] =>
      names.map((first, at) => {
        const { type, title, unit } = METRICS[at] ?? WHOLESALE;
        return { ...CALLS, type, title, unit, rows: [...first.map((name) => aRow(1, name, 9)), aRow(9, "Zoe", 3)] };
      });
    const said = (sections: readonly LeaderboardSection[], late: readonly string[] = []) =>
      headline(
        { sections, by: "value" },
        { isOver: true, asOf: (type) => (late.includes(type) ? "Wed 3:06 PM PDT" : null) },
      );
    const [ana, ben, cho] = [["Ana"], ["Ben"], ["Cho"]];

    expect(said(led(ana, ben, ben, ben, ben, ana))).toBe("Ana led wholesale and fact finding, Ben led 4 others");
    expect(said(led(ana, ben, ben, cho))).toBe("Ana led wholesale, Ben led distribution and calls");
    expect(said(led(ana, ben, ben, ana, cho))).toBe("Ana led wholesale and talk time");
    expect(said(led(ana, ben, cho))).toBe("Ana led wholesale, $6 ahead of Zoe");
    expect(said(led(ana, ben, ben, cho, cho))).toBe("Ana led wholesale, Ben and Cho led 2 others each");
    expect(said(led(["Ana", "Ben"], ben, ben, ben))).toBe("Ana and Ben tied in wholesale, Ben led 3 others");
    expect(said(led(ana, ["Ben", "Cho"], ["Cho", "Ben"], ["Ben", "Cho"]))).toBe(
      "Ana led wholesale, Ben and Cho tied in 3 others",
    );
    // What was read less far is not counted with what was read to its end.
    expect(said(led(ana, ben, ben, ben), ["phone_call_quantity"])).toBe("Ana led wholesale, $6 ahead of Zoe");
    expect(said(led(ana, ben, ben, ben), ["new_sales_wholesale"])).toBe(
      "Ana led wholesale as of Wed 3:06 PM PDT, Ben led 3 others",
    );
    const risen = led(ana, ben, ben).map((one) => ({ ...one, ranks: new Map([["UBen", 1]]), lastRanks: { UBen: 2 } }));
    expect(headline({ sections: risen, by: "value" }, { isOver: false })).toBe(
      "Ana leads wholesale, Ben leads distribution and calls",
    );
  });

  it("says as of when somebody leads in what was not read to its end, apart from what was", () => {
    const rows = [aRow(1, "Ana Torres", 4_850), aRow(2, "Ben Okafor", 4_705)];
    const sections = [{ ...EMAILS, ...WHOLESALE, rows }, CALLS];
    const read = (isOver: boolean, ...late: readonly string[]) =>
      headline({ sections, by: "value" }, { isOver, asOf: (type) => (late.includes(type) ? "Wed 3:06 PM PDT" : null) });

    expect(read(false, "new_sales_wholesale")).toBe("Ana leads wholesale as of Wed 3:06 PM PDT, $145 ahead of Ben");
    expect(read(true, "new_sales_wholesale")).toBe("Ana led wholesale as of Wed 3:06 PM PDT, $145 ahead of Ben");
    expect(read(false)).toBe("Ana leads wholesale and calls");
    expect(read(false, "new_sales_wholesale", "phone_call_quantity")).toBe(
      "Ana leads wholesale and calls as of Wed 3:06 PM PDT",
    );
  });

  it("says by how much somebody leads as both results are shown, and just where these look the same", () => {
    const lead = (by: "share" | "value", unit: LeaderboardSection["unit"], first: number, second: number) => {
      const rows = [aRow(1, "Ana", first), aRow(2, "Ben", second)];
      return headline({ sections: [{ ...CALLS, unit, rows, more: 0 }], by }, { isOver: false });
    };

    expect(lead("share", "count", 1.004, 0.996)).toBe("Ana leads calls, 1 point ahead of Ben");
    expect(lead("share", "count", 0.502, 0.501)).toBe("Ana leads calls, just ahead of Ben");
    expect(lead("value", "minutes", 0.9, 0.5)).toBe("Ana leads calls, 24s ahead of Ben");
    expect(lead("value", "dollars", 28.999999999999996, 28.5)).toBe("Ana leads calls, $1 ahead of Ben");
    expect(lead("value", "dollars", 28.6, 28.5)).toBe("Ana leads calls, just ahead of Ben");
  });
});
