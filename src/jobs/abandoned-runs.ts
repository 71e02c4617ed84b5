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
  readonly now: () => Date;
  readonly log: Pick<Log, "warn">;
}

/**
 * The job that records that a run ended with its process: it claims to be running, and nobody holds the lease. Written under the
 * lease, so that no run that begins meanwhile is taken for it.
 */
export function abandonedRuns({ runs, syncing, acquireLease, now, log }: AbandonedRunsDeps): Pick<Job, "run"> {
  return {
    async run() {
      if ((await runs.running()) === null || (await syncing())) return;
      const lease = await acquireLease();
      if (lease === null) return;
      try {
        const abandoned = await runs.failAbandoned(now());
        if (abandoned > 0)
          log.warn({ runs: abandoned }, "A sync ended with its process; the next one reads its days again");
      } finally {
        await lease.release();
      }
    },
  };
}
