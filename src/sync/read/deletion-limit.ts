import { exceedsDeletionLimit, type StoredFact } from "../../metrics/fact-changes";
import type { MetricType } from "../../metrics/metrics";
import type { SourceId } from "../../metrics/sources";
import { SourceError } from "../../sources/source-error";

/** Live facts of a window that would be taken back, or whose record names nobody any more. */
export interface DoubtfulFacts {
  readonly missing: readonly StoredFact[];
  readonly lostOwners: readonly StoredFact[];
}

interface DeletionLimit {
  readonly source: SourceId;
  /** How many live facts the window holds, by metric. */
  readonly live: ReadonlyMap<MetricType, number>;
  /** How many records an admin said may be missing: 0 without an approval. */
  readonly approved: number;
}

/**
 * Judges records that are missing together with those that lost their owner.
 *
 * @throws {SourceError} for more of them than an admin approved, and so many that a broken answer is likelier.
 */
export function assertDeletionLimit(
  { missing, lostOwners }: DoubtfulFacts,
  { source, live, approved }: DeletionLimit,
): void {
  const doubtful = [...missing, ...lostOwners];
  if (isApproved({ missing, lostOwners }, approved) || !exceedsDeletionLimit(live, doubtful)) return;
  const records = recordsOf(doubtful);
  throw new SourceError(source, "vanished", `${records} records that were there before ${becameOf(lostOwners)}`, {
    vanished: records,
  });
}

/** Tells whether an admin has said that so many records may be missing or have lost their owner. */
export function isApproved({ missing, lostOwners }: DoubtfulFacts, approved: number): boolean {
  return approved > 0 && recordsOf([...missing, ...lostOwners]) <= approved;
}

/** A record may have been a fact of several metrics. */
function recordsOf(facts: readonly StoredFact[]): number {
  return new Set(facts.map(({ recordId }) => recordId)).size;
}

function becameOf(lostOwners: readonly StoredFact[]): string {
  const approval = "an admin confirms it with the button in Slack or npm run sync -- --accept-vanished";
  return lostOwners.length === 0
    ? `are missing from its answer. Nothing was changed. If they were really deleted, ${approval}`
    : `are missing from its answer or no longer have an owner. Nothing was changed. If that is right, ${approval}`;
}
