import { singleFlight } from "../lib/concurrency";
import type { Log } from "../log";
import { DEFAULT_DAYS } from "../sync/date-range";
import { type Freshness, isNeverRead } from "../sync/state/freshness";
import { addDays, type DayRange, type ZoneDays } from "../time/day";
import type { JobStore } from "./job-store";
import type { Job } from "./scheduler";

export interface FirstSyncDeps {
  /** Whether it is wanted at all. */
  readonly wanted: boolean;
  freshness(): Promise<readonly Freshness[]>;
  /** Tells whether a sync is running, in whatever process. */
  readonly syncing: () => Promise<boolean>;
  /** Syncs these days and tells an admin of it. @throws only when the run itself broke. */
  readonly sync: (range: DayRange) => Promise<void>;
  readonly store: JobStore;
  readonly days: ZoneDays;
  readonly now: () => Date;
  readonly log: Log;
}

const NAME = "first-sync";

/** The sync of the last 30 days, by one of all processes, while nothing was ever read; once it has ended, not again that day. */
export function firstSync(deps: FirstSyncDeps): Pick<Job, "run" | "idle"> {
  const flight = singleFlight();
  let over = !deps.wanted;
  return {
    async run() {
      if (over || flight.running) return;
      if (!isNeverRead(await deps.freshness())) {
        over = true;
        return;
      }
      const today = deps.days.dayOf(deps.now());
      if ((await deps.syncing()) || !(await deps.store.begin(NAME, today))) return;
      // It may take hours at a vendor's limits, and the tick must go on.
      void flight.run(() =>
        deps
          .sync({ from: addDays(today, 1 - DEFAULT_DAYS), to: today })
          .then(() => deps.store.done(NAME, today))
          .catch((error: unknown) => deps.log.error({ error, job: NAME }, "The first sync broke; it is tried again")),
      );
    },
    idle: flight.idle,
  };
}
