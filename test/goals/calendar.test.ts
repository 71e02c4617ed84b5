import fc from "fast-check";
import {
  countedDays,
  daysOf,
  EVERY_DAY,
  lastDayAfter,
  periodDays,
  shortWeek,
  workingCalendar,
} from "../../src/goals/calendar";
import { addDays, day, weekday } from "../../src/time/day";
import { WEEK, withWeek, workdaysOn } from "../../src/time/work-schedule";
import { aPeriod, aSchedule, someDay } from "../support/builders/calendars";

const none = new Set<never>();
const october = { from: day("2025-10-01"), to: day("2025-10-31") };
const columbusDay = new Set([day("2025-10-13")]);

describe("a working day", () => {
  const schedule = {
    workdays: [1, 2, 3, 4],
    timeOff: [{ from: day("2025-10-20"), to: day("2025-10-21") }],
    startDate: day("2025-10-07"),
  };
  const calendar = workingCalendar({ schedule, holidays: columbusDay });

  it.each([
    ["2025-10-06", false, "lies before the first day of work"],
    ["2025-10-07", true, "is the first day of work, a Tuesday"],
    ["2025-10-10", false, "is a Friday of somebody who works four days"],
    ["2025-10-11", false, "is a Saturday"],
    ["2025-10-13", false, "is a holiday"],
    ["2025-10-14", true, "is an ordinary Tuesday"],
    ["2025-10-19", false, "is a Sunday"],
    ["2025-10-20", false, "is the first day off"],
    ["2025-10-21", false, "is the last day off"],
    ["2025-10-22", true, "is the day after them"],
  ])("%s is one: %p, since it %s", (text, works) => {
    expect(calendar.isWorkingDay(day(text))).toBe(works);
  });

  it("is Monday to Friday where nothing was entered, and the team's week where that was", () => {
    expect(workingCalendar({ holidays: none }).workingDays(october)).toBe(23);
    expect(workingCalendar({ week: { workdays: [6] }, holidays: none }).workingDays(october)).toBe(4);
    expect(
      workingCalendar({ schedule: { workdays: [7] }, week: { workdays: [6] }, holidays: none }).workingDays(october),
    ).toBe(4);
  });
});

describe("working days", () => {
  it("include both ends, and there are none where the end lies before the beginning", () => {
    const calendar = workingCalendar({ holidays: none });

    expect(calendar.workingDays({ from: day("2025-10-10"), to: day("2025-10-10") })).toBe(1);
    expect(calendar.workingDays({ from: day("2025-10-10"), to: day("2025-10-13") })).toBe(2);
    expect(calendar.workingDays({ from: day("2025-10-10"), to: day("2025-10-09") })).toBe(0);
  });

  it("are every day when pace counts the calendar's, whatever was entered", () => {
    const schedule = { workdays: [1], timeOff: [october], startDate: day("2025-10-31") };
    const team = { week: WEEK, holidays: columbusDay };

    expect(countedDays(schedule, { ...team, paceDays: "calendar" }).workingDays(october)).toBe(31);
    expect(countedDays(schedule, { ...team, paceDays: "working" }).workingDays(october)).toBe(0);
    expect(countedDays(undefined, { ...team, paceDays: "working" }).workingDays(october)).toBe(22);
  });
});

describe("the only counted day after today", () => {
  it.each([
    ["2026-10-29", "tomorrow"],
    ["2026-10-28", null],
    ["2026-10-30", null],
    ["2026-11-27", "2026-11-30"],
    ["2026-11-29", "tomorrow"],
  ])("of %s in its week and month is %s", (today, expected) => {
    const range =
      today < "2026-11" ? { from: "2026-10-26", to: "2026-11-01" } : { from: "2026-11-01", to: "2026-11-30" };
    const days = { from: day(range.from), to: day(range.to) };

    expect(lastDayAfter(workingCalendar({ holidays: new Set() }), { range: days, today: day(today) })).toBe(expected);
  });
});

describe("the days of a period", () => {
  const working = workingCalendar({ holidays: columbusDay });

  it.each([
    ["its first day", "2025-10-01", EVERY_DAY, { done: 0, today: true, after: 30, over: false }],
    ["10 October", "2025-10-10", EVERY_DAY, { done: 9, today: true, after: 21, over: false }],
    ["its last day", "2025-10-31", EVERY_DAY, { done: 30, today: true, after: 0, over: false }],
    ["the day after", "2025-11-01", EVERY_DAY, { done: 31, today: false, after: 0, over: true }],
    ["10 October, working days", "2025-10-10", working, { done: 7, today: true, after: 14, over: false }],
    ["a weekend", "2025-10-11", working, { done: 8, today: false, after: 14, over: false }],
    ["a holiday", "2025-10-13", working, { done: 8, today: false, after: 14, over: false }],
  ])("are those before, on and after %s", (_, today, calendar, expected) => {
    expect(periodDays(calendar, { range: october, today: day(today), ended: false })).toEqual(expected);
  });

  it.each([
    ["10 October", "2025-10-10", EVERY_DAY, { done: 10, today: false, after: 21, over: false, ended: true }],
    ["its last day", "2025-10-31", EVERY_DAY, { done: 31, today: false, after: 0, over: true, ended: true }],
    ["a weekend", "2025-10-11", working, { done: 8, today: false, after: 14, over: false, ended: true }],
  ])("hold %s among those before, once it has ended for the team", (_, today, calendar, expected) => {
    expect(periodDays(calendar, { range: october, today: day(today), ended: true })).toEqual(expected);
  });

  it("come to all its counted days on every calendar", () => {
    fc.assert(
      fc.property(someDay, aPeriod, aSchedule, fc.array(someDay), (today, period, schedule, holidays) => {
        const calendar = workingCalendar({ schedule, holidays: new Set(holidays) });
        const range = period(today);

        const { done, today: counts, after } = periodDays(calendar, { range, today, ended: false });

        expect(done + Number(counts) + after).toBe(calendar.workingDays(range));
        expect(counts).toBe(calendar.isWorkingDay(today));
        expect(done).toBe(calendar.workingDays({ from: range.from, to: addDays(today, -1) }));
      }),
    );
  });
});

describe("a week that changes", () => {
  it("leaves each day before it as it was judged, whoever's week it is", () => {
    const aWeek = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    fc.assert(
      fc.property(aSchedule, aWeek, someDay, fc.boolean(), (schedule, workdays, from, isOwn) => {
        const own = isOwn ? { ...schedule, ...withWeek(schedule, { workdays, from }) } : schedule;
        const week = isOwn ? WEEK : { workdays, ...withWeek(WEEK, { workdays, from }) };
        const [before, after] = [
          workingCalendar({ schedule, holidays: none }),
          workingCalendar({ schedule: own, week, holidays: none }),
        ];
        const days = daysOf({ from: day("2025-08-01"), to: addDays(from, -1) });

        expect(days.filter(after.isWorkingDay)).toEqual(days.filter(before.isWorkingDay));
      }),
    );
  });
});

describe("a short week", () => {
  const calendar = (...holidays: readonly string[]) =>
    ({ paceDays: "working", week: WEEK, holidays: new Set(holidays.map((one) => day(one))) }) as const;
  const of = (schedule: Parameters<typeof shortWeek>[1]["schedule"], ...holidays: readonly string[]) =>
    shortWeek(day("2025-10-15"), { schedule, calendar: calendar(...holidays) });

  it("has the days of somebody's own week that don't count, each with why, and how many do, whatever day of it today is", () => {
    const schedule = { startDate: day("2025-10-14"), timeOff: [{ from: day("2025-10-17"), to: day("2025-10-20") }] };
    const off = [
      { day: "2025-10-13", why: "not-begun" },
      { day: "2025-10-15", why: "holiday" },
      { day: "2025-10-17", why: "away" },
    ];

    expect(of(schedule, "2025-10-15", "2025-10-20")).toEqual({ workdays: 2, off });
    expect(of(undefined, "2025-10-13")).toEqual({ workdays: 4, off: [{ day: "2025-10-13", why: "holiday" }] });
  });

  it("is none where all days count or none does, where the holiday is of a day off anyway, and where every day counts", () => {
    expect(of(undefined)).toBeNull();
    expect(of({ workdays: [2, 3, 4, 5] }, "2025-10-13")).toBeNull();
    expect(of({ timeOff: [october] })).toBeNull();
    expect(of(undefined, "2025-10-18")).toBeNull();
    const everyDay = { ...calendar("2025-10-13"), paceDays: "calendar" } as const;
    expect(shortWeek(day("2025-10-15"), { schedule: undefined, calendar: everyDay })).toBeNull();
  });

  it("has as many days as pace counts in that week", () => {
    fc.assert(
      fc.property(aSchedule, someDay, fc.uniqueArray(someDay), (schedule, today, holidays) => {
        const team = calendar(...holidays);
        const monday = addDays(today, 1 - weekday(today));
        const counted = countedDays(schedule, team).workingDays({ from: monday, to: addDays(monday, 6) });
        const week = daysOf({ from: monday, to: addDays(monday, 6) });
        const usual = week.filter((one) => (workdaysOn(one, schedule) ?? WEEK.workdays).includes(weekday(one)));

        const short = shortWeek(today, { schedule, calendar: team });

        const isShort = counted > 0 && counted < usual.length;
        expect(short?.workdays ?? null).toBe(isShort ? counted : null);
        expect((short?.off.length ?? 0) + counted).toBe(isShort ? usual.length : counted);
      }),
    );
  });
});
