import { jobStore } from "../jobs/job-store";
import type { Job } from "../jobs/scheduler";
import { type Scheduler, scheduler } from "../jobs/scheduler";
import { jobsTable } from "../jobs/table";
import { tickCoordinator } from "../jobs/tick-store";
import type { RequestSync } from "../sync/request";
import type { Freshness } from "../sync/state/freshness";
import type { ZoneDays } from "../time/day";
import { localTime } from "../time/time-of-day";
import type { AppDeps } from "./deps";

export interface JobsDeps {
  readonly requestSync: RequestSync;
  freshness(): Promise<readonly Freshness[]>;
  readonly days: ZoneDays;
  readonly deliveries: Pick<Job, "run" | "idle">;
}

/** Assembles the scheduled jobs. */
export function assembleJobs(
  { requestSync, freshness, days, deliveries }: JobsDeps,
  { config, database: { db }, now, clock, log }: AppDeps,
): Scheduler {
  const at = config.NIGHTLY_SYNC_AT;
  const time = at === "off" ? null : localTime(at);
  const jobs = jobsTable({
    nightly: { time, requestSync, freshness, store: jobStore(db), days, now, log },
    deliveries,
  });
  return scheduler({ jobs, coordinator: tickCoordinator(db), clock, log });
}
