import type { Series } from "../builders/big-months";

/** The part of a series that a search finds: places `first` (included) to `end` (not included). */
export interface Slice {
  readonly first: number;
  readonly end: number;
}

/** What happened from one instant to another, both included, in ms. */
export function sliceOf(series: Series<unknown>, { from, to }: { from: number; to: number }): Slice {
  return { first: firstPlace(series, (at) => at >= from), end: firstPlace(series, (at) => at > to) };
}

/** The records at these places, made now. */
export function records<T>(series: Series<T>, { first, end }: Slice): readonly T[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => series.record(first + index));
}

function firstPlace({ count, at }: Series<unknown>, passes: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(at(middle))) high = middle;
    else low = middle + 1;
  }
  return low;
}
