import { type LeaderboardCandidate, leaderboard } from "../../../src/digests/content/leaderboard";
import { workingCalendar } from "../../../src/goals/calendar";
import type { Goal, Period } from "../../../src/goals/goal";
import { EVERYONE } from "../../../src/people/permissions";
import { DEFAULT_LEADERBOARD_SETTINGS } from "../../../src/teams/leaderboard-settings";
import { type DayRange, day } from "../../../src/time/day";

/** Monday to Sunday: all five working days are October's. */
const LAST_WEEK_OF_OCTOBER = { from: day("2026-10-26"), to: day("2026-11-01") };
/** Monday to Thursday: three working days of September's, one of October's. */
const INTO_OCTOBER = { from: day("2026-09-28"), to: day("2026-10-01") };

describe("a percent of one's own goal over days within which the target changes", () => {
  it("is that of the month whose working days they are, not of the one that their last day off is in", () => {
    const raised = aPlayer("Ana", 25, { period: "monthly", targets: { "2026-01-01": 110, "2026-11-01": 1_100 } });
    const same = aPlayer("Ben", 25, { period: "monthly", targets: { "2026-01-01": 110 } });

    expect(results([raised, same], LAST_WEEK_OF_OCTOBER)).toEqual({ Ana: 1, Ben: 1 });
  });

  it("has of each month as many days as are worked in it", () => {
    // 66 over September's 22 working days and 220 over October's 22: 9 and 10.
    const raised = aPlayer("Ana", 19, { period: "monthly", targets: { "2026-01-01": 66, "2026-10-01": 220 } });
    const same = aPlayer("Ben", 12, { period: "monthly", targets: { "2026-01-01": 66 } });

    expect(results([raised, same], INTO_OCTOBER)).toEqual({ Ana: 1, Ben: 1 });
  });

  it("has of each day the target that the day had", () => {
    const raised = aPlayer("Ana", 50, { period: "daily", targets: { "2026-01-01": 10, "2026-10-01": 20 } });
    const same = aPlayer("Ben", 40, { period: "daily", targets: { "2026-01-01": 10 } });

    expect(results([raised, same], INTO_OCTOBER)).toEqual({ Ana: 1, Ben: 1 });
  });

  it("is none of days before the first target", () => {
    const begun = aPlayer("Ana", 25, { period: "monthly", targets: { "2026-11-01": 110 } });
    const others = ["Ben", "Cho"].map((name) =>
      aPlayer(name, 25, { period: "monthly", targets: { "2026-01-01": 110 } }),
    );

    expect(results([begun, ...others], LAST_WEEK_OF_OCTOBER)).toEqual({ Ben: 1, Cho: 1 });
  });
});

interface GivenGoal {
  readonly period: Period;
  readonly targets: Readonly<Record<string, number>>;
}

function aPlayer(name: string, calls: number, { period, targets }: GivenGoal) {
  const goal: Goal = {
    ...{ _id: "g", userId: `U${name}`, type: "phone_call_quantity", period, current: 0, active: true },
    targets: Object.entries(targets).map(([from, target]) => ({ from: day(from), target })),
  };
  return (range: DayRange): LeaderboardCandidate => ({
    ...{ userId: `U${name}`, name, away: false, isNew: false, calendar: workingCalendar({ holidays: new Set() }) },
    ...{ goals: [goal], days: [range], sum: (type) => (type === "phone_call_quantity" ? calls : 0) },
  });
}

function results(players: readonly ReturnType<typeof aPlayer>[], range: DayRange) {
  const { sections } = leaderboard({
    ...DEFAULT_LEADERBOARD_SETTINGS,
    ...{ by: "share", teamId: EVERYONE, team: null, day: day("2026-11-02"), range, last: null },
    candidates: players.map((player) => player(range)),
  });
  return Object.fromEntries((sections[0]?.rows ?? []).map(({ name, result }) => [name, result]));
}
