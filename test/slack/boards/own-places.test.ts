import type { LeaderboardSection } from "../../../src/digests/content/leaderboard";
import { boardForReader } from "../../../src/slack/boards/leaderboard-view";
import { ownPlaces } from "../../../src/slack/boards/own-places";
import { aBoard, aRow, CALLS, EMAILS, posted } from "../../support/harness/digests/a-board";
import { lines } from "../../support/harness/slack-blocks";

describe("a board in words", () => {
  it("says on top who leads, by their first names where these are theirs alone, and who has just taken the lead", () => {
    const tied = { ...EMAILS, rows: [aRow(1, "Ana Torres", 9), aRow(1, "Ben Okafor", 9), aRow(1, "Ana Lund", 9)] };
    const risen = { ...CALLS, lastRanks: { "UAna Torres": 2 } };
    const said = (...sections: LeaderboardSection[]) =>
      lines(JSON.parse(JSON.stringify(posted({ sections }).blocks)))[0];

    expect(said(risen, EMAILS)).toBe("# Ana takes the lead in calls · Ana leads emails");
    expect(said(CALLS, tied)).toBe("# Ana Torres leads calls · Ana Torres, Ben, and 1 more tie in emails");
    expect(said({ ...EMAILS, rows: [aRow(1, "Dr. Ida Roy", 9), aRow(2, "B. Lee", 3)] })).toBe(
      "# Dr. Ida Roy leads emails, 6 ahead of B. Lee",
    );
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
    const share = aBoard({
      by: "share",
      sections: [{ ...sold, results: new Map([["UDev", 0.5]]), rows: [aRow(1, "Ana Torres", 1.25)] }],
    });
    expect(ownPlaces(share, "UDev")).toEqual(["4th of 6 in wholesale, 75 points behind Ana Torres"]);
  });

  it("puts where somebody is on top of the board, drawn and in plain blocks, and before it in its text", () => {
    const own = boardForReader(posted(), ["4th of 6 in calls, 3 behind Cho", "1st of 5 in emails"]);

    for (const blocks of ["plain" in own ? own.plain : [], own.blocks]) {
      expect(lines(JSON.parse(JSON.stringify(blocks))).slice(0, 3)).toEqual([
        "# You're 4th of 6 in calls, 3 behind Cho",
        "• 1st of 5 in emails",
        "# Ana leads calls, 1,183 ahead of the next",
      ]);
    }
    expect(own.text).toMatch(/^You're 4th of 6 in calls, 3 behind Cho; 1st of 5 in emails\. Leaderboard: this week/);
    expect(boardForReader(posted(), [])).toEqual(posted());
  });
});
