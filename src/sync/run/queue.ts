import type { Log } from "../../log";
import type { Lease } from "../lease";
import { type Progress, type SyncReport, waitingProgress } from "../report";
import { type RequestSync, readsAll, type SyncRequest, satisfies } from "../request";
import type { RunContext } from "./context";
import { runSync } from "./run";
import type { RunStore } from "./run-store";

export interface SyncQueueDeps {
  readonly parts: RunContext;
  readonly runs: RunStore;
  /** Takes the lease over all processes, or answers `null`. */
  readonly takeLease: () => Promise<Lease | null>;
  readonly newId: () => string;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
}

/** How a sync is asked for, and how one waits for those under way. */
export interface SyncQueue {
  readonly request: RequestSync;
  /** Resolves when no run of this process is under way any more. */
  idle(): Promise<void>;
}

interface QueuedRun {
  readonly ask: SyncRequest;
  readonly report: Promise<SyncReport>;
  readonly listeners: OnProgress[];
  last: Progress | null;
}

/** One run at a time over all processes; a request that another's days contain is answered by that one's report. */
export function syncQueue(needs: SyncQueueDeps): SyncQueue {
  const turns: QueuedRun[] = [];
  const request: RequestSync = async (ask, onProgress) => {
    const joined = turns.find((turn) => satisfies(turn.ask, ask));
    if (joined !== undefined) {
      if (onProgress !== undefined) listen(joined, { onProgress, log: needs.log });
      return joined.report;
    }
    const before = turns.at(-1)?.report;
    const listeners = onProgress === undefined ? [] : [onProgress];
    const turn: QueuedRun = { ask, listeners, last: null, report: after(before, () => waitForLease(turn, needs)) };
    turns.push(turn);
    try {
      return await turn.report;
    } finally {
      turns.splice(turns.indexOf(turn), 1);
    }
  };
  const idle = async () => {
    await Promise.allSettled(turns.map(({ report }) => report));
  };
  return { request, idle };
}

type OnProgress = (progress: Progress) => void;

function listen(turn: QueuedRun, { onProgress, log }: { onProgress: OnProgress; log: Log }): void {
  turn.listeners.push(onProgress);
  if (turn.last !== null) notify(turn.last, { listeners: [onProgress], log });
}

/** Tells everybody who looks on, and whoever joins later where the run stands. */
function notifyAll(turn: QueuedRun, { progress, log }: { progress: Progress; log: Log }): void {
  turn.last = progress;
  notify(progress, { listeners: turn.listeners, log });
}

/** Whoever looks on must not stop a run that others wait for. */
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

/** How often a run of another process is looked at. */
const POLL_MS = 500;

async function waitForLease(turn: QueuedRun, needs: SyncQueueDeps): Promise<SyncReport> {
  let joined: string | null = null;
  for (;;) {
    // Looked at before the lease, which its holder releases only after its report is kept.
    const report = joined === null ? null : await reportOf(joined, needs);
    if (report !== null) return report;
    const lease = await needs.takeLease();
    if (lease !== null) return runWithLease({ turn, lease }, needs);
    // Asked again each time: the run that says it is running may be that of a dead process, not yet buried.
    const other = await otherRun(turn.ask, needs);
    if (other !== null && joined === null)
      notifyAll(turn, { progress: { ...waitingProgress(), elsewhere: true }, log: needs.log });
    joined = other ?? joined;
    await needs.sleep(POLL_MS);
  }
}

/** The id of a run under way in another process, if its days contain these. */
async function otherRun(ask: SyncRequest, { runs, parts }: SyncQueueDeps): Promise<string | null> {
  const other = await runs.running();
  if (other === null || ask.acceptVanished || ask.afresh || !readsAll(other, ask)) return null;
  const { since, until } = parts.days.instantsOf(ask.range);
  const { start, end } = other.dateRange;
  return start <= since.toISOString() && until.toISOString() <= end ? other._id : null;
}

async function reportOf(id: string, { runs }: SyncQueueDeps): Promise<SyncReport | null> {
  const run = await runs.one(id);
  if (run?.status !== "done" || run.results === undefined || run.summary === undefined) return null;
  const { success = false, duration = "", userId, dateRange, results, summary } = run;
  return { success, duration, userId, dateRange, results, summary };
}

async function runWithLease(
  { turn, lease }: { turn: QueuedRun; lease: Lease },
  needs: SyncQueueDeps,
): Promise<SyncReport> {
  const { parts, runs, newId, log } = needs;
  const { ask } = turn;
  const { since, until } = parts.days.instantsOf(ask.range);
  const id = newId();
  try {
    const buried = await runs.bury(parts.now());
    if (buried > 0) log.warn({ buried }, "a run before this one ended with its process");
    const dateRange = { start: since.toISOString(), end: until.toISOString() };
    const { userId, trigger, sources, acceptVanished = false } = ask;
    const only = sources === undefined ? {} : { sources };
    const word = acceptVanished === false ? {} : { acceptVanished };
    await runs.begin({ _id: id, userId, trigger, ...only, ...word, dateRange, startedAt: parts.now() });
    const onProgress = (progress: Progress) => notifyAll(turn, { progress, log });
    const report = await runSync({ ask, lease, onProgress }, parts);
    await runs.done(id, { report, finishedAt: parts.now() });
    log.info({ run: id, trigger: ask.trigger, days: ask.range, summary: report.summary }, "sync done");
    return report;
  } catch (error) {
    log.error({ run: id, error }, "a sync broke");
    const reason = error instanceof Error ? error.message : String(error);
    await runs.failed(id, { reason, finishedAt: parts.now() }).catch(() => undefined);
    throw error;
  } finally {
    await lease.release().catch(() => undefined);
  }
}
