import type { SourceId } from "../../metrics/sources";
import type { Source } from "../../sources/source";
import { SourceError } from "../../sources/source-error";
import type { InstantRange } from "../../time/day";

const HOUR_MS = 3_600_000;
/** What a reading that broke off longer ago had read is read again: it would be older than anybody expects. */
const RESUMED_FOR_MS = 6 * HOUR_MS;
/** No reading goes on for longer; the next sync goes on where it was. */
const MAX_READING_MS = 12 * HOUR_MS;

/** The checkpoint to go on from, if one is of this very range and basis and fresh enough. */
export function usableCheckpoint(
  checkpoint: Checkpoint | null,
  { range, basis, now }: { readonly range: InstantRange; readonly basis: string | undefined; readonly now: Date },
): Checkpoint | null {
  if (checkpoint === null) return null;
  const { since, until } = checkpoint.range;
  const sameRange = since.getTime() === range.since.getTime() && until.getTime() === range.until.getTime();
  const same = sameRange && (checkpoint.basis ?? null) === (basis ?? null);
  const age = now.getTime() - checkpoint.keptAt.getTime();
  return same && age >= 0 && age <= RESUMED_FOR_MS ? checkpoint : null;
}

/** @throws {SourceError} for a reading that has gone on for twelve hours; what it kept stays. */
export function assertReadingTime(
  source: Source["id"],
  { begun, now }: { readonly begun: Date; readonly now: Date },
): void {
  if (now.getTime() - begun.getTime() <= MAX_READING_MS) return;
  throw new SourceError(
    source,
    "throttled",
    "It was read for 12 hours and has not come to its end. What was read is kept; the next sync of these days goes on from there",
  );
}

/** How far a reading of several windows has come: all of them up to `keptTo` are kept. */
export interface Checkpoint {
  readonly source: SourceId;
  /** The whole that is read. */
  readonly range: InstantRange;
  readonly keptTo: Date;
  /** The reading's basis; `null` where it has none. */
  readonly basis: string | null;
  /** When the reading began: as of then its first windows stand. */
  readonly begunAt: Date;
  readonly keptAt: Date;
  /** What of these windows became no fact, by reason. */
  readonly leftOut: readonly (readonly [why: string, count: number])[];
}
