import type { Log } from "../../log";
import { type Lease, LeaseLost } from "../lease";
import { type Progress, type SyncReport, waitingProgress } from "../report";
import { type RequestSync, type SyncRequest, satisfies } from "../request";
import { retainedRange } from "../totals/expire-facts";
import type { RunContext } from "./context";
import { otherRun, reportOf, reportOrLease } from "./other-runs";
import { progressSaver } from "./progress-saver";
import { runSync } from "./run";
import type { RunStore, SyncRun } from "./run-store";

export interface SyncQueueDeps {
  readonly context: RunContext;
  readonly runs: RunStore;
  /** Acquires the lease over all processes, or returns `null`. */
  readonly acquireLease: () => Promise<Lease | null>;
  readonly newId: () => string;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
}

/** Queues requests for a sync. */
export interface SyncQueue {
  readonly request: RequestSync;
  /** Resolves when no run of this process is under way any more. */
  idle(): Promise<void>;
  /** Takes the lease no more: what waits for it, or asks from now on, is refused. A run that has it is left alone. */
  stop(): void;
}

interface QueuedRun {
  readonly request: SyncRequest;
  readonly report: Promise<SyncReport>;
  readonly listeners: OnProgress[];
  last: Progress | null;
}

/**
 * Runs one sync at a time over all processes; a request whose days a queued run contains gets the report of that run.
 */
export function syncQueue({ acquireLease, ...others }: SyncQueueDeps): SyncQueue {
  const queue: QueuedRun[] = [];
  let stopped = false;
  const refuse = () => {
    if (stopped) throw new Error("Paceline is stopping: ask again in a minute");
  };
  const deps: SyncQueueDeps = {
    ...others,
    acquireLease: async () => {
      refuse();
      const lease = await acquireLease();
      // It was asked for before, and taken only now.
      if (stopped) await lease?.release();
      refuse();
      return lease;
    },
  };
  const request: RequestSync = async (request, onProgress) => {
    const joined = queue.find((queued) => satisfies(queued.request, request));
    if (joined !== undefined) {
      if (onProgress !== undefined) listen(joined, { onProgress, log: deps.log });
      return joined.report;
    }
    const before = queue.at(-1)?.report;
    const listeners = onProgress === undefined ? [] : [onProgress];
    const run: QueuedRun = { request, listeners, last: null, report: after(before, () => runRetainedDays(run, deps)) };
    queue.push(run);
    try {
      return await run.report;
    } finally {
      queue.splice(queue.indexOf(run), 1);
    }
  };
  const idle = async () => {
    await Promise.allSettled(queue.map(({ report }) => report));
  };
  const stop = () => {
    stopped = true;
  };
  return { request, idle, stop };
}

type OnProgress = (progress: Progress) => void;

function listen(run: QueuedRun, { onProgress, log }: { onProgress: OnProgress; log: Log }): void {
  run.listeners.push(onProgress);
  if (run.last !== null) notify(run.last, { listeners: [onProgress], log });
}

/** Notifies all listeners, and remembers the progress for those who join later. */
function notifyAll(run: QueuedRun, { progress, log }: { progress: Progress; log: Log }): void {
  run.last = progress;
  notify(progress, { listeners: run.listeners, log });
}

/** Notifies listeners, none of whom may stop a run that others wait for. */
function notify(progress: Progress, { listeners, log }: { listeners: readonly OnProgress[]; log: Log }): void {
  for (const listener of listeners) {
    try {
      listener(progress);
    } catch (error) {
      log.error({ error }, "a sync's progress could not be told");
    }
  }
}

async function after<T>(before: Promise<unknown> | undefined, run: () => Promise<T>): Promise<T> {
  await before?.catch(() => undefined);
  return run();
}

/** Runs for the days of the request whose records are kept. */
async function runRetainedDays(run: QueuedRun, deps: SyncQueueDeps): Promise<SyncReport> {
  const { retainedFrom } = await deps.context.expiry.read();
  const request = { ...run.request, range: retainedRange(run.request.range, retainedFrom) };
  return waitForLease({ run, request }, deps);
}

/** How often to look at a run of another process. */
const POLL_MS = 500;
/**
 * A run that loses its lease is made again, so many times in all: what it wrote last may be older than what another one wrote. It
 * joins none from then on: one that is running may have read before that was written, and leaves it.
 */
const RUNS = 3;

async function waitForLease(
  { run, request }: { readonly run: QueuedRun; readonly request: SyncRequest },
  deps: SyncQueueDeps,
): Promise<SyncReport> {
  let joined: string | null = null;
  for (let runs = 0; ; ) {
    const report = joined === null ? null : await reportOf(joined, deps);
    if (report !== null) return report;
    const lease = await deps.acquireLease();
    if (lease !== null) {
      const saved = joined === null ? null : await reportOrLease({ id: joined, lease }, deps);
      if (saved !== null) return saved;
      runs += 1;
      const again = (error: unknown) => (error instanceof LeaseLost && runs < RUNS ? null : Promise.reject(error));
      const own = await runWithLease({ run, request, lease }, deps).catch(again);
      if (own !== null) return own;
      joined = null;
      continue;
    }
    // Looked up each time: the run that claims to be running may be that of a dead process, not yet marked as failed.
    const other = await otherRun(request, deps);
    if (other !== null) showOther(run, { other, log: deps.log });
    if (runs === 0) joined = other?._id ?? joined;
    await deps.sleep(POLL_MS);
  }
}

/** Shows how far another process's run has come, as that process recorded it, whenever it has changed. */
function showOther(run: QueuedRun, { other, log }: { readonly other: SyncRun; readonly log: Log }): void {
  const progress = other.progress ?? { ...waitingProgress(), elsewhere: true };
  if (JSON.stringify(run.last) !== JSON.stringify(progress)) notifyAll(run, { progress, log });
}

async function runWithLease(
  { run, request, lease }: { run: QueuedRun; request: SyncRequest; lease: Lease },
  deps: SyncQueueDeps,
): Promise<SyncReport> {
  const { context, runs, newId, log } = deps;
  const { since, until } = context.days.instantsOf(request.range);
  const id = newId();
  const saved = progressSaver({ save: (progress) => runs.progress(id, progress), sleep: deps.sleep, log });
  try {
    const abandoned = await runs.failAbandoned(context.now());
    if (abandoned > 0) log.warn({ buried: abandoned }, "a run before this one ended with its process");
    const dateRange = { start: since.toISOString(), end: until.toISOString() };
    const { userId, trigger, sources, acceptVanished = false } = request;
    const only = sources === undefined ? {} : { sources };
    const word = acceptVanished === false ? {} : { acceptVanished };
    await runs.begin({ _id: id, userId, trigger, ...only, ...word, dateRange, startedAt: context.now() });
    const onProgress = (progress: Progress) => {
      notifyAll(run, { progress, log });
      saved.show(progress);
    };
    const report = await runSync({ request, lease, onProgress }, context);
    await runs.done(id, { report, finishedAt: context.now() });
    log.info({ run: id, trigger: request.trigger, days: request.range, summary: report.summary }, "sync done");
    return report;
  } catch (error) {
    // Not a fault of ours: it is made again, here or, where this process gave its leases back to end, by whoever asks next.
    if (error instanceof LeaseLost) log.warn({ run: id, error }, "a sync lost its lease");
    else log.error({ run: id, error }, "a sync broke");
    const reason = error instanceof Error ? error.message : String(error);
    await runs.failed(id, { reason, finishedAt: context.now() }).catch(() => undefined);
    throw error;
  } finally {
    saved.end();
    await lease.release().catch(() => undefined);
  }
}
