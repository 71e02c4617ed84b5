import fc from "fast-check";
import { countedDays } from "../../../src/goals/calendar";
import { goalLine } from "../../../src/goals/figures";
import { type Period, periodOf, targetOn } from "../../../src/goals/goal";
import { figureRanges, goalSum } from "../../../src/goals/range-sums";
import { type SeriesSubject, series, seriesRanges } from "../../../src/goals/trends/series";
import { cumulated } from "../../../src/goals/trends/steps";
import { addDays, type Day, day, daysBetween } from "../../../src/time/day";
import { readerDay } from "../../../src/time/reader-day";
import { aSchedule, PLAIN_CALENDAR } from "../../support/builders/calendars";
import { rangeSums } from "../../support/builders/goal-figures";
import { aGoal, type Figure } from "../../support/builders/goals";

const [TODAY, TYPE] = [day("2026-10-28"), "phone_call_quantity"] as const;

/** A rep's series over days up to today, from figures so many days before it. */
function seriesOf({
  from,
  to = TODAY,
  target = 100,
  period = "weekly",
  figures = [],
  today = readerDay(TODAY, TODAY),
  ...given
}: {
  readonly from: string;
  readonly to?: Day;
  readonly target?: number;
  readonly period?: Period;
  readonly figures?: readonly (readonly [before: number, value: number])[];
  readonly today?: ReturnType<typeof readerDay>;
} & Partial<Pick<SeriesSubject, "counted" | "targetOn">>) {
  const range = { from: day(from), to };
  const own = figures.map(([before, value]): Figure => ({ userId: "U01", type: TYPE, before, value }));
  const sums = rangeSums(own, { today: TODAY, ranges: seriesRanges(range, today) });
  const counted = countedDays(undefined, PLAIN_CALENDAR);
  const subject = { userId: "U01", type: TYPE, period, counted, targetOn: () => target, ...given } as const;
  return series(subject, { range, day: today, sums });
}

describe("figures over time", () => {
  it("are by day while no more than 20 days count, a weekend shown only where it brought something", () => {
    const { by, points } = seriesOf({
      from: "2026-10-16",
      figures: [
        [0, 4],
        [4, 3],
        [11, 30],
      ],
    });

    expect(by).toBe("day");
    expect(points.map(({ from, actual, pace }) => [from, actual, pace])).toEqual([
      ["2026-10-16", 0, 20],
      ["2026-10-17", 30, 0],
      ["2026-10-19", 0, 20],
      ["2026-10-20", 0, 20],
      ["2026-10-21", 0, 20],
      ["2026-10-22", 0, 20],
      ["2026-10-23", 0, 20],
      ["2026-10-24", 3, 0],
      ["2026-10-26", 0, 20],
      ["2026-10-27", 0, 20],
      ["2026-10-28", 4, 20],
    ]);
  });

  it.each([
    // 20 working days, then 21.
    ["2026-10-01", "day", 20],
    ["2026-09-30", "week", 5],
    // 31 days are the most that are cut into days.
    ["2026-09-28", "week", 5],
    ["2026-09-27", "week", 6],
    // 20 weeks, then 21.
    ["2026-06-15", "week", 20],
    ["2026-06-14", "month", 5],
  ] as const)("from %s to Oct 28 are by %s: %d points", (from, by, count) => {
    const found = seriesOf({ from });

    expect([found.by, found.points.length]).toEqual([by, count]);
  });

  it("begin and end with the range where a week is cut", () => {
    const { points } = seriesOf({ from: "2026-09-24" });

    expect(points.map(({ from, to }) => `${from} ${to}`)).toEqual([
      "2026-09-24 2026-09-27",
      "2026-09-28 2026-10-04",
      "2026-10-05 2026-10-11",
      "2026-10-12 2026-10-18",
      "2026-10-19 2026-10-25",
      "2026-10-26 2026-10-28",
    ]);
    expect(points.map(({ pace }) => pace)).toEqual([40, 100, 100, 100, 100, 60]);
  });

  it("ask in each period for the target that was in force then, and for nothing before there was one", () => {
    const targets = [
      { from: day("2026-10-12"), target: 50 },
      { from: day("2026-10-19"), target: 100 },
    ];
    const goal = aGoal("g", { type: TYPE, period: "weekly", targets });

    const { points } = seriesOf({ from: "2026-09-21", targetOn: (on) => targetOn(goal, on) ?? 0 });

    expect(points.map(({ pace }) => pace)).toEqual([0, 0, 0, 50, 100, 60]);
  });

  it("have ended up to last night, or up to a today that has ended for the team", () => {
    const figures = [
      [0, 4],
      [1, 3],
    ] as const;

    const lastNight = seriesOf({ from: "2026-10-26", figures }).ended;
    const tonight = seriesOf({ from: "2026-10-26", figures, today: readerDay(TODAY, addDays(TODAY, 1)) }).ended;

    expect(lastNight).toEqual({ from: "2026-10-26", to: "2026-10-27", actual: 3, pace: 40 });
    expect(tonight).toEqual({ from: "2026-10-26", to: "2026-10-28", actual: 7, pace: 60 });
    expect(seriesOf({ from: TODAY }).ended).toBeNull();
  });

  it("can be added up, so that the last point is all of it", () => {
    const { points, total } = seriesOf({
      from: "2026-10-01",
      figures: [
        [0, 1.1],
        [1, 2.2],
        [26, 3.3],
      ],
      period: "monthly",
    });

    const soFar = cumulated(points);

    expect(soFar[0]).toMatchObject({ from: "2026-10-01", actual: 0 });
    expect(soFar.at(-1)).toMatchObject({ from: "2026-10-28", actual: total.actual });
    expect(soFar.at(-1)?.pace).toBeCloseTo(total.pace, 6);
  });

  const figure = fc.tuple(
    fc.nat(130),
    fc.integer({ min: -500, max: 90_000 }).map((cents) => cents / 100),
  );
  const someone = fc.record({
    days: fc.integer({ min: 1, max: 120 }),
    schedule: aSchedule,
    period: fc.constantFrom("daily" as const, "weekly" as const, "monthly" as const),
    target: fc.integer({ min: 1, max: 9_000 }),
    figures: fc.array(figure, { maxLength: 40 }),
  });

  it("sum to the goals' own figures, of anybody, over any days: never more than 20 points, none twice", () => {
    const steps = new Set<string>();
    fc.assert(
      fc.property(someone, ({ days, schedule, period, target, figures }) => {
        const counted = countedDays(schedule, PLAIN_CALENDAR);
        const from = addDays(TODAY, 1 - days);
        const { by, points, total } = seriesOf({ from, target, period, figures, counted });
        const own = figures.map(([before, value]): Figure => ({ userId: "U01", type: TYPE, before, value }));
        const range = { from, to: TODAY };
        const sums = rangeSums(own, { today: TODAY, ranges: [range] });

        expect(total.actual).toBe(goalSum({ userId: "U01", type: TYPE }, { range, sums }));
        expect(points.reduce((sum, { actual }) => sum + actual, 0)).toBeCloseTo(total.actual, 6);
        expect(points.reduce((sum, { pace }) => sum + pace, 0)).toBeCloseTo(total.pace, 6);
        expect(points.length).toBeLessThanOrEqual(20);
        for (const [at, point] of points.entries()) {
          const before = points[at - 1];
          if (before !== undefined) expect(daysBetween(before.to, point.from)).toBeGreaterThan(0);
        }
        steps.add(by);
      }),
      { numRuns: 300 },
    );
    expect([...steps].sort()).toEqual(["day", "week"]);
  });

  it("ask, from a period's first day to last night, for what pace expects of the goal", () => {
    fc.assert(
      fc.property(someone, ({ schedule, period, target, figures }) => {
        const goal = { userId: "U01", type: TYPE, period } as const;
        const own = figures.map(([before, value]): Figure => ({ userId: "U01", type: TYPE, before, value }));
        const range = periodOf(period, TODAY);
        const ranges = figureRanges([readerDay(TODAY, TODAY)]);
        const line = goalLine(
          { goal, goalId: "g", target, schedule, day: readerDay(TODAY, TODAY) },
          { sums: rangeSums(own, { today: TODAY, ranges }), calendar: PLAIN_CALENDAR },
        );
        const counted = countedDays(schedule, PLAIN_CALENDAR);

        const { ended } = seriesOf({ from: range.from, target, period, figures, counted });

        expect(ended?.pace ?? 0).toBeCloseTo(line.pace.expected, 6);
      }),
      { numRuns: 200 },
    );
  });
});
