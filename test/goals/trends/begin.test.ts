import type { Period } from "../../../src/goals/goal";
import { memberPromises, memberTrends, promisedRanges } from "../../../src/goals/trends/trends";
import { lately } from "../../../src/slack/trends/lately";
import { drawnTrend } from "../../../src/slack/trends/points";
import { stateTitle } from "../../../src/slack/trends/state-words";
import { otherGoal } from "../../../src/slack/trends/words-view";
import { addDays, day } from "../../../src/time/day";
import { readerDay } from "../../../src/time/reader-day";
import { PLAIN_CALENDAR } from "../../support/builders/calendars";
import { rangeSums } from "../../support/builders/goal-figures";
import { aGoal, type Figure } from "../../support/builders/goals";

const [TODAY, TYPE] = [day("2026-10-28"), "phone_call_quantity"] as const;
const NOW = readerDay(TODAY, TODAY);
/** All days were read. */
const JUDGED = { today: NOW, isRead: () => true };

interface Asked {
  readonly to?: ReturnType<typeof day>;
  readonly since?: string;
  readonly period?: Period;
  readonly target?: number;
}

/** The trend of somebody whose goal, of 220 calls a month where nothing else is said, is set from a day on. */
function trendOf(from: string, { to = TODAY, since = "2026-10-01", period = "monthly", target = 220 }: Asked = {}) {
  const range = { from: day(from), to };
  const figures = [
    [0, 4],
    [1, 3],
    [20, 30],
    [30, 500],
  ].map(([before = 0, value = 0]): Figure => ({ userId: "U01", type: TYPE, before, value }));
  const goals = [aGoal("g", { type: TYPE, period, targets: [{ from: day(since), target }] })];
  const asked = { range, day: NOW, types: [TYPE] };
  const ranges = promisedRanges(memberPromises({ _id: "U01" }, { goals, asked }), asked);
  const sums = rangeSums(figures, { today: TODAY, ranges });
  const [trend] = memberTrends({ _id: "U01" }, { figures: { goals, sums, calendar: PLAIN_CALENDAR }, asked });
  if (trend === undefined) throw new Error("Each metric that is asked for has a trend");
  return trend;
}

const said = (...given: Parameters<typeof trendOf>) => stateTitle(trendOf(...given), JUDGED);

describe("a trend", () => {
  it("begins on the first day of the first period that has a target, whichever stretches it is drawn in", () => {
    // October has 22 workdays.
    const october = { from: "2026-10-01", to: "2026-10-27", actual: 33, pace: 190 };
    const weeks = trendOf("2026-08-10", { since: "2026-09-16", period: "weekly", target: 50 }).series;

    for (const from of ["2026-08-10", "2026-09-21", "2026-09-30", "2026-10-01"]) {
      const { ended, points } = trendOf(from).series;
      expect([ended, points[0]?.from]).toEqual([october, "2026-10-01"]);
    }
    expect(trendOf("2026-10-28").series.ended).toBeNull();
    // Set on a Wednesday, it asks from the next Monday on.
    expect(weeks.points.map(({ from, pace }) => [from, pace])).toEqual(
      ["2026-09-21", "2026-09-28", "2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26"].map((from, at) => [
        from,
        at === 5 ? 30 : 50,
      ]),
    );
  });

  it("shows all days that were asked about where no target was in force on any of them", () => {
    const { period, series } = trendOf("2026-09-21", { since: "2026-11-01" });

    expect([period, series.total.from, series.total.actual]).toEqual([null, "2026-09-21", 537]);
  });

  it("says what there was by last night of what was asked by then, as both are shown, and the sum where nothing was", () => {
    expect(said("2026-10-01")).toBe("Calls: 33 of 190 by Tue, Oct 27, 157 behind pace");
    expect(said("2026-09-21")).toBe(said("2026-10-01"));
    expect(said("2026-10-01", { to: day("2026-10-27") })).toBe("Calls: 33 of 190, 157 behind pace");
    expect(said("2026-10-01", { target: 22 })).toBe("Calls: 33 of 19 by Tue, Oct 27, 14 ahead of pace");
    expect(said("2026-10-28")).toBe("Calls: 4 today so far");
    expect(said("2026-10-01", { since: "2026-11-01" })).toBe("Calls: 37, Oct 1–28");
  });

  it("says of a goal's period that is over what it came to", () => {
    const weekly = { since: "2026-01-01", period: "weekly", to: day("2026-10-11") } as const;

    expect(said("2026-10-05", { ...weekly, target: 31 })).toBe("❌ Calls: 30 of 31, missed by 1");
    expect(said("2026-10-05", { ...weekly, target: 30 })).toBe("✅ Calls: 30 of 30, reached");
    expect(said("2026-09-01", { since: "2026-01-01", to: day("2026-09-30"), target: 400 })).toBe(
      "✅ Calls: 500 of 400 in September, reached",
    );
    expect(said("2026-10-06", { ...weekly, target: 31 })).toBe("Calls: 30 of 25, 5 ahead of pace");
  });

  it("says of how many stretches that have ended what they asked was done, and of the last four where there are more", () => {
    const weekly = { since: "2026-01-01", period: "weekly" } as const;

    expect(said("2026-08-10", { ...weekly, target: 30 })).toBe(
      "Calls: 2 of 11 weeks at or above pace, 2 of the last 4",
    );
    expect(said("2026-09-28", { ...weekly, target: 31 })).toBe("Calls: 1 of 4 weeks at or above pace");
    // The week that goes on is not judged, and one alone is no trend.
    expect(said("2026-10-19", { ...weekly, target: 31 })).toBe("Calls: 3 of 44 by Tue, Oct 27, 41 behind pace");
  });

  it("sets what has ended against as much before it, and names the stretch that brought most", () => {
    const weekly = { since: "2026-01-01", period: "weekly", target: 30 } as const;

    expect(lately(trendOf("2026-08-10", weekly), JUDGED)).toBe(
      "530 calls in the 4 weeks through Oct 25, 530 more than in the 4 before; best week Sep 28 – Oct 4: 500",
    );
    expect(lately(trendOf("2026-10-01"), JUDGED)).toBe(
      "3 calls in the 5 workdays through Oct 27, 3 more than in the 5 before; best day Thu, Oct 8: 30",
    );
    expect(lately(trendOf("2026-10-26"), JUDGED)).toBe("Best day Wed, Oct 28 so far: 4");
    expect(lately(trendOf("2026-10-28"), JUDGED)).toBe("");
  });

  it("says of a metric's other goals the share of pace, and since when where they began later", () => {
    const other = (...given: Parameters<typeof trendOf>) => otherGoal(trendOf(...given), day(given[0]));

    expect(other("2026-10-01")).toBe("Against the monthly goal: 33 of 190 by Tue, Oct 27, 157 behind pace");
    expect(other("2026-09-01")).toBe(
      "Against the monthly goal: 33 of 190 by Tue, Oct 27, 157 behind pace, since Oct 1",
    );
    expect(other("2026-10-01", { to: day("2026-10-27") })).toBe("Against the monthly goal: 33 of 190, 157 behind pace");
    expect(other("2026-10-28")).toBe("Also against the monthly goal");
  });

  it("asks for whole calls and dollars, never less than what an even spread does", () => {
    const { points } = drawnTrend(trendOf(addDays(TODAY, -20), { since: "2026-01-01", target: 221 }), NOW);
    const words = said("2026-10-01", { target: 221 });

    expect(points.length).toBeGreaterThan(0);
    // 221 over 22 days, 19 of which have ended: 190.86.
    expect(words).toContain("33 of 191");
  });
});
