import { createTask, type Logger, type RunCoordinator } from "node-cron";
import type { Log } from "../log";

export interface SchedulerDeps {
  readonly jobs: readonly Job[];
  readonly coordinator: RunCoordinator;
  /** Milliseconds that only rise. */
  readonly clock: () => number;
  readonly log: Log;
  /** When to tick; every minute unless a test wants it sooner. */
  readonly pattern?: string;
}

/** Fires what is due, every minute. */
export interface Scheduler {
  /** Ticks once now, for what became due while nothing ran, and then every minute. */
  start(): void;
  /** One tick by hand, after the one under way. It never rejects: what fails is logged and comes again. */
  tick(): Promise<void>;
  /** Milliseconds since a tick came to its end here or was run by another process; `null` before the first. */
  tickAgeMs(): number | null;
  /** Begins nothing more and waits for what is under way. */
  stop(): Promise<void>;
}

/** Late by less than this a tick still runs; the one after it does its work anyway. */
const TOLERANCE_MS = 50_000;

export function scheduler({ jobs, coordinator, clock, log, pattern = "* * * * *" }: SchedulerDeps): Scheduler {
  const stopping = new AbortController();
  let last: number | null = null;
  let under = Promise.resolve();
  const beat = () => {
    last = clock();
  };
  const tick = () => {
    under = under.then(() => runAll(jobs, { signal: stopping.signal, log })).then(beat);
    return under;
  };
  const task = createTask(pattern, tick, {
    name: "tick",
    timezone: "UTC",
    noOverlap: true,
    missedExecutionTolerance: TOLERANCE_MS,
    distributed: true,
    runCoordinator: coordinator,
    logger: cronLogger(log),
  });
  task.on("execution:skipped", ({ reason }) => {
    if (reason === "not-elected") beat();
  });
  return {
    start: () => {
      void task.start();
      void tick();
    },
    tick,
    tickAgeMs: () => (last === null ? null : clock() - last),
    async stop() {
      stopping.abort();
      await task.destroy();
      await under;
      await Promise.all(jobs.map((job) => job.idle?.()));
    },
  };
}

async function runAll(jobs: readonly Job[], { signal, log }: { signal: AbortSignal; log: Log }): Promise<void> {
  for (const job of jobs) {
    if (signal.aborted) return;
    try {
      await job.run(signal);
    } catch (error) {
      log.error({ error, job: job.name }, "A job failed; it runs again with the next tick");
    }
  }
}

/** node-cron's logger on ours: a static message, its text as a field. A slot that another process runs is no news. */
function cronLogger(log: Log): Logger {
  return {
    info: (said) => log.debug({ said }, "The scheduler says"),
    debug: (said) => log.debug({ said: String(said) }, "The scheduler says"),
    warn: (said) => log.warn({ said }, "The scheduler warns"),
    error: (said, error) => log.error({ said: String(said), error }, "The scheduler fails"),
  };
}

/** A scheduled job. */
export interface Job {
  readonly name: string;
  /** When it acts, for whoever reads the table; `what` says what it does. */
  readonly when: string;
  readonly what: string;
  /**
   * Does what is due now. It runs every minute, maybe in several processes at once, and may be cut off
   * anywhere: what it does must not depend on who ran it, nor how often. It returns within a minute; what takes longer
   * continues in the background. After the signal it begins nothing.
   */
  run(signal: AbortSignal): Promise<void>;
  /** Resolves when nothing of it is running. */
  idle?(): Promise<void>;
}
