import fc from "fast-check";
import { periodDays, workingCalendar } from "../../src/goals/calendar";
import { pace } from "../../src/goals/pace";
import { goalStatus, isBehind, toCatchUp } from "../../src/goals/status";
import { addDays, day, daysBetween } from "../../src/time/day";
import { aPeriod, PLAIN_CALENDAR, someDay } from "../support/builders/calendars";

const counted = workingCalendar(PLAIN_CALENDAR);

/** A goal seen on a day of its period, with what was done before it and what it has brought. */
const seen = fc
  .record({
    period: aPeriod,
    at: someDay,
    ahead: fc.nat(30),
    target: fc.integer({ min: 1, max: 500_000 }),
    before: fc.integer({ min: 0, max: 500_000 }),
    today: fc.integer({ min: 0, max: 50_000 }),
  })
  .map(({ period, at, ahead, ...cents }) => {
    const range = period(at);
    const today = addDays(range.from, Math.min(ahead, daysBetween(range.from, range.to)));
    const days = periodDays(counted, { range, today, ended: false });
    const [target, before, current] = [cents.target, cents.before, cents.before + cents.today].map((one) => one / 100);
    return { target: target ?? 1, before: before ?? 0, current: current ?? 0, days };
  });

const judged = (progress: Parameters<typeof pace>[0]) => ({ current: progress.current, pace: pace(progress) });

describe("a goal of which no day was read", () => {
  it("is not known to be behind, nor what it lacks, and is what it is where it is on pace or reached", () => {
    const unreadSince = day("2026-10-28");
    const at = (given: Partial<Parameters<typeof pace>[0]>) => {
      const days = { done: 10, today: true, after: 9, over: false };
      return { ...judged({ target: 100, before: 0, current: 0, days, ...given }), unreadSince };
    };
    const first = { days: { done: 0, today: true, after: 19, over: false } };
    const goals = [at({}), at({ days: { done: 20, today: false, after: 0, over: false } }), at(first)];

    expect([...goals, at({ before: 100, current: 100 })].map(goalStatus)).toEqual([
      ...["unread", "unread", "not-started", "reached"],
    ]);
    expect(goals.map((goal) => [isBehind(goal), toCatchUp(goal)])).toEqual(Array(3).fill([false, 0]));
  });
});

describe("what is to catch up", () => {
  it("is last night's gap before any work, one less for each one done, and nothing once it is made up for", () => {
    let behind = 0;
    fc.assert(
      fc.property(seen, (progress) => {
        const morning = judged({ ...progress, current: progress.before });
        const now = judged(progress);
        const gap = toCatchUp(morning);

        if (morning.pace.verdict === "behind") {
          expect(gap).toBeCloseTo(morning.pace.expected - progress.before, 1);
          if (now.pace.verdict === "behind") {
            expect(toCatchUp(now)).toBeCloseTo(Math.max(0, gap - (progress.current - progress.before)), 1);
            expect(goalStatus(now)).toBe(toCatchUp(now) > 0 ? "behind" : "caught-up");
          }
          behind += 1;
        }
        expect(isBehind(now)).toBe(toCatchUp(now) > 0);
      }),
      { numRuns: 2000 },
    );
    expect(behind).toBeGreaterThan(100);
  });

  it("is all that is to go where no day is left", () => {
    const lost = { target: 100, before: 88, current: 88 };

    expect(toCatchUp(judged({ ...lost, days: { done: 20, today: false, after: 0, over: false } }))).toBe(12);
    expect(toCatchUp(judged({ ...lost, days: { done: 20, today: false, after: 0, over: true } }))).toBe(12);
    expect(
      toCatchUp(
        judged({ target: 100, before: 50, current: 50, days: { done: 10, today: true, after: 10, over: false } }),
      ),
    ).toBe(0);
  });
});
