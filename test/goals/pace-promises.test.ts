import fc from "fast-check";
import { type Calendar, EVERY_DAY, periodDays, workingCalendar } from "../../src/goals/calendar";
import { type Pace, pace } from "../../src/goals/pace";
import { addDays, type Day, type DayRange, daysBetween } from "../../src/time/day";
import { aPeriod, aSchedule, someDay } from "../support/builders/calendars";

const amount = fc.integer({ min: 0, max: 100_000_000 }).map((cents) => cents / 100);
const target = fc.integer({ min: 1, max: 100_000_000 }).map((cents) => cents / 100);
const calendar = fc.oneof(
  fc.constant(EVERY_DAY),
  fc.record({ schedule: aSchedule, days: fc.array(someDay) }).map(({ schedule, days }) => {
    return workingCalendar({ schedule, holidays: new Set(days) });
  }),
);

/** A period on any calendar, seen from one of its days. */
const period = fc
  .record({ calendar, period: aPeriod, at: someDay, ahead: fc.nat(30) })
  .map(({ calendar: counted, period: of, at, ahead }) => {
    const range = of(at);
    const today = addDays(range.from, Math.min(ahead, daysBetween(range.from, range.to)));
    return { counted, range, today };
  });

interface Seen {
  readonly counted: Calendar;
  readonly range: DayRange;
  readonly today: Day;
  readonly ended?: boolean;
}

function paceOn(
  { counted, range, today, ended = false }: Seen,
  amounts: { readonly target: number; readonly before: number; readonly current: number },
): Pace {
  return pace({ ...amounts, days: periodDays(counted, { range, today, ended }) });
}

const plus = (a: number, b: number) => Math.round((a + b) * 100) / 100;

describe("pace, on every calendar", () => {
  it("is never negative, never NaN, and both sums come out", () => {
    const given = fc.record({ target, before: amount, today: amount, ended: fc.boolean() });
    fc.assert(
      fc.property(period, given, (seen, { today, ended, ...sofar }) => {
        const found = paceOn({ ...seen, ended }, { ...sofar, current: plus(sofar.before, today) });

        const { verdict, today: asked, afterToday, ...numbers } = found;
        for (const number of Object.values(numbers)) expect(number === null || number >= 0).toBe(true);
        for (const { remaining, days, quotient, rounded } of sumsOf(found)) {
          expect(quotient * days).toBeGreaterThanOrEqual(remaining);
          expect((quotient - 1) * days).toBeLessThan(remaining);
          expect(rounded).toBe(Math.round(quotient * days * 100) !== Math.round(remaining * 100));
        }
        expect(asked === null).toBe(ended || !seen.counted.isWorkingDay(seen.today));
        expect(verdict === "reached").toBe(found.remaining === 0);
        expect(found.forecast === null || found.forecast >= sofar.before).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("asks the same of today from morning to night, whatever today brings", () => {
    fc.assert(
      fc.property(period, target, amount, fc.array(amount), (seen, goal, before, brought) => {
        const asked = [0, ...brought].map((today) => {
          const { today: sum } = paceOn(seen, { target: goal, before, current: plus(before, today) });
          return sum === null ? null : { ...sum, done: 0 };
        });

        expect(new Set(asked.map((sum) => JSON.stringify(sum))).size).toBe(1);
      }),
    );
  });

  it("takes whoever meets each day's target to the goal on the last day, and nobody further than the rounding", () => {
    fc.assert(
      fc.property(period, target, ({ counted, range }, goal) => {
        const days = Array.from({ length: daysBetween(range.from, range.to) + 1 }, (_, at) => addDays(range.from, at));
        const worked = days.filter(counted.isWorkingDay);
        fc.pre(worked.length > 0);

        const done = worked.reduce((before, today) => {
          const asked = paceOn({ counted, range, today }, { target: goal, before, current: before }).today;
          return plus(before, asked?.target ?? 0);
        }, 0);

        expect(done).toBeGreaterThanOrEqual(goal);
        expect(done).toBeLessThan(goal + 1);
      }),
    );
  });

  it("calls nobody on pace of whom today still asks for over one and a half even shares", () => {
    fc.assert(
      fc.property(period, fc.record({ target, share: fc.double({ min: 0, max: 1.2, noNaN: true }) }), (seen, given) => {
        const worked = seen.counted.workingDays(seen.range);
        const before = Math.round(given.target * given.share * 100) / 100;
        const { verdict, today } = paceOn(seen, { target: given.target, before, current: before });

        const asked = today === null ? 0 : Math.round(today.remaining * 100) * 2 * worked;
        const allowed = today === null ? 0 : Math.round(given.target * 100) * 3 * today.days;
        if (asked > allowed) expect(verdict).toBe("behind");
      }),
      { numRuns: 1000 },
    );
  });

  it("calls nobody behind who has met today's target, and nobody less for what today brings", () => {
    fc.assert(
      fc.property(period, target, amount, fc.tuple(amount, amount), (seen, goal, before, brought) => {
        const [less, more] = [Math.min(...brought), Math.max(...brought)].map((today) =>
          paceOn(seen, { target: goal, before, current: plus(before, today) }),
        );
        if (less === undefined || more === undefined) throw new Error("there are two");

        if (less.today !== null && less.today.done >= less.today.target) expect(less.verdict).not.toBe("behind");
        expect(RANK.indexOf(more.verdict)).toBeGreaterThanOrEqual(RANK.indexOf(less.verdict));
      }),
      { numRuns: 1000 },
    );
  });
});

const RANK: readonly Pace["verdict"][] = ["off", "missed", "short", "behind", "on-pace", "ahead", "reached"];

function sumsOf({ today, afterToday }: Pace) {
  return [
    ...(today === null ? [] : [{ ...today, quotient: today.target }]),
    ...(afterToday === null ? [] : [{ ...afterToday, quotient: afterToday.perDay }]),
  ];
}
