import type { Sleep } from "../lib/sleep";
import type { Log } from "../log";
import type { Lease } from "../sync/lease";
import type { Job } from "./scheduler";

export interface AbandonedRunsDeps {
  readonly runs: {
    running(): Promise<object | null>;
    /** Marks runs as failed that claim to be running, for the holder of the lease alone; tells how many. */
    failAbandoned(finishedAt: Date): Promise<number>;
  };
  /** Tells whether a sync is running, in whatever process. */
  readonly syncing: () => Promise<boolean>;
  /** Acquires the lease of runs unless somebody has it or waits for it. */
  readonly acquireLease: () => Promise<Lease | null>;
  readonly sleep: Sleep;
  readonly now: () => Date;
  readonly log: Pick<Log, "warn">;
}

/** The lease of a process that has just died is over by then; so a run is recorded within a minute, and not by the minute after. */
const LEASE_OVER_MS = 20_000;

/**
 * The job that records that a run ended with its process: it claims to be running, and nobody holds the lease. Written under the
 * lease, so that no run that begins meanwhile is taken for it. While somebody holds it, it looks once more in the same minute.
 */
export function abandonedRuns(deps: AbandonedRunsDeps): Pick<Job, "run" | "idle"> {
  let again: Promise<void> | null = null;
  return {
    async run(signal) {
      if ((await deps.runs.running()) === null) return;
      if (!(await deps.syncing())) return record(deps);
      again ??= later(deps, signal).finally(() => {
        again = null;
      });
    },
    idle: async () => {
      await again;
    },
  };
}

async function later(deps: AbandonedRunsDeps, signal: AbortSignal): Promise<void> {
  try {
    await deps.sleep(LEASE_OVER_MS, signal);
    if ((await deps.runs.running()) !== null && !(await deps.syncing())) await record(deps);
  } catch (error) {
    if (!signal.aborted)
      deps.log.warn({ error }, "Whether a sync still runs could not be seen; the next minute looks again");
  }
}

async function record({ runs, acquireLease, now, log }: AbandonedRunsDeps): Promise<void> {
  const lease = await acquireLease();
  if (lease === null) return;
  try {
    const abandoned = await runs.failAbandoned(now());
    if (abandoned > 0)
      log.warn({ runs: abandoned }, "A sync ended with its process; the next one reads its days again");
  } finally {
    await lease.release();
  }
}
