import { addDays, type InstantRange, type ZoneDays } from "../../time/day";
import { datedInWords } from "../../words/dates";

const DAY_MS = 86_400_000;
const SECOND_MS = 1_000;
/** With the list of users that is asked for beside them, these are all requests that a key may have in flight. */
export const MAX_SLICES = 7;

/**
 * What one walk over pages requests: times of a clock whose zone is not known, both included, in ms as if they were
 * UTC.
 */
export interface Slice {
  readonly from: number;
  readonly to: number;
}

/**
 * Splits a window into slices, as many as it has days but no more than can be walked side by side, so that, with what was
 * read up to `readTo`, every call of the window and within {@link OVERLAP_MS} of it is read whatever the filter's zone.
 * Neighbors share a second, because it is not documented to which of them a bound belongs.
 */
export function slices(
  { since, until }: InstantRange,
  { readTo, oldestAsked }: { readTo: number | null; oldestAsked: number },
): readonly Slice[] {
  const from = Math.max(since.getTime() - OVERLAP_MS - BEHIND_MS, oldestAsked, readTo ?? Number.NEGATIVE_INFINITY);
  const to = until.getTime() + OVERLAP_MS + AHEAD_MS;
  if (from >= to) return [];
  const wholeDays = Math.floor((until.getTime() - since.getTime()) / DAY_MS);
  const count = Math.min(Math.max(wholeDays, 1), MAX_SLICES);
  const length = Math.ceil((to - from) / count / SECOND_MS) * SECOND_MS;
  return Array.from({ length: count }, (_, index) => ({
    from: Math.max(from + index * length - SECOND_MS, oldestAsked),
    to: Math.min(from + (index + 1) * length, to),
  }));
}

/** Makes the filter's two bounds, rounded outward to whole seconds. */
export function filter({ from, to }: Slice): { readonly from_datetime: string; readonly to_datetime: string } {
  return { from_datetime: filterTime(from), to_datetime: filterTime(to + SECOND_MS - 1) };
}

function filterTime(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace("T", " ");
}

const HOUR_MS = 3_600_000;
/** JustCall gives no calls of longer ago, nor of more days at once. */
export const MAX_REACH_DAYS = 90;

/**
 * The zone of JustCall's filter is not ours, and not documented: its clock may be so far behind UTC, or ahead of it. No zone
 * there is lies further off.
 */
export const BEHIND_MS = 12 * HOUR_MS;
const AHEAD_MS = 14 * HOUR_MS;
/** So much more than a window is requested. */
export const MARGINS_MS = BEHIND_MS + AHEAD_MS;
/** Duplicates are looked for this far: a call just outside the range may cover one inside. */
export const OVERLAP_MS = 120_000;

/** A sync may run this long before what it asks for first has grown older than three months. */
const RUN_MARGIN_MS = HOUR_MS;

/** How far back JustCall can be read. */
export interface Reach {
  /** The earliest time of any clock that may be named in a filter; earlier ones are refused. */
  readonly oldestAsked: number;
  /** The beginning of what can be read, if that is not all of the range. */
  readonly from: Date | null;
  /** Says which days are read, and what becomes of the others. */
  readonly note: string | null;
}

/**
 * JustCall gives calls of the last three months, and 90 days at most: this limits a range to whole days within both.
 */
export function reach(range: InstantRange, { now, days }: { now: Date; days: ZoneDays }): Reach {
  const oldestAsked = new Date(now).setUTCMonth(now.getUTCMonth() - 3) + AHEAD_MS + RUN_MARGIN_MS;
  const last = days.dayOf(new Date(range.until.getTime() - 1));
  const widest = days.startOf(addDays(last, 1 - MAX_REACH_DAYS)).getTime();
  const earliest = new Date(Math.max(oldestAsked + BEHIND_MS, widest));
  if (range.since >= earliest) return { oldestAsked, from: null, note: null };
  const first = days.dayOf(earliest);
  const from = days.startOf(first) < earliest ? addDays(first, 1) : first;
  const note =
    `JustCall only provides the last three months of calls, at most ${MAX_REACH_DAYS} days, ` +
    `so calls are read from ${datedInWords(from, last)} on; earlier days keep their figures.`;
  return { oldestAsked, from: days.startOf(from), note };
}
