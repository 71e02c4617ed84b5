import { isRunning } from "../database/running-processes";
import { freeDiskBytes } from "../database/server-status";
import type { Alert } from "../digests/delivery/alert-store";
import { conditionStore } from "../jobs/condition-store";
import { jobStore } from "../jobs/job-store";
import type { Job } from "../jobs/scheduler";
import { type Scheduler, scheduler } from "../jobs/scheduler";
import { jobsTable } from "../jobs/table";
import { tickCoordinator, tickLog } from "../jobs/tick-store";
import { sleep } from "../lib/sleep";
import { signatureStore } from "../slack/platform/signature-store";
import { type AbandonedMessagesDeps, endAbandonedMessages } from "../slack/sync/abandoned-messages";
import { type LiveMessageStore, liveMessageStore } from "../slack/sync/live-message-store";
import type { Source } from "../sources/source";
import { acquireLease } from "../sync/lease";
import type { RequestSync } from "../sync/request";
import type { RunStore } from "../sync/run/run-store";
import type { Freshness } from "../sync/state/freshness";
import { expiringDays } from "../sync/state/retention";
import type { DayRange, ZoneDays } from "../time/day";
import { localTime } from "../time/time-of-day";
import type { AppDeps } from "./deps";
import { refusedSignatures } from "./refused-signatures";

export interface JobsDeps {
  readonly requestSync: RequestSync;
  /** Tells whether a sync is running, in whatever process. */
  readonly syncing: () => Promise<boolean>;
  /** Makes the first sync of all, and tells an admin of it. */
  readonly syncFirst: (range: DayRange) => Promise<void>;
  freshness(): Promise<readonly Freshness[]>;
  readonly runs: RunStore;
  readonly days: ZoneDays;
  readonly sources: readonly Source[];
  readonly firstDays: Pick<Job, "run">;
  readonly client: AbandonedMessagesDeps["client"];
  readonly sourceAlerts: Pick<Job, "run">;
  /** Alerts the admins, once to the same thing. */
  readonly alert: (alert: Alert) => Promise<void>;
  readonly wasAlerted: (alert: Alert) => Promise<boolean>;
  readonly deliveries: Pick<Job, "run" | "idle">;
}

/** More than a quarter of an hour: a silence is seen by whatever tick comes soon after it. */
const TICKS = 20;

/** Assembles the scheduled jobs. */
export function assembleJobs(
  { requestSync, syncing, syncFirst, freshness, runs, days, ...services }: JobsDeps,
  { config, database: { db }, owner, now, clock, log }: AppDeps,
): Scheduler {
  const at = config.NIGHTLY_SYNC_AT;
  const time = at === "off" ? null : localTime(at);
  const store = jobStore(db);
  const refused = refusedSignatures(config, { db });
  const jobs = jobsTable({
    first: {
      wanted: config.SYNC_ON_START === "first",
      ...{ freshness, syncing, sync: syncFirst, store, days, now, log },
    },
    nightly: { time, requestSync, freshness, store, days, now, log },
    retries: { requestSync, freshness, store, days, now, log },
    abandoned: {
      ...{ runs, syncing, sleep, now, log },
      acquireLease: () => acquireLease(db, { name: "sync", owner, priority: "background" }),
    },
    firstDays: services.firstDays,
    abandonedMessages: {
      run: () =>
        endAbandonedMessages({ messages: liveMessagesOf({ database: { db }, owner }), client: services.client, log }),
    },
    sourceAlerts: services.sourceAlerts,
    watched: {
      expiring: async () => {
        const watched = { sources: services.sources, states: await freshness() };
        const found = expiringDays(watched, { today: days.dayOf(now()), days });
        return found.map(({ source, unread, lostFrom }) => ({ kind: "expiring", source, unread, lostFrom }));
      },
      recentTicks: () => tickLog(db).latest(TICKS),
      freeDiskBytes: () => freeDiskBytes(db).catch(() => null),
      isSigningSecretWrong: async () => (await refused())?.isSlacks === true,
      noteSigningSecret: signatureStore(db, config.SLACK_SIGNING_SECRET ?? "").running,
      conditions: conditionStore(db),
      alert: services.alert,
      wasSent: services.wasAlerted,
      now,
    },
    deliveries: services.deliveries,
  });
  return scheduler({ jobs, coordinator: tickCoordinator(db, owner), clock, log });
}

/** Which messages show syncs of this process as running, and those of processes that have ended. */
export function liveMessagesOf({ database: { db }, owner }: LiveMessagesDeps): LiveMessageStore {
  return liveMessageStore(db, { owner, isRunning: (other) => isRunning(db, other) });
}

interface LiveMessagesDeps extends Pick<AppDeps, "owner"> {
  readonly database: Pick<AppDeps["database"], "db">;
}
