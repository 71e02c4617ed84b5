import type { DayRange } from "../metrics/day";
import { SOURCE_IDS, type SourceId } from "../metrics/metrics";
import type { Progress, SyncReport } from "./report";

export type Trigger = "slack" | "api" | "cli" | "schedule" | "import";

/** An admin's word about one source, as it was asked for: where still more is missing, it is asked for anew. */
export interface Acceptance {
  readonly source: SourceId;
  /** So many records at most. */
  readonly records: number;
}

/** One request for a sync. */
export interface SyncAsk {
  /** Days of the team's zone, both included. */
  readonly range: DayRange;
  /** Who asks: a Slack member id, `api`, `cli` or `schedule`. */
  readonly userId: string;
  readonly trigger: Trigger;
  /** An admin's word that records which vanished in great number are really gone; `true` is about all, and Slack's members. */
  readonly acceptVanished?: boolean | Acceptance;
  /** Only these are read; the others keep their numbers, and the report says that they were not touched. All, if unset. */
  readonly sources?: readonly SourceId[];
  /** Records changed just now, so that a run which has begun is not joined: it may have read them as they were. */
  readonly afresh?: boolean;
}

/** Whether this request has the source read. */
export function asksFor({ sources = SOURCE_IDS }: Pick<SyncAsk, "sources">, source: SourceId): boolean {
  return sources.includes(source);
}

/** How many records of the source may vanish at once by an admin's word: 0 where none was given. */
export function accepted({ acceptVanished = false }: Pick<SyncAsk, "acceptVanished">, source: SourceId): number {
  if (typeof acceptVanished === "boolean") return acceptVanished ? Number.POSITIVE_INFINITY : 0;
  return acceptVanished.source === source ? acceptVanished.records : 0;
}

/**
 * Asks for a sync and waits for its report. Runs are single-flight over all processes on one database: a request joins
 * the running one if that one's days contain its own, otherwise it runs right after.
 *
 * @throws only when the run itself broke, never because a source did.
 */
export type RequestSync = (ask: SyncAsk, onProgress?: (progress: Progress) => void) => Promise<SyncReport>;
