import { awaitBySource, bySource, SOURCE_IDS, type SourceId } from "../../metrics/sources";
import type { ZoneDays } from "../../time/day";
import type { Lease } from "../lease";
import { readSource } from "../read/read-source";
import { type Progress, type StepState, type SyncProblem, type SyncReport, waitingProgress } from "../report";
import { approvedDeletions, includesSource, type SyncRequest } from "../request";
import { retentionWarnings } from "../state/retention";
import { NO_OVERLAP, type Overlap, recompute } from "../totals/recompute";
import { recomputeOutside } from "../totals/recompute-outside";
import type { RunContext, Timed } from "./context";
import { recordStates } from "./record-states";
import { sourceOutcomes } from "./source-outcomes";
import { problemsOf, sourceResult } from "./source-result";
import { updatePeople } from "./update-people";

/**
 * One run over all sources, by whoever holds the lease: reads them side by side, and when all have come to an end makes
 * the totals anew and brings the goals up to date, once. A source that fails keeps its numbers and stops no other.
 *
 * @throws {LeaseLost} and whatever the database throws; never for a source's sake.
 */
export async function runSync(
  { ask, lease, onProgress }: { ask: SyncRequest; lease: Lease; onProgress: (progress: Progress) => void },
  parts: RunContext,
): Promise<SyncReport> {
  const startedAt = parts.now();
  const tell = progressReporter(onProgress);
  const membersRead = settled(parts.readMembers());
  const timed = await readAll({ ask, lease, tell }, parts);
  const { people, roster, problems } = await updatePeople(
    { timed, members: await membersRead, acceptVanished: ask.acceptVanished === true },
    parts,
  );
  tell("goals", "running");
  const reads = Object.values(timed).flatMap(({ read }) => read ?? []);
  const common = { ...parts, roster, edge: overlapOfRun(timed.justcall), stillHeld: lease.check, asOf: lease.token };
  const recomputed = await recompute(ask.range, common);
  await recomputeOutside({ range: ask.range, reads }, common);
  await lease.check();
  const goalsUpdated = await parts.goals.recompute(parts.days.dayOf(parts.now()));
  await recordStates({ timed, range: ask.range }, parts);
  const outcomes = await sourceOutcomes({ range: ask.range, timed, people, roster, recomputed }, parts);
  tell("goals", "done");
  const lost = {
    sources: parts.sources.filter(({ id }) => includesSource(ask, id)),
    states: await parts.states.all(new Set()),
  };
  const today = parts.days.dayOf(startedAt);
  const errors = [...problems, ...reads.flatMap(problemsOf), ...retentionWarnings(lost, { today, days: parts.days })];
  const results = bySource((source) => sourceResult(outcomes[source]));
  return report({ ask, startedAt, finishedAt: parts.now(), results, goalsUpdated, errors }, parts.days);
}

type ProgressReporter = (step: keyof Progress, state: StepState) => void;

function progressReporter(onProgress: (progress: Progress) => void): ProgressReporter {
  let progress = waitingProgress();
  return (step, state) => {
    progress = { ...progress, [step]: state };
    onProgress(progress);
  };
}

async function readAll(
  { ask, lease, tell }: { ask: SyncRequest; lease: Lease; tell: ProgressReporter },
  { sources, days, facts, checkpoints, due, now }: RunContext,
): Promise<Readonly<Record<SourceId, Timed>>> {
  const afresh = ask.afresh ?? false;
  const kept = { facts, checkpoints, due, days, now };
  const keeping = { ...kept, stillHeld: lease.check, asOf: lease.token, afresh };
  const range = days.instantsOf(ask.range);
  const one = async (id: SourceId): Promise<Timed> => {
    const startedAt = now();
    const source = sources.find((candidate) => candidate.id === id);
    if (source === undefined || source.off !== undefined) {
      tell(id, "off");
      return { read: null, startedAt, durationMs: 0 };
    }
    if (!includesSource(ask, id)) {
      tell(id, "untouched");
      return { read: null, untouched: true, startedAt, durationMs: 0 };
    }
    tell(id, "running");
    const read = await readSource(
      source,
      { range, patient: ask.trigger === "schedule" },
      { ...keeping, acceptVanished: approvedDeletions(ask, id) },
    );
    tell(id, read.failure === null ? "done" : "failed");
    return { read, startedAt, durationMs: now().getTime() - startedAt.getTime() };
  };
  // When one breaks the run, the others come to their end first: nothing may go on after the lease is given back.
  return awaitBySource(one);
}

/** JustCall's calls just outside the range, as far as they were read. */
function overlapOfRun({ read }: Timed): Overlap {
  return read === null || read.failure !== null ? NO_OVERLAP : { calls: read.edge, around: read.around };
}

/** A promise that is not awaited yet must not be an unhandled rejection. */
function settled<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  return promise.then(
    (value) => ({ status: "fulfilled", value }),
    (reason: unknown) => ({ status: "rejected", reason }),
  );
}

function report(
  {
    ask,
    startedAt,
    finishedAt,
    results,
    goalsUpdated,
    errors,
  }: {
    ask: SyncRequest;
    startedAt: Date;
    finishedAt: Date;
    results: Pick<SyncReport["results"], SourceId>;
    goalsUpdated: number;
    errors: readonly SyncProblem[];
  },
  days: ZoneDays,
): SyncReport {
  const { since, until } = days.instantsOf(ask.range);
  return {
    success: errors.length === 0,
    duration: `${finishedAt.getTime() - startedAt.getTime()}ms`,
    userId: ask.userId,
    dateRange: { start: since.toISOString(), end: until.toISOString() },
    results: { ...results, goalsUpdated, errors },
    summary: {
      ...successes(results),
      goalsUpdated,
      errors: errors.length,
    },
  };
}

function successes(results: Pick<SyncReport["results"], SourceId>): Pick<SyncReport["summary"], `${SourceId}Success`> {
  const entries = SOURCE_IDS.map((source) => [`${source}Success`, results[source].success]);
  // One entry a source; TypeScript cannot follow them through Object.fromEntries.
  return Object.fromEntries(entries);
}
