import fc from "fast-check";
import { EVERY_DAY, type PeriodDays, periodDays, workingCalendar } from "../../src/goals/calendar";
import { periodOf } from "../../src/goals/goal";
import { type Pace, type PeriodProgress, pace } from "../../src/goals/pace";
import { day } from "../../src/time/day";
import type { WorkSchedule } from "../../src/time/work-schedule";
import { aPeriod, aSchedule, someDay } from "../support/builders/calendars";

const tenthOfOctober = { range: periodOf("monthly", day("2025-10-10")), today: day("2025-10-10") };
const columbusDay = new Set([day("2025-10-13")]);

interface Given extends Partial<Omit<PeriodProgress, "days">>, Partial<Omit<PeriodDays, "today">> {
  /** Whether today counts. */
  readonly works?: boolean;
}

/** Nothing done of 100 in a period of 20 days, on the sixth of them. */
function paceOf({ target = 100, current = 0, today = 0, works = true, ...days }: Given): Pace {
  return pace({ target, current, today, days: { done: 5, after: 14, over: false, ...days, today: works } });
}

describe("the need per day", () => {
  it.each([
    ["51 of 400 e-mails", 400, 51, { remaining: 349, daysLeft: 21, perDay: 17 }],
    ["$42,737 of $100,000", 100_000, 42_737, { remaining: 57_263, daysLeft: 21, perDay: 2727 }],
  ])("with every day counted, on 10 Oct 2025, of %s", (_, target, current, sum) => {
    const days = periodDays(EVERY_DAY, tenthOfOctober);

    expect(pace({ target, current, today: 0, days })).toMatchObject({ sum, daysLeft: 21, daysDone: 9 });
  });

  it.each([
    ["51 of 400 e-mails", 400, 51, { remaining: 349, daysLeft: 14, perDay: 25 }],
    ["$42,737 of $100,000", 100_000, 42_737, { remaining: 57_263, daysLeft: 14, perDay: 4091 }],
  ])("over working days with one holiday, on 10 Oct 2025, of %s", (_, target, current, sum) => {
    const days = periodDays(workingCalendar({ holidays: columbusDay }), tenthOfOctober);

    expect(pace({ target, current, today: 0, days })).toMatchObject({ sum, daysLeft: 14, daysDone: 7 });
  });

  it("is printed as a sum: 168 to go, 10 working days left = 17 a day", () => {
    const { sum, neededPerDay } = paceOf({ target: 200, current: 32, after: 10 });

    expect({ sum, neededPerDay }).toEqual({ sum: { remaining: 168, daysLeft: 10, perDay: 17 }, neededPerDay: 16.8 });
  });

  it("is no more than it must be where a fraction comes out whole", () => {
    expect(paceOf({ target: 51.3, current: 0.3, after: 3 }).sum).toEqual({ remaining: 51, daysLeft: 3, perDay: 17 });
    expect(paceOf({ target: 17.7, current: 2.7, after: 15 }).sum?.perDay).toBe(1);
  });

  it("is today's alone on the last counted day", () => {
    expect(paceOf({ current: 90, done: 19, after: 0 }).sum).toEqual({ remaining: 10, daysLeft: 1, perDay: 10 });
  });

  it("is what a daily goal still lacks today", () => {
    expect(paceOf({ current: 12, today: 12, target: 20, done: 0, after: 0 })).toMatchObject({
      verdict: "on-pace",
      sum: { remaining: 8, daysLeft: 1, perDay: 8 },
    });
  });

  it("is nothing where the goal is reached, and none where no day is left", () => {
    expect(paceOf({ current: 130 })).toMatchObject({ neededPerDay: 0, sum: null, remaining: 0 });
    expect(paceOf({ current: 88, done: 20, works: false, after: 0 })).toMatchObject({ neededPerDay: null, sum: null });
  });
});

describe("the verdict", () => {
  it.each<[string, Given, Pace["verdict"]]>([
    ["all is done", { current: 100 }, "reached"],
    ["all is done when the period is over", { current: 100, over: true, done: 20, works: false, after: 0 }, "reached"],
    ["all is done though nobody had to work", { current: 100, done: 0, works: false, after: 0 }, "reached"],
    ["a little more is missing than is allowed", { current: 19.99 }, "behind"],
    ["as much is missing as is allowed", { current: 20 }, "on-pace"],
    ["last night's part is done", { current: 25 }, "on-pace"],
    ["as much is over as is allowed last night", { current: 30 }, "on-pace"],
    ["more was over last night", { current: 30.01 }, "ahead"],
    ["it is over by what today brought, within today's part", { current: 35, today: 10 }, "on-pace"],
    ["today's part is done and more", { current: 35.01, today: 10.01 }, "ahead"],
    ["it is a day off and today went beyond it", { current: 31, today: 6, works: false, after: 15 }, "ahead"],
    ["it is the first day and nothing is done", { done: 0, after: 19 }, "on-pace"],
    ["it is the last day and much is missing", { current: 60, done: 19, after: 0 }, "behind"],
    ["no day is left", { current: 88, done: 20, works: false, after: 0 }, "short"],
    ["the period is over", { current: 88, done: 20, works: false, after: 0, over: true }, "missed"],
    ["the period has no day of work", { done: 0, works: false, after: 0 }, "off"],
  ])("where %s", (_, given, verdict) => {
    expect(paceOf(given).verdict).toBe(verdict);
  });

  it("says by how much somebody is short who has no day left", () => {
    expect(paceOf({ current: 88, done: 20, works: false, after: 0 })).toEqual({
      verdict: "short",
      expected: 100,
      share: 0.88,
      remaining: 12,
      daysDone: 20,
      daysLeft: 0,
      daysAfter: 0,
      neededPerDay: null,
      sum: null,
      forecast: 88,
    });
  });
});

describe("what a rep with a weekly goal of 20, who works Monday to Friday, sees", () => {
  const week = (text: string) => ({ range: periodOf("weekly", day(text)), today: day(text) });
  const holiday = new Set([day("2025-10-13")]);

  it.each<[string, string, WorkSchedule, number, Partial<Pace>]>([
    ["on the first day", "2025-10-06", {}, 0, { verdict: "on-pace", expected: 0, daysLeft: 4, neededPerDay: 5 }],
    ["in midweek", "2025-10-08", {}, 8, { verdict: "on-pace", expected: 8, daysLeft: 2, neededPerDay: 6 }],
    ["on the last day", "2025-10-10", {}, 12, { verdict: "behind", expected: 16, daysLeft: 1, neededPerDay: 8 }],
    ["at the weekend", "2025-10-11", {}, 12, { verdict: "short", expected: 20, daysLeft: 0, remaining: 8 }],
    ["on a holiday", "2025-10-13", {}, 0, { verdict: "on-pace", expected: 0, daysLeft: 4, neededPerDay: 5 }],
    [
      "before beginning on Thursday",
      "2025-10-07",
      { startDate: day("2025-10-09") },
      0,
      { verdict: "on-pace", expected: 0, daysLeft: 2, neededPerDay: 10 },
    ],
    [
      "in a week of holidays",
      "2025-10-08",
      { timeOff: [{ from: day("2025-10-06"), to: day("2025-10-10") }] },
      3,
      { verdict: "off", expected: 0, daysLeft: 0, neededPerDay: null, sum: null, remaining: 17 },
    ],
  ])("%s", (_, text, schedule, current, expected) => {
    const days = periodDays(workingCalendar({ schedule, holidays: holiday }), week(text));

    expect(pace({ target: 20, current, today: 0, days })).toMatchObject(expected);
  });
});

describe("what is expected", () => {
  it("is an even spread over the counted days up to last night, and what is there a share of it", () => {
    expect(paceOf({ current: 23 })).toMatchObject({ expected: 25, share: 0.92 });
  });

  it("is nothing on the first day, and so is no share", () => {
    expect(paceOf({ done: 0, current: 5 })).toMatchObject({ expected: 0, share: null });
  });
});

describe("the forecast", () => {
  it("waits until three counted days are done", () => {
    expect(paceOf({ done: 2, current: 20 }).forecast).toBeNull();
    expect(paceOf({ done: 3, after: 16, current: 20 }).forecast).toBeCloseTo(133.33);
  });

  it("goes by the days done, so that it does not fall in the morning", () => {
    expect(paceOf({ current: 25, today: 0 }).forecast).toBe(100);
    expect(paceOf({ current: 28, today: 3 }).forecast).toBe(100);
  });

  it("is never less than what is there, and there is none of a period that is over", () => {
    expect(paceOf({ current: 80, today: 79 }).forecast).toBe(80);
    expect(paceOf({ current: 80, done: 20, works: false, after: 0, over: true }).forecast).toBeNull();
  });
});

it.each([0, -1, Number.NaN])("a target of %p has no pace", (target) => {
  expect(() => paceOf({ target })).toThrow(RangeError);
});

it("pace is never negative and never NaN, and the need covers what remains, on every calendar", () => {
  const amount = fc.integer({ min: 0, max: 100_000_000 }).map((cents) => cents / 100);
  const target = fc.integer({ min: 1, max: 100_000_000 }).map((cents) => cents / 100);
  fc.assert(
    fc.property(
      fc.record({ target, current: amount, share: fc.double({ min: 0, max: 1, noNaN: true }) }),
      fc.record({ days: fc.tuple(someDay, someDay), aPeriod, aSchedule, holidays: fc.array(someDay) }),
      ({ target, current, share }, { days, aPeriod: period, aSchedule: schedule, holidays }) => {
        const calendar = workingCalendar({ schedule, holidays: new Set(holidays) });
        const [asked = days[0], today = days[0]] = [...days].sort();
        const range = period(asked);

        const found = pace({ target, current, today: current * share, days: periodDays(calendar, { range, today }) });

        const { verdict, sum, ...numbers } = found;
        for (const number of Object.values(numbers)) expect(number === null || number >= 0).toBe(true);
        if (found.neededPerDay !== null) expect(found.neededPerDay * found.daysLeft).toBeCloseTo(found.remaining, 4);
        if (sum !== null) expect(sum.perDay * sum.daysLeft).toBeGreaterThanOrEqual(sum.remaining);
        if (sum !== null) expect((sum.perDay - 1) * sum.daysLeft).toBeLessThan(sum.remaining);
        expect(verdict === "reached").toBe(found.remaining === 0);
      },
    ),
    { numRuns: 1000 },
  );
});
