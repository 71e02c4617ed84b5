import { jobStore } from "../jobs/job-store";
import type { Job } from "../jobs/scheduler";
import { type Scheduler, scheduler } from "../jobs/scheduler";
import { jobsTable } from "../jobs/table";
import { tickCoordinator } from "../jobs/tick-store";
import { acquireLease } from "../sync/lease";
import type { RequestSync } from "../sync/request";
import type { RunStore } from "../sync/run/run-store";
import type { Freshness } from "../sync/state/freshness";
import type { DayRange, ZoneDays } from "../time/day";
import { localTime } from "../time/time-of-day";
import type { AppDeps } from "./deps";

export interface JobsDeps {
  readonly requestSync: RequestSync;
  /** Tells whether a sync is running, in whatever process. */
  readonly syncing: () => Promise<boolean>;
  /** Makes the first sync of all, and tells an admin of it. */
  readonly syncFirst: (range: DayRange) => Promise<void>;
  freshness(): Promise<readonly Freshness[]>;
  readonly runs: RunStore;
  readonly days: ZoneDays;
  readonly sourceAlerts: Pick<Job, "run">;
  readonly deliveries: Pick<Job, "run" | "idle">;
}

/** Assembles the scheduled jobs. */
export function assembleJobs(
  { requestSync, syncing, syncFirst, freshness, runs, days, sourceAlerts, deliveries }: JobsDeps,
  { config, database: { db }, owner, now, clock, log }: AppDeps,
): Scheduler {
  const at = config.NIGHTLY_SYNC_AT;
  const time = at === "off" ? null : localTime(at);
  const store = jobStore(db);
  const jobs = jobsTable({
    first: {
      wanted: config.SYNC_ON_START === "first",
      ...{ freshness, syncing, sync: syncFirst, store, days, now, log },
    },
    nightly: { time, requestSync, freshness, store, days, now, log },
    abandoned: {
      ...{ runs, syncing, now, log },
      acquireLease: () => acquireLease(db, { name: "sync", owner, priority: "background" }),
    },
    sourceAlerts,
    deliveries,
  });
  return scheduler({ jobs, coordinator: tickCoordinator(db), clock, log });
}
