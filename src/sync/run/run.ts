import { awaitBySource, bySource, type SourceId } from "../../metrics/sources";
import type { ZoneDays } from "../../time/day";
import type { Lease } from "../lease";
import { readSource } from "../read/read-source";
import {
  type Progress,
  type StepState,
  type SyncProblem,
  type SyncReport,
  successFields,
  waitingProgress,
} from "../report";
import { approvedDeletions, includesSource, type SyncRequest } from "../request";
import { retentionWarnings } from "../state/retention";
import { NO_OVERLAP, type Overlap, recompute } from "../totals/recompute";
import { recomputeOutside } from "../totals/recompute-outside";
import type { RunContext, TimedRead } from "./context";
import { recordStates } from "./record-states";
import { sourceOutcomes } from "./source-outcomes";
import { problemsOf, sourceResult } from "./source-result";
import { updatePeople } from "./update-people";

/**
 * Runs one sync over all sources, for the holder of the lease: reads them side by side, and when all have ended
 * recomputes the totals and then, once, the goals. A source that fails keeps its numbers and stops no other.
 *
 * @throws {LeaseLost} and whatever the database throws; never for a source's sake.
 */
export async function runSync(
  { request, lease, onProgress }: { request: SyncRequest; lease: Lease; onProgress: (progress: Progress) => void },
  context: RunContext,
): Promise<SyncReport> {
  const { facts, metrics, goals, assignments, dirtyDays, states, sources, days, now } = context;
  const { range } = request;
  const startedAt = now();
  const reportProgress = progressReporter(onProgress);
  const membersRead = settled(context.readMembers());
  const timed = await readAll({ request, lease, reportProgress }, context);
  const { people, roster, problems } = await updatePeople(
    { timed, members: await membersRead, acceptVanished: request.acceptVanished === true },
    context,
  );
  reportProgress("goals", "running");
  const reads = Object.values(timed).flatMap(({ read }) => read ?? []);
  const recomputeDeps = {
    ...{ facts, metrics, days, now, roster },
    overlap: overlapOfRun(timed.justcall),
    fence: lease,
  };
  const recomputed = await recompute(range, recomputeDeps);
  await recomputeOutside({ range, reads }, { ...recomputeDeps, assignments, dirtyDays });
  await lease.check();
  const goalsUpdated = await goals.recompute(days.dayOf(now()));
  await recordStates({ timed, range }, context);
  const outcomes = await sourceOutcomes({ range, timed, people, roster, recomputed }, context);
  reportProgress("goals", "done");
  const lost = {
    sources: sources.filter(({ id }) => includesSource(request, id)),
    states: await states.all(new Set()),
  };
  const today = days.dayOf(startedAt);
  const errors = [...problems, ...reads.flatMap(problemsOf), ...retentionWarnings(lost, { today, days })];
  const results = bySource((source) => sourceResult(outcomes[source]));
  return report({ request, startedAt, finishedAt: now(), results, goalsUpdated, errors }, days);
}

type ProgressReporter = (step: keyof Progress, state: StepState) => void;

function progressReporter(onProgress: (progress: Progress) => void): ProgressReporter {
  let progress = waitingProgress();
  return (step, state) => {
    progress = { ...progress, [step]: state };
    onProgress(progress);
  };
}

type ReadDeps = Pick<RunContext, "sources" | "days" | "facts" | "checkpoints" | "dirtyDays" | "now">;

async function readAll(
  { request, lease, reportProgress }: { request: SyncRequest; lease: Lease; reportProgress: ProgressReporter },
  { sources, days, facts, checkpoints, dirtyDays, now }: ReadDeps,
): Promise<Readonly<Record<SourceId, TimedRead>>> {
  const resume = request.joinRunning !== false;
  const saveContext = { facts, checkpoints, dirtyDays, days, now, fence: lease, resume };
  const range = days.instantsOf(request.range);
  const one = async (id: SourceId): Promise<TimedRead> => {
    const startedAt = now();
    const source = sources.find((candidate) => candidate.id === id);
    if (source === undefined || source.off !== undefined) {
      reportProgress(id, "off");
      return { read: null, startedAt, durationMs: 0 };
    }
    if (!includesSource(request, id)) {
      reportProgress(id, "untouched");
      return { read: null, untouched: true, startedAt, durationMs: 0 };
    }
    reportProgress(id, "running");
    const read = await readSource(
      source,
      { range, priority: request.trigger === "schedule" ? "background" : "interactive" },
      { ...saveContext, approvedDeletions: approvedDeletions(request, id) },
    );
    reportProgress(id, read.failure === null ? "done" : "failed");
    return { read, startedAt, durationMs: now().getTime() - startedAt.getTime() };
  };
  // If one breaks the run, the others end first: nothing may go on after the lease is released.
  return awaitBySource(one);
}

/** JustCall's calls just outside the range, as far as they were read. */
function overlapOfRun({ read }: TimedRead): Overlap {
  return read === null || read.failure !== null ? NO_OVERLAP : { calls: read.overlap, window: read.overlapWindow };
}

/** Settles a promise that is awaited later, so that its rejection is not unhandled until then. */
function settled<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  return promise.then(
    (value) => ({ status: "fulfilled", value }),
    (reason: unknown) => ({ status: "rejected", reason }),
  );
}

function report(
  {
    request,
    startedAt,
    finishedAt,
    results,
    goalsUpdated,
    errors,
  }: {
    request: SyncRequest;
    startedAt: Date;
    finishedAt: Date;
    results: Pick<SyncReport["results"], SourceId>;
    goalsUpdated: number;
    errors: readonly SyncProblem[];
  },
  days: ZoneDays,
): SyncReport {
  const { since, until } = days.instantsOf(request.range);
  return {
    success: errors.length === 0,
    duration: `${finishedAt.getTime() - startedAt.getTime()}ms`,
    userId: request.userId,
    dateRange: { start: since.toISOString(), end: until.toISOString() },
    results: { ...results, goalsUpdated, errors },
    summary: {
      ...successFields(results),
      goalsUpdated,
      errors: errors.length,
    },
  };
}
