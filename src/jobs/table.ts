import { deliver } from "../digests/delivery/deliver";
import type { DeliveryDeps } from "../digests/delivery/ports";
import { type AbandonedRunsDeps, abandonedRuns } from "./abandoned-runs";
import { type FirstSyncDeps, firstSync } from "./first-sync";
import { type NightlyDeps, nightlySync } from "./nightly-sync";
import type { DigestRefresh } from "./refresh-before-digests";
import { type RetryDeps, retrySources } from "./retry-sources";
import type { Job } from "./scheduler";
import { type WatchDeps, watch } from "./watch";

export interface JobsTableDeps {
  readonly first: FirstSyncDeps;
  readonly nightly: NightlyDeps;
  readonly retries: RetryDeps;
  readonly abandoned: AbandonedRunsDeps;
  readonly abandonedMessages: Pick<Job, "run">;
  readonly sourceAlerts: Pick<Job, "run">;
  readonly firstDays: Pick<Job, "run">;
  readonly watched: WatchDeps;
  readonly deliveries: Pick<Job, "run" | "idle">;
}

/** Lists the scheduled jobs, in the order in which each minute's tick runs them. */
export function jobsTable({
  first,
  nightly,
  retries,
  abandoned,
  abandonedMessages,
  firstDays,
  sourceAlerts,
  watched,
  deliveries,
}: JobsTableDeps): readonly Job[] {
  return [
    {
      name: "first-sync",
      when: "at the start, when nothing was ever read, unless SYNC_ON_START is off",
      what: "reads the last 30 days of every source, and tells the first admin of it",
      ...firstSync(first),
    },
    {
      name: "nightly-sync",
      when: "once a night, at NIGHTLY_SYNC_AT in the team's zone",
      what: "reads the last three days of every source for everybody, once a week the last 30, and whatever was missed",
      ...nightlySync(nightly),
    },
    {
      name: "retry-sources",
      when: "10 and 30 minutes and 1, 2, 4, and 8 hours after a source could not be reached or limited requests, until it is back",
      what: "reads that source alone again",
      ...retrySources(retries),
    },
    {
      name: "abandoned-runs",
      when: "each minute, when a sync is recorded as running and none is",
      what: "records that it ended with its process",
      ...abandonedRuns(abandoned),
    },
    {
      name: "abandoned-messages",
      when: "each minute, when a process ended in the middle of a sync",
      what: "says in the messages that show the sync as running that it didn't finish",
      ...abandonedMessages,
    },
    {
      name: "source-alerts",
      when: "when a source breaks, and when it is back",
      what: "tells the admins, once each",
      ...sourceAlerts,
    },
    {
      name: "watch",
      when: "each minute",
      what: "tells the admins, once each, of a silence that is over, a disk that runs out, a wrong signing secret, and days about to be lost",
      ...watch(watched),
    },
    {
      name: "digests",
      when: "on each rep's working days at their own time, 8:00 AM unless they chose another, until noon",
      what: "syncs when figures are older than an hour, then posts each digest and board once, and settles what is unknown",
      ...deliveries,
    },
    {
      name: "first-days",
      when: "after a first start, each minute for an hour, then every ten, until all is set up, for two weeks at most",
      what: "keeps a checklist in the first admin's DM, edited when a step is done",
      ...firstDays,
    },
  ];
}

/** Delivers digests and boards, once the figures in them are fresh. */
export function deliveryJob(deps: Omit<DeliveryDeps, "ready">, refresh: DigestRefresh): Pick<Job, "run" | "idle"> {
  return {
    run: (signal) => deliver({ ...deps, ready: refresh.ready }, signal),
    idle: refresh.idle,
  };
}
