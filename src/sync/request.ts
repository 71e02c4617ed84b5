import { SOURCE_IDS, type SourceId } from "../metrics/sources";
import type { DayRange } from "../time/day";
import type { DeletionApproval, Progress, SyncReport } from "./report";

export const TRIGGERS = ["slack", "api", "cli", "schedule", "import"] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** One request for a sync. */
export interface SyncRequest {
  /** Days of the team's zone, both included. */
  readonly range: DayRange;
  /** Who asks: a Slack member id, `api`, `cli` or `schedule`. */
  readonly userId: string;
  readonly trigger: Trigger;
  /** An admin's approval of a mass deletion; `true` covers all sources, and Slack's members. */
  readonly acceptVanished?: boolean | DeletionApproval;
  /** Only these are read, or all if unset; the others keep their numbers, and the report says so. */
  readonly sources?: readonly SourceId[];
  /** False when records changed just now: a run that has begun may have read them as they were before. */
  readonly joinRunning?: boolean;
}

/** Tells whether this request includes the source. */
export function includesSource({ sources = SOURCE_IDS }: Pick<SyncRequest, "sources">, source: SourceId): boolean {
  return sources.includes(source);
}

/** Tells how many records of the source may be deleted at once: 0 without an admin's approval. */
export function approvedDeletions(
  { acceptVanished = false }: Pick<SyncRequest, "acceptVanished">,
  source: SourceId,
): number {
  if (typeof acceptVanished === "boolean") return acceptVanished ? Number.POSITIVE_INFINITY : 0;
  return acceptVanished.source === source ? acceptVanished.records : 0;
}

/**
 * Asks for a sync and waits for its report. Runs are single-flight over all processes on one database: a request joins
 * the running one if that one's days contain its own, otherwise it runs right after.
 *
 * @throws only when the run itself broke, never because a source did.
 */
export type RequestSync = (request: SyncRequest, onProgress?: (progress: Progress) => void) => Promise<SyncReport>;

/** Tells whether a run for `running` brings all that `request` asks for. */
export function satisfies(running: SyncRequest, request: SyncRequest): boolean {
  return (
    request.joinRunning !== false &&
    sameApprovals(running, request) &&
    contains(running.range, request.range) &&
    readsAll(running, request)
  );
}

function sameApprovals(running: SyncRequest, request: SyncRequest): boolean {
  const all = (running.acceptVanished === true) === (request.acceptVanished === true);
  return all && SOURCE_IDS.every((source) => approvedDeletions(running, source) === approvedDeletions(request, source));
}

export function readsAll(running: Pick<SyncRequest, "sources">, request: SyncRequest): boolean {
  return SOURCE_IDS.every((source) => includesSource(running, source) || !includesSource(request, source));
}

function contains(outer: DayRange, inner: DayRange): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}
