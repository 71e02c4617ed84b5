import {
  type ReadSession,
  type Source,
  type TooManyRecordsResult,
  WINDOW_RECORDS,
  type WindowRead,
} from "../../sources/source";
import { SourceError } from "../../sources/source-error";
import type { InstantRange } from "../../time/day";
import { callSource } from "./source-failure";

/** A range to be read in windows. */
export interface WindowedRange {
  readonly source: Source["id"];
  readonly range: InstantRange;
  /** What reading the whole range as one window came to, where that was tried. */
  readonly tried?: WindowRead | TooManyRecordsResult | undefined;
  /** What lies just before the range is read along. */
  readonly edge?: true | undefined;
}

/** Yields the windows of a range, each read completely, split until they fit. */
export async function* windowsOf(
  session: ReadSession,
  { source, range, tried, edge }: WindowedRange,
): AsyncGenerator<{ window: InstantRange; read: WindowRead }> {
  const waiting = range.since < range.until ? [range] : [];
  for (let window = waiting.shift(); window !== undefined; window = waiting.shift()) {
    const current = window;
    const how = edge && current.since <= range.since ? { edge } : {};
    const read = current === range && tried !== undefined ? tried : await callSource(() => session.read(current, how));
    if (read.kind === "complete") yield { window, read };
    else waiting.unshift(...splitOrFail(source, { window, records: read.records }));
  }
}

function splitOrFail(source: Source["id"], { window, records }: { window: InstantRange; records: number | null }) {
  try {
    return splitWindow(window, records);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new SourceError(source, "unexpected-answer", `${detail}. Nothing of it was used.`, { cause: error });
  }
}

/** Parts aim below the limit, since records are never spread evenly. */
const AIM = 0.75 * WINDOW_RECORDS;
/** No vendor's filter is finer than a second. */
const FINEST_MS = 1_000;

/**
 * Splits a window that holds too many records into parts that should fit, in the order of time and without a gap:
 * as many as the records require, or halves where the vendor does not say how many there are.
 *
 * @throws {RangeError} for a window too short to split.
 */
export function splitWindow({ since, until }: InstantRange, records: number | null): readonly InstantRange[] {
  const seconds = Math.floor((until.getTime() - since.getTime()) / FINEST_MS);
  if (seconds < 2) throw new RangeError(`More records in the second of ${since.toISOString()} than a window may hold`);
  const parts = Math.min(seconds, Math.max(2, records === null ? 2 : Math.ceil(records / AIM)));
  const bound = (index: number) => new Date(since.getTime() + Math.round((seconds * index) / parts) * FINEST_MS);
  return Array.from({ length: parts }, (_, index) => ({
    since: index === 0 ? since : bound(index),
    until: index === parts - 1 ? until : bound(index + 1),
  }));
}
