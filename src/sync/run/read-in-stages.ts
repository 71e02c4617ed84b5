import { resultOf, valueOfResult } from "../../lib/concurrency";
import { bySource } from "../../metrics/sources";
import type { Day, DayRange } from "../../time/day";
import type { Lease } from "../lease";
import { NEWEST_DAYS, newestDays } from "../read/stages";
import type { Progress } from "../report";
import type { SyncRequest } from "../request";
import type { RunContext } from "./context";
import { readAll, type TimedReads } from "./read-all";
import { recordStates } from "./record-states";
import { type FiguresRead, type UpdatedFigures, updateNewestFigures } from "./update-figures";

/** Reports what changed of a run's progress. */
export type ProgressReporter = (change: Partial<Progress>) => void;

/** What it takes to read in stages. */
export interface StagesRequest {
  readonly request: SyncRequest;
  /** In the team's zone. */
  readonly today: Day;
  readonly lease: Lease;
  readonly reportProgress: ProgressReporter;
  /** Adds to what was read of these days what else figures are made of. */
  readonly figuresOf: (timed: TimedReads, range: DayRange) => FiguresRead;
}

/** The newest days, whose figures were made while the older days were read. */
export interface FirstStage extends UpdatedFigures {
  readonly timed: TimedReads;
}

/**
 * Reads all sources. Where a vendor's limit binds, the newest days' figures are made as soon as each source has read them, while
 * the older days are read; `first` is `null` where there was but one stage.
 *
 * @throws {LeaseLost} and whatever the database throws, when all of it has ended.
 */
export async function readInStages(
  { request, today, lease, reportProgress, figuresOf }: StagesRequest,
  context: RunContext,
): Promise<{ readonly timed: TimedReads; readonly first: FirstStage | null }> {
  const newest = newestDays(request.range, today);
  const stages: Promise<PromiseSettledResult<FirstStage>>[] = [];
  const showNewest = async (timed: TimedReads, range: DayRange): Promise<FirstStage> => {
    reportProgress({ goals: "running" });
    const figures = await updateNewestFigures(figuresOf(timed, range), context);
    await recordStates({ timed: withoutFailed(timed), range, before: null }, context);
    reportProgress({ goals: "waiting", newest: { days: NEWEST_DAYS, state: "done" } });
    return { timed, ...figures };
  };
  const all = await resultOf(
    readAll(
      {
        ...{ request, lease, newestDays: newest },
        reportSource: (source, state) => reportProgress({ [source]: state }),
        beginStage: () => reportProgress({ newest: { days: NEWEST_DAYS, state: "running" } }),
        endStage: (timed) => {
          if (newest !== null) stages.push(resultOf(showNewest(timed, newest)));
        },
      },
      context,
    ),
  );
  const [first] = await Promise.all(stages);
  return { timed: valueOfResult(all), first: first === undefined ? null : valueOfResult(first) };
}

/** A source that fails is recorded at the end of the run. */
function withoutFailed(timed: TimedReads): TimedReads {
  return bySource((source) => {
    const one = timed[source];
    return one.read === null || one.read.failure === null ? one : { ...one, read: null };
  });
}
