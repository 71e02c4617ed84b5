import type { Log } from "../log";
import type { ZoneDays } from "../metrics/day";
import { type LocalTime, zoneTimes } from "../metrics/local-time";
import type { RequestSync } from "../sync/ask";
import type { Freshness } from "../sync/freshness";
import { nightlyDays } from "../sync/window";
import type { Job } from "./job";
import type { JobStore } from "./job-store";
import { nightDue } from "./nightly";

export interface NightlyNeeds {
  /** The time of night in the team's zone; `null` for none. */
  readonly time: LocalTime | null;
  readonly requestSync: RequestSync;
  /** How old each source's figures are: it decides how far back is read. */
  freshness(): Promise<readonly Freshness[]>;
  readonly store: JobStore;
  readonly days: ZoneDays;
  readonly now: () => Date;
  readonly log: Log;
}

const NAME = "nightly-sync";

/** The sync of the night, for everybody: once a day of the team's, whatever processes there are. */
export function nightlySync(needs: NightlyNeeds): Pick<Job, "run" | "idle"> {
  const times = zoneTimes(needs.days.zone);
  let running: Promise<void> | null = null;
  return {
    async run() {
      const now = needs.now();
      const day = nightDue({ now, time: needs.time, days: needs.days, times });
      if (day === null || running !== null || !(await needs.store.begin(NAME, day))) return;
      // It may take hours at a vendor's limits, and the tick must go on.
      running = syncFor(needs, now)
        .then((done) => (done ? needs.store.done(NAME, day) : undefined))
        .catch((error: unknown) => needs.log.error({ error, job: NAME }, "A job's end could not be noted"))
        .finally(() => {
          running = null;
        });
    },
    idle: async () => {
      await running;
    },
  };
}

async function syncFor({ requestSync, freshness, days, log }: NightlyNeeds, now: Date): Promise<boolean> {
  try {
    const range = nightlyDays(await freshness(), { today: days.dayOf(now), days });
    await requestSync({ range, userId: "schedule", trigger: "schedule" });
    return true;
  } catch (error) {
    log.error({ error, job: NAME }, "The nightly sync broke; it is tried again");
    return false;
  }
}
