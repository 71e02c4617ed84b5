import type { Period } from "../../../src/goals/goal";
import { memberPromises, memberTrends, promisedRanges } from "../../../src/goals/trends/trends";
import { drawnTrend } from "../../../src/slack/trends/points";
import { otherGoal, trendLines } from "../../../src/slack/trends/words-view";
import { addDays, day } from "../../../src/time/day";
import { readerDay } from "../../../src/time/reader-day";
import { PLAIN_CALENDAR } from "../../support/builders/calendars";
import { rangeSums } from "../../support/builders/goal-figures";
import { aGoal, type Figure } from "../../support/builders/goals";

const [TODAY, TYPE] = [day("2026-10-28"), "phone_call_quantity"] as const;
const NOW = readerDay(TODAY, TODAY);

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

const said = (...given: Parameters<typeof trendOf>) => {
  const trend = trendOf(...given);
  return trendLines(trend, { drawn: drawnTrend(trend, NOW), today: NOW }).map((line) => line.split(" · best")[0]);
};

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

  it("says the share of pace by last night, beside a sum that goes to the day with which the chart ends", () => {
    const soFar = "37 through Wed, Oct 28 · 4 today so far";
    expect(said("2026-10-01")).toEqual(["*17% of pace by Tue, Oct 27 (33 of 190)*", soFar]);
    expect(said("2026-09-21")).toEqual(said("2026-10-01"));
    expect(said("2026-10-01", { to: day("2026-10-27") })).toEqual(["*17% of pace (190)*", "33 through Tue, Oct 27"]);
    expect(said("2026-10-28")).toEqual(["4 today so far"]);
    expect(said("2026-10-01", { since: "2026-11-01" })).toEqual([soFar]);
  });

  it("says of how many stretches that have ended what they asked was done, and of the last four where there are more", () => {
    const weekly = { since: "2026-01-01", period: "weekly" } as const;

    expect(said("2026-08-10", { ...weekly, target: 30 })).toEqual([
      "*2 of 11 weeks at or above pace, 2 of the last 4*",
      "537 through Wed, Oct 28 · 4 today so far · 156% of pace by Tue, Oct 27 (533 of 342)",
    ]);
    expect(said("2026-09-28", { ...weekly, target: 31 })[0]).toBe("*1 of 4 weeks at or above pace*");
    // The week that goes on is not judged, and one alone is no trend.
    expect(said("2026-10-19", { ...weekly, target: 31 })[0]).toBe("*7% of pace by Tue, Oct 27 (3 of 43.4)*");
  });

  it("says of a metric's other goals the share of pace, and since when where they began later", () => {
    const other = (...given: Parameters<typeof trendOf>) => otherGoal(trendOf(...given), day(given[0]));

    expect(other("2026-10-01")).toBe("Against the monthly goal: 17% of pace by Tue, Oct 27 (33 of 190)");
    expect(other("2026-09-01")).toBe("Against the monthly goal: 17% of pace by Tue, Oct 27 (33 of 190), since Oct 1");
    expect(other("2026-10-01", { to: day("2026-10-27") })).toBe("Against the monthly goal: 17% of pace (190)");
    expect(other("2026-10-28")).toBe("Also against the monthly goal");
  });

  it("asks for whole calls and dollars, never less than what an even spread does", () => {
    const { points } = drawnTrend(trendOf(addDays(TODAY, -20), { since: "2026-01-01", target: 221 }), NOW);
    const words = said("2026-10-01", { target: 221 })[0];

    expect(points.length).toBeGreaterThan(0);
    // 221 over 22 days, 19 of which have ended: 190.86.
    expect(words).toContain("33 of 191");
  });
});
