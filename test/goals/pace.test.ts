import { EVERY_DAY, periodDays, workingCalendar } from "../../src/goals/calendar";
import { periodOf } from "../../src/goals/goal";
import { type Pace, pace } from "../../src/goals/pace";
import { day } from "../../src/time/day";
import type { WorkSchedule } from "../../src/time/work-schedule";
import { type GivenPace, paceOf } from "../support/builders/paces";

const tenthOfOctober = { range: periodOf("monthly", day("2025-10-10")), today: day("2025-10-10"), ended: false };
const columbusDay = new Set([day("2025-10-13")]);

describe("today's target", () => {
  it("is what was to go last night over the days from today on: 352 of 400 emails over 22 days are 16 today", () => {
    const days = periodDays(EVERY_DAY, tenthOfOctober);
    const [morning, later] = [48, 51].map((current) => pace({ target: 400, before: 48, current, days }).today);

    expect(morning).toEqual({ remaining: 352, days: 22, target: 16, rounded: false, done: 0 });
    expect(later).toEqual({ remaining: 352, days: 22, target: 16, rounded: false, done: 3 });
  });

  it("is rounded up, and says so, but is no more than it must be where a fraction comes out whole", () => {
    expect(paceOf({ target: 40, before: 10, after: 3 }).today).toMatchObject({ target: 8, rounded: true });
    expect(paceOf({ target: 51.3, before: 0.3, after: 2 }).today).toMatchObject({ target: 17, rounded: false });
    expect(paceOf({ target: 17.7, before: 2.7, after: 14 }).today).toMatchObject({ target: 1, rounded: false });
  });

  it("is all that was to go on the last counted day, and a daily goal's own target", () => {
    expect(paceOf({ before: 90, done: 19, after: 0 }).today).toMatchObject({ remaining: 10, days: 1, target: 10 });
    expect(paceOf({ today: 12, target: 20, done: 0, after: 0 }).today).toMatchObject({ target: 20, done: 12 });
  });

  it("is none on an uncounted day, and nothing where last night had it all", () => {
    expect(paceOf({ works: false }).today).toBeNull();
    expect(paceOf({ before: 130, today: -40 }).today).toMatchObject({ remaining: 0, target: 0, done: -40 });
  });
});

describe("the need after today", () => {
  it.each([
    ["51 of 400 emails", 400, 51, { remaining: 349, days: 21, perDay: 17, rounded: true }],
    ["$42,737 of $100,000", 100_000, 42_737, { remaining: 57_263, days: 21, perDay: 2727, rounded: true }],
  ])("with every day counted, on Oct 10, 2025, of %s", (_, target, current, afterToday) => {
    const days = periodDays(EVERY_DAY, tenthOfOctober);

    expect(pace({ target, before: current, current, days })).toMatchObject({ afterToday, daysAfter: 21, daysDone: 9 });
  });

  it.each([
    ["51 of 400 emails", 400, 51, { remaining: 349, days: 14, perDay: 25, rounded: true }],
    ["$42,737 of $100,000", 100_000, 42_737, { remaining: 57_263, days: 14, perDay: 4091, rounded: true }],
  ])("over working days with one holiday, on Oct 10, 2025, of %s", (_, target, current, afterToday) => {
    const days = periodDays(workingCalendar({ holidays: columbusDay }), tenthOfOctober);

    expect(pace({ target, before: current, current, days })).toMatchObject({ afterToday, daysAfter: 14, daysDone: 7 });
  });

  it("is a sum: 168 to go, 10 working days after today: 17 a day", () => {
    expect(paceOf({ target: 200, before: 32, after: 10 }).afterToday).toMatchObject({
      ...{ remaining: 168, days: 10, perDay: 17 },
    });
  });

  it("falls with what today brings", () => {
    expect(paceOf({ target: 30, done: 2, after: 2 }).afterToday?.perDay).toBe(15);
    expect(paceOf({ target: 30, done: 2, after: 2, today: 10 }).afterToday?.perDay).toBe(10);
  });

  it("is none on the last counted day, where the goal is reached, and where no day is left", () => {
    expect(paceOf({ before: 90, done: 19, after: 0 }).afterToday).toBeNull();
    expect(paceOf({ before: 130 })).toMatchObject({ afterToday: null, remaining: 0 });
    expect(paceOf({ before: 88, done: 20, works: false, after: 0 }).afterToday).toBeNull();
  });
});

describe("the verdict", () => {
  it.each<[string, GivenPace, Pace["verdict"]]>([
    ["all is done", { before: 100 }, "reached"],
    ["all is done when the period is over", { before: 100, over: true, done: 20, works: false, after: 0 }, "reached"],
    ["all is done though nobody had to work", { before: 100, done: 0, works: false, after: 0 }, "reached"],
    ["half a day's share is missing last night", { before: 22.5 }, "on-pace"],
    ["a little more is missing", { before: 22.49 }, "behind"],
    ["half a day's share is over", { before: 27.5 }, "on-pace"],
    ["a little more is over", { before: 27.51 }, "ahead"],
    ["5 % of the target are missing of a short period", { before: 35, done: 2, after: 2 }, "on-pace"],
    ["a little more than 5 % is missing of a short period", { before: 34.99, done: 2, after: 2 }, "behind"],
    ["who was behind has met today's target", { before: 15, today: 6 }, "on-pace"],
    ["who was behind has not met it", { before: 15, today: 5 }, "behind"],
    ["today's part is done and no more", { before: 25, today: 7.5 }, "on-pace"],
    ["today's part is done and more", { before: 25, today: 7.51 }, "ahead"],
    ["today took something back", { before: 25, today: -20 }, "on-pace"],
    [
      "it is a day off and what it brought makes up for it",
      { before: 20, today: 3, works: false, after: 15 },
      "on-pace",
    ],
    ["it is a day off and went beyond", { before: 25, today: 3, works: false, after: 15 }, "ahead"],
    [
      "today has ended and the next day's work has begun",
      { before: 25, today: 4, works: false, ended: true },
      "on-pace",
    ],
    ["it is a day off and nothing was made up for", { before: 22, works: false, after: 15 }, "behind"],
    ["it is the first day and nothing is done", { done: 0, after: 19 }, "on-pace"],
    ["it is the last day and much is missing", { before: 60, done: 19, after: 0 }, "behind"],
    ["no day is left", { before: 88, done: 20, works: false, after: 0 }, "short"],
    ["the period is over", { before: 88, done: 20, works: false, after: 0, over: true }, "missed"],
    ["the period has no day of work", { done: 0, works: false, after: 0 }, "off"],
  ])("where %s", (_, given, verdict) => {
    expect(paceOf(given).verdict).toBe(verdict);
  });

  it("is not on pace beside a need of twice an even day's", () => {
    expect(paceOf({ target: 20, before: 4, done: 2, after: 0 })).toMatchObject({
      verdict: "behind",
      today: { target: 16 },
    });
  });

  it("says by how much somebody is short who has no day left", () => {
    expect(paceOf({ before: 88, done: 20, works: false, after: 0 })).toEqual({
      verdict: "short",
      expected: 100,
      share: 0.88,
      remaining: 12,
      daysDone: 20,
      daysLeft: 0,
      daysAfter: 0,
      today: null,
      afterToday: null,
      forecast: null,
    });
  });
});

describe("what a rep with a weekly goal of 20, who works Monday to Friday, sees", () => {
  const week = (text: string) => ({ range: periodOf("weekly", day(text)), today: day(text), ended: false });

  it.each<[string, string, WorkSchedule, number, readonly [string, number | undefined, number | undefined]]>([
    ["on the first day", "2025-10-06", {}, 0, ["on-pace", 4, 5]],
    ["in midweek", "2025-10-08", {}, 8, ["on-pace", 4, 6]],
    ["on Thursday with Friday away", "2025-10-09", { timeOff: [away("2025-10-10")] }, 13, ["behind", 7, undefined]],
    ["on the last day", "2025-10-10", {}, 12, ["behind", 8, undefined]],
    ["at the weekend", "2025-10-11", {}, 12, ["short", undefined, undefined]],
    ["on a holiday", "2025-10-13", {}, 0, ["on-pace", undefined, 5]],
    ["before beginning on Thursday", "2025-10-07", { startDate: day("2025-10-09") }, 0, ["on-pace", undefined, 10]],
    ["in a week off", "2025-10-08", { timeOff: [away("2025-10-06", "2025-10-10")] }, 3, ["off", undefined, undefined]],
  ])("%s", (_, text, schedule, before, expected) => {
    const days = periodDays(workingCalendar({ schedule, holidays: columbusDay }), week(text));

    const { verdict, today, afterToday } = pace({ target: 20, before, current: before, days });

    expect([verdict, today?.target, afterToday?.perDay]).toEqual(expected);
  });
});

function away(from: string, to = from) {
  return { from: day(from), to: day(to) };
}
