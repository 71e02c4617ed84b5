import { boardMembers, boardRanges } from "../../../src/digests/content/board-members";
import { byPerson } from "../../../src/goals/teams/team-figures";
import { day } from "../../../src/time/day";
import { rangeSums } from "../../support/builders/goal-figures";
import { TYPES } from "../../support/builders/team-months";
import { aTeam } from "../../support/builders/teams";

describe("the members of a team's board", () => {
  it("are those who left and those who came, each with what they brought while they were in the team", () => {
    const range = { from: day("2026-10-12"), to: day("2026-10-18") };
    const members = [
      { userId: "U01", from: null, to: day("2026-10-14") },
      { userId: "U02", from: day("2026-10-15") },
      { userId: "U03", from: null, to: day("2026-10-11") },
    ];
    const team = { ...aTeam("west"), members };
    const figures = ["U01", "U02", "U03"].flatMap((userId) =>
      [5, 4].map((before) => ({ userId, type: TYPES[0], before, value: before })),
    );
    const ranges = boardRanges(team, range);
    const { rows } = rangeSums(figures, { today: day("2026-10-19"), ranges });

    const board = boardMembers(team, { range, sums: { ranges, rowsOf: byPerson(rows) } });

    expect(["U01", "U02", "U03"].map((userId) => [board.has(userId), board.sum(userId, TYPES[0])])).toEqual([
      [true, 5],
      [true, 4],
      [false, 0],
    ]);
    expect(board.days("U01")).toEqual([{ from: range.from, to: "2026-10-14" }]);
  });
});
