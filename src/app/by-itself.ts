import type { Job } from "../jobs/job";
import { jobStore } from "../jobs/job-store";
import { type Scheduler, scheduler } from "../jobs/scheduler";
import { jobsTable } from "../jobs/table";
import { tickCoordinator } from "../jobs/tick-store";
import type { ZoneDays } from "../metrics/day";
import { localTime } from "../metrics/local-time";
import type { RequestSync } from "../sync/ask";
import type { Freshness } from "../sync/freshness";
import type { AppNeeds } from "./needs";

export interface ByItself {
  readonly requestSync: RequestSync;
  freshness(): Promise<readonly Freshness[]>;
  readonly days: ZoneDays;
  readonly deliveries: Pick<Job, "run" | "idle">;
}

/** Puts together what happens by itself. */
export function byItself(
  { requestSync, freshness, days, deliveries }: ByItself,
  { config, database: { db }, now, clock, log }: AppNeeds,
): Scheduler {
  const at = config.NIGHTLY_SYNC_AT;
  const time = at === "off" ? null : localTime(at);
  const jobs = jobsTable({
    nightly: { time, requestSync, freshness, store: jobStore(db), days, now, log },
    deliveries,
  });
  return scheduler({ jobs, coordinator: tickCoordinator(db), clock, log });
}
