import fc from "fast-check";
import { type RecapInput, recap, recapRanges } from "../../../src/digests/content/recap";
import { recapSpans } from "../../../src/digests/schedule/recap-spans";
import { workingCalendar } from "../../../src/goals/calendar";
import { overviewOf } from "../../../src/goals/figures";
import type { Goal } from "../../../src/goals/goal";
import { goalHistories, historyRanges, monthBack } from "../../../src/goals/trends/history";
import { addDays, type Day, type DayRange, day, daysBetween } from "../../../src/time/day";
import { WEEK } from "../../../src/time/work-schedule";
import { PLAIN_CALENDAR } from "../../support/builders/calendars";
import { rangeSums, someFigures } from "../../support/builders/goal-figures";
import { aGoal, type Figure } from "../../support/builders/goals";
import { aPerson } from "../../support/builders/people";

const MONDAY = day("2026-11-02");
const TYPE = "phone_call_quantity";
const LAST_WEEK = { period: "weekly", from: day("2026-10-26"), to: day("2026-11-01") } as const;

const spans = (on: string, { team = on, off = [] as readonly string[] } = {}) =>
  recapSpans(day(on), {
    teamToday: day(team),
    calendar: workingCalendar({ week: WEEK, holidays: new Set(off.map(day)) }),
  }).map(({ period, from, to }) => `${period} ${from} ${to}`);

const WEEK_OF_OCT_19 = "weekly 2026-10-19 2026-10-25";

describe("a morning looks back", () => {
  it.each<[string, string, Parameters<typeof spans>[1], readonly string[]]>([
    ["a Monday, on the week before", "2026-10-26", {}, [WEEK_OF_OCT_19]],
    ["a Tuesday, on nothing", "2026-10-27", {}, []],
    ["a Tuesday after a holiday, on the week before", "2026-10-27", { off: ["2026-10-26"] }, [WEEK_OF_OCT_19]],
    ["a day off, on nothing", "2026-10-26", { off: ["2026-10-26"] }, []],
    ["the 1st, on the month before", "2026-10-01", {}, ["monthly 2026-09-01 2026-09-30"]],
    [
      "a Monday that is a month's first working day, on both",
      "2026-11-02",
      {},
      ["weekly 2026-10-26 2026-11-01", "monthly 2026-10-01 2026-10-31"],
    ],
    ["ahead of the team on Monday, on nothing: Sunday goes on there", "2026-10-26", { team: "2026-10-25" }, []],
    [
      "ahead of the team on Tuesday, on the week that has ended",
      "2026-10-27",
      { team: "2026-10-26" },
      [WEEK_OF_OCT_19],
    ],
    ["behind the team on Monday, on the week before", "2026-10-26", { team: "2026-10-27" }, [WEEK_OF_OCT_19]],
  ])("%s", (_, on, given, expected) => {
    expect(spans(on, given)).toEqual(expected);
  });
});

/** Somebody's calls by days before Monday, Nov 2. */
const of = (figures: readonly Figure[], given: Partial<RecapInput> & { readonly goals: readonly Goal[] }) =>
  recap(LAST_WEEK, {
    person: { _id: "U01" },
    sums: rangeSums(figures, { today: MONDAY, ranges: recapRanges([LAST_WEEK], given.goals) }),
    calendar: PLAIN_CALENDAR,
    isRead: () => true,
    today: MONDAY,
    ...given,
  });
const calls = (before: number, value: number): Figure => ({ userId: "U01", type: TYPE, before, value });
const weekly = (target: number) =>
  aGoal("w", { type: TYPE, period: "weekly", targets: [{ from: day("2026-01-01"), target }] });

const daily = (target: number) =>
  aGoal("d", { type: TYPE, period: "daily", targets: [{ from: day("2026-01-01"), target }] });

/** What Home shows of the week on its last day, a Sunday. */
function inHome(figures: readonly Figure[], target: number): number | undefined {
  const sunday = figures.map((one) => ({ ...one, before: one.before - 1 }));
  const read = someFigures({ today: LAST_WEEK.to, goals: [weekly(target)], figures: sunday });
  return overviewOf(aPerson("U01"), { figures: read, day: { today: LAST_WEEK.to, ended: false } }).goals[0]?.current;
}

/** What the history of October says of the week, most of whose days lie in it. */
function inHistory(figures: readonly Figure[], target: number): number | undefined {
  const reader = { today: MONDAY, ended: false };
  const month = monthBack(reader, 1);
  const sums = rangeSums(figures, { today: MONDAY, ranges: historyRanges(month, reader) });
  const counted = workingCalendar({ holidays: new Set() });
  return goalHistories([weekly(target)], { month, reader, sums, counted, isRead: () => true })[0]?.periods.at(-1)
    ?.value;
}

describe("a recap", () => {
  it("says what was reached, the change, the best day and how often in a row", () => {
    const figures = [calls(3, 31), calls(4, 20), calls(10, 50), calls(17, 50), calls(24, 40)];

    const [line] = of(figures, { goals: [weekly(50)] })?.lines ?? [];

    expect(line).toMatchObject({
      ...{ title: "Calls", value: 51, before: 50, streak: 3, days: null },
      best: { day: "2026-10-30", value: 31 },
      goal: { target: 50, value: 51, outcome: "reached", from: "2026-10-26", to: "2026-11-01" },
    });
  });

  it("says first what was missed, and of a metric once how its goals went: a daily one by the days on which it was reached", () => {
    const email = aGoal("e", { period: "weekly", targets: [{ from: day("2026-01-01"), target: 5 }] });
    const figures = [{ ...calls(3, 9), type: "email_quantity" as const }, calls(3, 10), calls(4, 9), calls(7, 12)];

    const lines = of(figures, { goals: [email, daily(10), weekly(50)] })?.lines ?? [];

    expect(lines.map(({ type, goal, days }) => [type, goal?.outcome ?? null, days])).toEqual([
      [TYPE, "missed", { reached: 2, counted: 5, unread: 0 }],
      ["email_quantity", "reached", null],
    ]);
  });

  it("judges nothing that days may decide which were not read, compares with none and counts no streak from it", () => {
    const isRead = (_: string, { from }: DayRange) => from > LAST_WEEK.from;
    const lineOf = (target: number) => of([calls(3, 99)], { goals: [weekly(target)], isRead })?.lines[0];

    expect(lineOf(100)).toMatchObject({ goal: { outcome: "unread" }, before: null, streak: 0 });
    // More calls can't undo it.
    expect(lineOf(50)).toMatchObject({ goal: { outcome: "reached" }, before: null, streak: 1 });
  });

  it("compares and draws nothing of a week that was not read whole, and counts the days that were", () => {
    const goals = [weekly(50), daily(10), { ...weekly(50), _id: "e", type: "email_quantity" as const }];
    const untilThursday = (_: string, { to }: DayRange) => to < day("2026-10-30");
    const figures = [calls(3, 4), calls(4, 10), calls(5, 2), calls(10, 50)];

    const made = of(figures, { goals: goals.slice(0, 2), isRead: untilThursday });

    expect(made?.lines).toMatchObject([
      {
        ...{ goal: { outcome: "unread" }, days: { reached: 1, counted: 4, unread: 1 }, before: null, best: null },
        unread: [{ from: "2026-10-30", to: "2026-11-01" }],
      },
    ]);
    expect(made?.trend).toBeNull();
    expect(of(figures, { goals, isRead: (type) => type !== TYPE })?.trend?.type).toBe("email_quantity");
  });

  it("is of nobody without a goal, nor of a week off in which nothing was done", () => {
    const timeOff = [{ from: LAST_WEEK.from, to: LAST_WEEK.to }];

    expect(of([calls(3, 9)], { goals: [] })).toBeNull();
    expect(of([], { goals: [weekly(50)], person: { _id: "U01", schedule: { timeOff } } })).toBeNull();
    expect(
      of([calls(3, 9)], { goals: [weekly(50)], person: { _id: "U01", schedule: { timeOff } } })?.lines,
    ).toMatchObject([{ goal: { outcome: "off", value: 9 } }]);
  });

  it("leaves out a zero that no goal of the span asks about, unless the period before brought something or was not read", () => {
    const monthly = { ...weekly(50), period: "monthly" as const };
    const told = (figures: readonly Figure[], isRead: RecapInput["isRead"] = () => true) =>
      of(figures, { goals: [monthly], isRead })?.lines.map(({ value, before }) => [value, before]);

    expect(told([])).toEqual([]);
    expect(told([calls(10, 5)])).toEqual([[0, 5]]);
    expect(told([], (_, { from }) => from >= LAST_WEEK.from)).toEqual([[0, null]]);
  });

  it("draws what was the most behind, by however much, whatever its goal's period, else what its own period asked", () => {
    const monthly = { ...weekly(220), _id: "m", period: "monthly" as const, type: "email_quantity" as const };
    const drawn = (goals: readonly Goal[], done: readonly Figure[]) => {
      const trend = of(done, { goals })?.trend;
      return [trend?.type, trend?.period];
    };
    const emails = (value: number): Figure => ({ ...calls(3, value), type: "email_quantity" });

    // Fifty emails are asked of the week by their month.
    expect(drawn([weekly(50), monthly], [calls(3, 50), emails(20)])).toEqual(["email_quantity", "monthly"]);
    expect(drawn([weekly(50), monthly], [calls(3, 30), emails(40)])).toEqual([TYPE, "weekly"]);
    expect(drawn([weekly(50), monthly], [calls(3, 10), emails(40)])).toEqual([TYPE, "weekly"]);
    expect(drawn([weekly(50), daily(12)], [calls(3, 40)])).toEqual([TYPE, "weekly"]);
    expect(drawn([weekly(50), daily(12)], [calls(3, 50)])).toEqual([TYPE, "daily"]);
    expect(drawn([weekly(50), monthly], [calls(3, 60), emails(51)])).toEqual([TYPE, "weekly"]);
  });

  it("adds up: its figure is that of Home on the last day, of the history and of the trend, whatever was done", () => {
    const day_ = fc.record({ before: fc.integer({ min: 1, max: 40 }), value: fc.nat(30) });
    fc.assert(
      fc.property(fc.array(day_, { maxLength: 30 }), fc.integer({ min: 1, max: 120 }), (did, target) => {
        const figures = did.map(({ before, value }) => calls(before, value));
        const inWeek = (on: Day) => LAST_WEEK.from <= on && on <= LAST_WEEK.to;
        const sum = did
          .filter(({ before }) => inWeek(addDays(MONDAY, -before)))
          .reduce((total, { value }) => total + value, 0);

        const made = of(figures, { goals: [weekly(target)] });

        const [line] = made?.lines ?? [];
        const points = made?.trend?.series.points ?? [];
        expect([line?.value, line?.goal?.value, inHome(figures, target), inHistory(figures, target)]).toEqual(
          Array(4).fill(sum),
        );
        expect(points.reduce((total, { actual }) => total + actual, 0)).toBe(sum);
        expect(made?.trend?.series.total.actual).toBe(sum);
        expect(line?.goal?.outcome).toBe(sum >= target ? "reached" : "missed");
        expect(points.every(({ from, to }) => daysBetween(from, to) === 0)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
