import { jobStore } from "../jobs/job-store";
import { type Scheduler, scheduler } from "../jobs/scheduler";
import { jobsTable } from "../jobs/table";
import { tickCoordinator } from "../jobs/tick-store";
import type { ZoneDays } from "../metrics/day";
import { localTime } from "../metrics/local-time";
import type { RequestSync } from "../sync/ask";
import type { AppNeeds } from "./needs";

/** Puts together what happens by itself. */
export function byItself(
  { requestSync, days }: { readonly requestSync: RequestSync; readonly days: ZoneDays },
  { config, database: { db }, now, clock, log }: AppNeeds,
): Scheduler {
  const at = config.NIGHTLY_SYNC_AT;
  const time = at === "off" ? null : localTime(at);
  const jobs = jobsTable({ nightly: { time, requestSync, store: jobStore(db), days, now, log } });
  return scheduler({ jobs, coordinator: tickCoordinator(db), clock, log });
}
