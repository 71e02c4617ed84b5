import { singleFlight } from "../lib/concurrency";
import type { Log } from "../log";
import type { RequestSync } from "../sync/request";
import type { Freshness } from "../sync/state/freshness";
import { nightlyDays } from "../sync/state/look-back";
import type { Day, ZoneDays } from "../time/day";
import { type LocalTime, type ZoneTimes, zoneTimes } from "../time/time-of-day";
import type { JobStore } from "./job-store";
import type { Job } from "./scheduler";

export interface NightlyDeps {
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
export function nightlySync(deps: NightlyDeps): Pick<Job, "run" | "idle"> {
  const times = zoneTimes(deps.days.zone);
  const flight = singleFlight();
  return {
    async run() {
      const now = deps.now();
      const day = nightlyDue({ now, time: deps.time, days: deps.days, times });
      if (day === null || flight.running || !(await deps.store.begin(NAME, day))) return;
      // It may take hours at a vendor's limits, and the tick must go on.
      void flight.run(() =>
        syncFor(deps, now)
          .then((done) => (done ? deps.store.done(NAME, day) : undefined))
          .catch((error: unknown) => deps.log.error({ error, job: NAME }, "A job's end could not be noted")),
      );
    },
    idle: flight.idle,
  };
}

async function syncFor(
  { requestSync, freshness, days, log }: Pick<NightlyDeps, "requestSync" | "freshness" | "days" | "log">,
  now: Date,
): Promise<boolean> {
  try {
    const range = nightlyDays(await freshness(), { today: days.dayOf(now), days });
    await requestSync({ range, userId: "schedule", trigger: "schedule" });
    return true;
  } catch (error) {
    log.error({ error, job: NAME }, "The nightly sync broke; it is tried again");
    return false;
  }
}

/** A process that was down for longer leaves the day to whatever else brings it up to date. */
const NIGHT_MS = 6 * 3_600_000;

/** A moment of the team's night. */
export interface NightlyState {
  readonly now: Date;
  /** `null` when there is no nightly sync. */
  readonly time: LocalTime | null;
  readonly days: ZoneDays;
  readonly times: ZoneTimes;
}

/**
 * The day whose nightly sync may run now, from its time of night on for six hours; `null` when none may. On the days
 * clocks change it comes once, too: a time that is jumped over is the first instant after, one that comes twice the first.
 */
export function nightlyDue({ now, time, days, times }: NightlyState): Day | null {
  if (time === null) return null;
  const today = days.dayOf(now);
  const sinceMs = now.getTime() - times.at(today, time).getTime();
  return sinceMs >= 0 && sinceMs < NIGHT_MS ? today : null;
}
