import fc from "fast-check";
import { type ArrivalLags, arrivalLags, mergeArrivalLags, settlingDays } from "../../../src/sync/state/arrival-lag";
import { lookBackDays } from "../../../src/sync/state/look-back";
import { addDays, day } from "../../../src/time/day";

const TODAY = day("2026-10-28");
const ago = (days: number) => addDays(TODAY, -days);
const READ = { from: ago(29), asOfDay: ago(1) };

describe("records that came or changed in a run", () => {
  it.each([
    ["today's, which nobody could have read", ago(0), 0],
    ["those of the day of the last reading, which was not over", ago(1), 0],
    ["those of a day before that", ago(2), 2],
    ["those of the first day ever read", ago(29), 29],
    ["those of a day that was never read", ago(30), 0],
  ])("are late where their day had been read to its end: %s", (_which, on, late) => {
    const { lags } = arrivalLags(new Map([[on, 4]]), { on: TODAY, before: READ });

    expect(lags.map((count, lag) => [lag, count]).filter(([, count]) => count !== 0)).toEqual([[late, 4]]);
  });

  it("are none of them late in the first reading of all, which finds a month of them", () => {
    expect(arrivalLags(new Map([[ago(20), 9]]), { on: TODAY, before: null }).lags).toEqual([9]);
  });

  it("count as a month late where they are later", () => {
    const before = { from: ago(80), asOfDay: ago(1) };

    expect(arrivalLags(new Map([[ago(70), 1]]), { on: TODAY, before }).lags).toHaveLength(30);
  });
});

describe("how late records come", () => {
  const night = fc.record({
    back: fc.integer({ min: 0, max: 29 }),
    lags: fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 30 }),
  });
  const nights = fc.uniqueArray(night, { selector: ({ back }) => back, minLength: 1, maxLength: 30 });
  const stored = (given: readonly { back: number; lags: readonly number[] }[]): readonly ArrivalLags[] =>
    given.map(({ back, lags }) => ({ on: ago(back), lags }));

  it("makes nights look back over 999 of 1,000 of them, over no day more, never under three days nor over 30", () => {
    fc.assert(
      fc.property(nights, (given) => {
        const all = given.flatMap(({ lags }) => lags.map((count, lag) => ({ count, lag })));
        const within = (days: number) => sum(all.filter(({ lag }) => lag < days).map(({ count }) => count));
        const total = within(30);

        const days = lookBackDays(settlingDays(stored(given)));

        expect(days).toBeGreaterThanOrEqual(3);
        expect(days).toBeLessThanOrEqual(30);
        expect(within(days)).toBeGreaterThanOrEqual(0.999 * total);
        if (days > 3) expect(within(days - 1)).toBeLessThan(0.999 * total);
      }),
    );
  });

  it("is the same in whatever order and parts the runs of 30 days saw them, and forgets what is older", () => {
    fc.assert(
      fc.property(nights, fc.nat(), (given, seed) => {
        const parts = given.flatMap(({ back, lags }) => [
          { back, lags },
          { back, lags: lags.map(() => 1) },
        ]);
        const shuffled = parts.toSorted((a, b) => ((a.back * 7 + seed) % 31) - ((b.back * 7 + seed) % 31));
        const old = { on: ago(30), lags: [0, 0, 0, 0, 0, 0, 1_000_000] };
        const end = { on: TODAY, lags: [] };
        const take = (runs: readonly ArrivalLags[]) =>
          [...runs, end].reduce(mergeArrivalLags, [] as readonly ArrivalLags[]);

        expect(settlingDays(take([old, ...stored(shuffled)]))).toBe(settlingDays(take(stored(parts))));
        expect(take([old, ...stored(parts)]).length).toBeLessThanOrEqual(30);
      }),
    );
  });

  it("is not known of a source where nothing came", () => {
    expect(lookBackDays(settlingDays([]))).toBe(3);
  });
});

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
