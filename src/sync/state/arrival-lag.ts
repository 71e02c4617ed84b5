import { addDays, type Day, daysBetween } from "../../time/day";
import { DEFAULT_DAYS } from "../date-range";
import type { CoveredRange } from "./coverage";

/** How late the records were that the runs of one day saw come or change. */
export interface ArrivalLags {
  readonly on: Day;
  /**
   * How many records came, or changed, so many days after their own day: the place in the list; the last is that or
   * more.
   */
  readonly lags: readonly number[];
}

/** One record in a thousand may come later than the nightly sync looks back. */
const COVERED = 0.999;

/**
 * Computes how late records came to a source that had been read before. A record of a day that had not been read to its
 * end is not late, however long ago that day was: it was seen as soon as possible.
 *
 * @param changed how many records came or changed, by their own days.
 * @param before what of the source was read before.
 */
export function arrivalLags(
  changed: ReadonlyMap<Day, number>,
  { on, before }: { readonly on: Day; readonly before: Pick<CoveredRange, "from" | "asOfDay"> | null },
): ArrivalLags {
  const lags: number[] = [];
  for (const [day, count] of changed) {
    const late = before !== null && day >= before.from && day < before.asOfDay;
    add(lags, { lag: late ? daysBetween(day, on) : 0, count });
  }
  return { on, lags };
}

/** Merges new lags into those of the last 30 days, each day once, in the order of time. */
export function mergeArrivalLags(before: readonly ArrivalLags[], seen: ArrivalLags): readonly ArrivalLags[] {
  const first = addDays(seen.on, 1 - DEFAULT_DAYS);
  const same = before.filter(({ on }) => on === seen.on);
  const others = before.filter(({ on }) => on >= first && on !== seen.on);
  return [...others, { on: seen.on, lags: summed([...same, seen]) }].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** The number of days after which 999 of 1,000 records had come and changed no more; 0 if none came. */
export function settlingDays(kept: readonly ArrivalLags[]): number {
  const lags = summed(kept);
  const wanted = COVERED * lags.reduce((sum, count) => sum + count, 0);
  let covered = 0;
  return Math.max(
    0,
    lags.findIndex((count) => {
      covered += count;
      return covered >= wanted;
    }),
  );
}

function summed(all: readonly Pick<ArrivalLags, "lags">[]): readonly number[] {
  const sum: number[] = [];
  for (const { lags } of all) for (const [lag, count] of lags.entries()) add(sum, { lag, count });
  return sum;
}

function add(lags: number[], { lag, count }: { lag: number; count: number }): void {
  const place = Math.min(lag, DEFAULT_DAYS - 1);
  while (lags.length <= place) lags.push(0);
  lags[place] = (lags[place] ?? 0) + count;
}
