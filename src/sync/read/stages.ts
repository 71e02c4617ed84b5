import { WINDOW_RECORDS } from "../../sources/source";
import { addDays, type Day, type DayRange } from "../../time/day";

/** So many days are read first where a limit binds. */
export const NEWEST_DAYS = 3;

/** A limit binds where it would make a read longer than this. */
export const SHORT_READ_MS = 30_000;

/** So many records are read within a second or two where no limit binds. */
export const QUICK_RECORDS = 2_000;

/**
 * Returns the newest days of a range, up to today where it reaches beyond; `null` for a range of no more days, which has no
 * stages.
 *
 * @example
 * newestDays({ from: day("2026-09-29"), to: day("2026-10-28") }, day("2026-10-28"));
 * // => { from: "2026-10-26", to: "2026-10-28" }
 */
export function newestDays({ from, to }: DayRange, today: Day): DayRange | null {
  const last = to < today ? to : today;
  const first = addDays(last, 1 - NEWEST_DAYS);
  return first > from ? { from: first, to } : null;
}

/**
 * Decides whether a range is read in stages: a list of it says that it holds more records than the vendor's limit lets be listed
 * soon.
 *
 * @param records how many it holds; `null` where only that it is more than a window may hold is known.
 * @param soon how many could be listed within half a minute.
 */
export function isBound(records: number | null, soon: number): boolean {
  return records === null ? soon < WINDOW_RECORDS : records > soon;
}
