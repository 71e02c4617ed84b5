import type { SourceId } from "../../metrics/sources";
import type { Source } from "../../sources/source";
import { SourceError } from "../../sources/source-error";
import type { Day, InstantRange } from "../../time/day";

const HOUR_MS = 3_600_000;
/** An older checkpoint is not resumed: what it saved would be older than anybody expects. */
const RESUMED_FOR_MS = 6 * HOUR_MS;
/** No read runs for longer; the next sync resumes it. */
const MAX_READING_MS = 12 * HOUR_MS;

/** Returns the checkpoint to resume from if it has this very range and fingerprint and is fresh enough, else `null`. */
export function usableCheckpoint(
  checkpoint: Checkpoint | null,
  { range, configFingerprint, now }: ResumedRead,
): Checkpoint | null {
  if (checkpoint === null) return null;
  const { since, until } = checkpoint.range;
  const sameRange = since.getTime() === range.since.getTime() && until.getTime() === range.until.getTime();
  const same = sameRange && (checkpoint.basis ?? null) === (configFingerprint ?? null);
  const age = now.getTime() - checkpoint.keptAt.getTime();
  return same && age >= 0 && age <= RESUMED_FOR_MS ? checkpoint : null;
}

interface ResumedRead {
  readonly range: InstantRange;
  readonly configFingerprint: string | undefined;
  readonly now: Date;
}

/** @throws {SourceError} once a read has taken twelve hours; what it saved stays. */
export function assertReadTime(
  source: Source["id"],
  { startedAt, now }: { readonly startedAt: Date; readonly now: Date },
): void {
  if (now.getTime() - startedAt.getTime() <= MAX_READING_MS) return;
  throw new SourceError(
    source,
    "throttled",
    "Reading took 12 hours and didn't finish. What was read is kept; another sync of these days continues from there",
  );
}

/** How far a read of several windows has come: everything up to `keptTo` is saved. */
export interface Checkpoint {
  readonly source: SourceId;
  /** The whole range of the read. */
  readonly range: InstantRange;
  readonly keptTo: Date;
  /** The session's `configFingerprint`; `null` where it has none. */
  readonly basis: string | null;
  /** When the read began: its first windows stand as of then. */
  readonly begunAt: Date;
  readonly keptAt: Date;
  /** Records of these windows that became no fact, by reason. */
  readonly leftOut: readonly (readonly [why: string, count: number])[];
  /** Records of these windows of which the vendor doesn't say whether they still exist; absent in those of older versions. */
  readonly unanswered?: readonly (readonly [recordId: string, day: Day])[];
}
