import type { InstantRange } from "../metrics/day";
import { WINDOW_RECORDS } from "../sources/source";

/** Aim below the limit, since records are never spread evenly. */
const AIM = 0.75 * WINDOW_RECORDS;
/** No vendor's filter is finer than a second. */
const FINEST_MS = 1_000;

/**
 * Cuts a window that holds too many records into parts that should fit, in the order of time and without a gap:
 * as many as the records ask for, or halves where the vendor does not tell how many there are.
 *
 * @throws {RangeError} for a window too short to cut.
 */
export function cut({ since, until }: InstantRange, records: number | null): readonly InstantRange[] {
  const seconds = Math.floor((until.getTime() - since.getTime()) / FINEST_MS);
  if (seconds < 2) throw new RangeError(`More records in the second of ${since.toISOString()} than a window may hold`);
  const parts = Math.min(seconds, Math.max(2, records === null ? 2 : Math.ceil(records / AIM)));
  const edge = (index: number) => new Date(since.getTime() + Math.round((seconds * index) / parts) * FINEST_MS);
  return Array.from({ length: parts }, (_, index) => ({
    since: index === 0 ? since : edge(index),
    until: index === parts - 1 ? until : edge(index + 1),
  }));
}
