import { bySource, type SourceId } from "../../metrics/sources";
import type { DayRange, ZoneDays } from "../../time/day";
import type { Lease } from "../lease";
import {
  type MembersFollowed,
  type Progress,
  type SyncProblem,
  type SyncReport,
  successFields,
  waitingProgress,
} from "../report";
import { includesSource, type SyncRequest } from "../request";
import { retentionWarnings } from "../state/retention";
import { expireFacts } from "../totals/expire-facts";
import { type MoveDaysDeps, moveDays } from "../totals/move-days";
import type { RunContext } from "./context";
import type { TimedReads } from "./read-all";
import { type ProgressReporter, readInStages } from "./read-in-stages";
import { recordStates } from "./record-states";
import { sourceOutcomes } from "./source-outcomes";
import { problemsOf, sourceResult } from "./source-result";
import { type FiguresRead, updateFigures, withFirstStage } from "./update-figures";

/**
 * Runs one sync over all sources, for the holder of the lease: reads them side by side, and when all have ended
 * recomputes the totals and then, once, the goals. Where a vendor's limit binds, the figures of the newest days are made first,
 * while the older days are read. A source that fails keeps its numbers and stops no other.
 *
 * @throws {LeaseLost} and whatever the database throws; never for a source's sake.
 */
export async function runSync(
  { request, lease, onProgress }: { request: SyncRequest; lease: Lease; onProgress: (progress: Progress) => void },
  context: RunContext,
): Promise<SyncReport> {
  const { states, sources, days, now } = context;
  const { range } = request;
  const startedAt = now();
  const today = days.dayOf(startedAt);
  const reportProgress = progressReporter(onProgress);
  const retainedFrom = await expireFacts(today, { ...context, fence: lease });
  await sealStoredMails(lease, context);
  await moveToZone(context, { retainedFrom, fence: lease });
  const [members, groups] = [context.members.begin(), context.groups.begin()];
  const figuresOf = (timed: TimedReads, range: DayRange): FiguresRead => {
    return { range, timed, members, groups, acceptVanished: request.acceptVanished === true, retainedFrom, lease };
  };

  const { timed, first } = await readInStages({ request, today, lease, reportProgress, figuresOf }, context);
  reportProgress({ goals: "running" });
  const figures = await updateFigures(figuresOf(timed, range), context);
  const { people, roster, problems, followed, goalsUpdated } = figures;
  await recordStates({ timed, range, before: first?.timed ?? null }, context);
  const recomputed = withFirstStage(figures.recomputed, first?.recomputed ?? null);
  const outcomes = await sourceOutcomes({ range, timed, people, roster, recomputed }, context);
  reportProgress({ goals: "done" });
  const lost = {
    sources: sources.filter(({ id }) => includesSource(request, id)),
    states: await states.all(new Set()),
  };
  const reads = Object.values(timed).flatMap(({ read }) => read ?? []);
  const errors = [...problems, ...reads.flatMap(problemsOf), ...retentionWarnings(lost, { today, days })];
  const results = bySource((source) => sourceResult(outcomes[source]));
  return report({ request, startedAt, finishedAt: now(), results, followed, goalsUpdated, errors }, days);
}

/** Seals the addresses of emails that were stored before addresses were sealed. */
async function sealStoredMails(fence: Lease, { seals, seal, log }: RunContext): Promise<void> {
  const sealed = await seals.sealStored(seal, fence.check);
  if (sealed > 0) log.info({ mails: sealed }, "the addresses of stored emails are sealed now");
}

/** Moves what is stored by days first, where the team's zone has become another. */
async function moveToZone(context: RunContext, held: Pick<MoveDaysDeps, "retainedFrom" | "fence">): Promise<void> {
  const moved = await moveDays({ ...context, ...held });
  if (moved === null) return;
  context.log.info({ zone: context.days.zone, days: moved }, "all days are those of another time zone now");
}

function progressReporter(onProgress: (progress: Progress) => void): ProgressReporter {
  let progress = waitingProgress();
  return (change) => {
    progress = { ...progress, ...change };
    onProgress(progress);
  };
}

function report(
  {
    request,
    startedAt,
    finishedAt,
    results,
    followed,
    goalsUpdated,
    errors,
  }: {
    request: SyncRequest;
    startedAt: Date;
    finishedAt: Date;
    results: Pick<SyncReport["results"], SourceId>;
    followed: readonly MembersFollowed[];
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
    results: { ...results, goalsUpdated, errors, ...(followed.length > 0 && { teams: followed }) },
    summary: {
      ...successFields(results),
      goalsUpdated,
      errors: errors.length,
    },
  };
}
