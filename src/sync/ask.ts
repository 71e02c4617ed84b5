import type { DayRange } from "../metrics/day";
import type { Progress, SyncReport } from "./report";

export type Trigger = "slack" | "api" | "cli" | "schedule";

/** One request for a sync. */
export interface SyncAsk {
  /** Days of the team's zone, both included. */
  readonly range: DayRange;
  /** Who asks: a Slack member id, `api`, `cli` or `schedule`. */
  readonly userId: string;
  readonly trigger: Trigger;
  /** An admin's word that records which vanished in great number are really gone. */
  readonly acceptVanished?: boolean;
}

/**
 * Asks for a sync and waits for its report. Runs are single-flight over all processes on one database: a request joins
 * the running one if that one's days contain its own, otherwise it runs right after.
 *
 * @throws only when the run itself broke, never because a source did.
 */
export type RequestSync = (ask: SyncAsk, onProgress?: (progress: Progress) => void) => Promise<SyncReport>;
