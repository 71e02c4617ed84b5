import fc from "fast-check";
import { type TeamCalendar, WEEK } from "../../src/goals/calendar";
import { periodOf } from "../../src/goals/goal";
import { addDays, type Day, day } from "../../src/time/day";

/** Monday to Friday, no holidays. */
export const PLAIN_CALENDAR: TeamCalendar = { paceDays: "working", week: WEEK, holidays: new Set() };

/** A day of autumn 2025. */
export const someDay = fc.integer({ min: 0, max: 90 }).map((count) => addDays(day("2025-09-01"), count));

export const aPeriod = fc
  .constantFrom("daily" as const, "weekly" as const, "monthly" as const)
  .map((period) => (today: Day) => periodOf(period, today));

const timeOff = fc
  .tuple(someDay, fc.integer({ min: 0, max: 12 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));

/** Any week, times off and first day, each perhaps not there. */
export const aSchedule = fc.record(
  {
    workdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    timeOff: fc.array(timeOff, { maxLength: 4 }),
    startDate: someDay,
  },
  { requiredKeys: [] },
);
