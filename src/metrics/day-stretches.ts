import { addDays, type Day, type DayRange } from "../time/day";

/** Days cut wherever one of several ranges begins or ends, so that each day is summed once, however many ranges hold it. */
export interface DayStretches {
  /** The first day of each stretch, the earliest first; a stretch ends where the next begins. */
  readonly firsts: readonly Day[];
  /** Adds up the stretches of each range, in the order of the ranges; two decimals. */
  sums(parts: readonly StretchSum[]): readonly number[];
}

/** What the days of one stretch came to. */
export interface StretchSum {
  /** Its position among the stretches, from 0 on. */
  readonly at: number;
  readonly value: number;
}

/** Cuts the days of ranges into stretches; a range that ends before it begins holds none. */
export function dayStretches(ranges: readonly DayRange[]): DayStretches {
  const held = ranges.filter(({ from, to }) => from <= to);
  const firsts = [...new Set(held.flatMap(({ from, to }) => [from, addDays(to, 1)]))].sort();
  const within = ({ from, to }: DayRange, at: number) => {
    const first = firsts[at];
    return first !== undefined && from <= first && first <= to;
  };
  return {
    firsts,
    sums: (parts) =>
      ranges.map((range) => {
        const total = parts.reduce((sum, { at, value }) => sum + (within(range, at) ? value : 0), 0);
        return Math.round(total * 100) / 100;
      }),
  };
}
