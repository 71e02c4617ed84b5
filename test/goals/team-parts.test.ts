import { workingCalendar } from "../../src/goals/calendar";
import { periodOf } from "../../src/goals/goal";
import { namedTeamOverviews } from "../../src/goals/teams/team-figures";
import { targetPart, teamParts } from "../../src/goals/teams/team-parts";
import { withMember, withMove } from "../../src/teams/membership";
import { day } from "../../src/time/day";
import { aGoal, type Figure } from "../support/builders/goals";
import { teamFigures } from "../support/builders/team-months";
import { aTeam } from "../support/builders/teams";

describe("the parts of teams", () => {
  it("show each member with their days and what they brought on these", () => {
    const today = day("2025-10-20");
    const moved = withMove({ from: [{ userId: "U01", from: null }], to: [] }, { userId: "U01", on: day("2025-10-15") });
    const teams = [
      { ...aTeam("west"), members: moved.from },
      { ...aTeam("east"), members: withMember(moved.to, { userId: "U02", on: day("2025-10-10") }) },
    ];
    const figures: readonly Figure[] = [
      { userId: "U01", type: "email_quantity", before: 6, value: 3 },
      { userId: "U01", type: "email_quantity", before: 5, value: 4 },
      { userId: "U02", type: "email_quantity", before: 15, value: 50 },
      { userId: "U02", type: "email_quantity", before: 0, value: 1 },
    ];
    const { sums } = teamFigures({ today, teams, figures, goals: [] });

    const parts = teams.map((team) =>
      teamParts({ type: "email_quantity", team }, { range: periodOf("monthly", today), sums }),
    );

    expect(parts).toEqual([
      [{ userId: "U01", days: [{ from: day("2025-10-01"), to: day("2025-10-14") }], value: 3 }],
      [
        { userId: "U01", days: [{ from: day("2025-10-15"), to: day("2025-10-31") }], value: 4 },
        { userId: "U02", days: [{ from: day("2025-10-10"), to: day("2025-10-31") }], value: 1 },
      ],
    ]);
  });
});

describe("a summed goal of a team", () => {
  const today = day("2025-10-20");
  const first = day("2025-10-01");

  it("counts a member's target by their counted days in the team, and what they did on these days alone", () => {
    const moved = withMove({ from: [{ userId: "U01", from: null }], to: [] }, { userId: "U01", on: day("2025-10-15") });
    const teams = [
      { ...aTeam("west"), members: moved.from },
      { ...aTeam("east"), members: moved.to },
    ];
    const figures: readonly Figure[] = [
      { userId: "U01", type: "email_quantity", before: 10, value: 7 },
      { userId: "U01", type: "email_quantity", before: 1, value: 2 },
    ];
    const goals = [aGoal("g", { targets: [{ from: first, target: 230 }] })];

    const overviews = namedTeamOverviews([{ _id: "U01" }], teamFigures({ today, teams, figures, goals }));

    // October 2025 has 23 working days: ten before the 15th, thirteen from it on.
    const shown = [...overviews].map(([team, { members, team: lines }]) => {
      return [
        team,
        members.map(({ userId }) => userId),
        lines.map(({ origin, current, target }) => [origin, current, target]),
      ];
    });
    expect(shown).toEqual([
      ["west", [], [["sum", 7, 100]]],
      ["east", ["U01"], [["sum", 2, 130]]],
    ]);
  });

  it("sums nobody who has left the company, as Everyone's does not", () => {
    const teams = [aTeam("west", { people: ["U01", "U09"] })];
    const goals = ["U01", "U09"].map((userId) => aGoal(userId, { userId }));

    const overviews = namedTeamOverviews([{ _id: "U01" }], teamFigures({ today, teams, figures: [], goals }));

    expect(overviews.get("west")?.team.map(({ target }) => target)).toEqual([400]);
  });
});

describe("the part of a target", () => {
  const period = { from: day("2025-10-01"), to: day("2025-10-31") };
  const counted = workingCalendar({ holidays: new Set() });

  it("is the whole for all days of the period, and nothing for days off", () => {
    expect(targetPart(99.99, { period, counted, isIn: () => true })).toBe(99.99);
    expect(targetPart(99.99, { period, counted, isIn: (one) => !counted.isWorkingDay(one) })).toBe(0);
  });

  it("goes by all days where the period has no counted one", () => {
    const away = { isWorkingDay: () => false };

    expect(targetPart(310, { period, counted: away, isIn: (one) => one < day("2025-10-11") })).toBe(100);
  });
});
