import { bySource, SOURCE_IDS, type SourceId } from "../metrics/sources";
import type { DayRange, ZoneDays } from "../time/day";

/** A run's result: what the HTTP API answers, what `sync_runs` keeps, what `/sync` puts in words. */
export interface SyncReport {
  /** Whether there is no error. */
  readonly success: boolean;
  /** `"1834ms"`. */
  readonly duration: string;
  /** Who asked: a Slack member id, `api`, `cli` or `schedule`. */
  readonly userId: string;
  /** ISO instants: the first day's first, and the first of the day after the last. */
  readonly dateRange: { readonly start: string; readonly end: string };
  readonly results: Readonly<Record<SourceId, SourceResult>> & {
    /** Goals recomputed. */
    readonly goalsUpdated: number;
    readonly errors: readonly SyncProblem[];
  };
  readonly summary: { readonly [Source in SourceId as `${Source}Success`]: boolean } & {
    readonly goalsUpdated: number;
    readonly errors: number;
  };
}

/** The days a run was about, in the team's zone. */
export function reportDays({ dateRange }: Pick<SyncReport, "dateRange">, days: ZoneDays): DayRange {
  const until = new Date(dateRange.end).getTime();
  return { from: days.dayOf(new Date(dateRange.start)), to: days.dayOf(new Date(until - 1)) };
}

/** What one source brought. */
export interface SourceResult {
  readonly success: boolean;
  /** Switched off: neither read nor an error. */
  readonly off?: true;
  /** The run was about other sources: this one was not read, and stands as of `asOf`. */
  readonly untouched?: true;
  /** ISO instant of the data: when this reading began or, after a failure, when the last good one did. */
  readonly asOf: string | null;
  readonly duration: string;
  /** Pages of lists, and all requests with people lists and repetitions. */
  readonly pages: number;
  readonly requests: number;
  /** Unique records read; `counting` and the sum of `notCounting` together. */
  readonly records: number;
  readonly matched: readonly { readonly userId: string; readonly name: string }[];
  readonly unmatched: readonly Unmatched[];
  readonly counting: number;
  /** Why how many records do not count. */
  readonly notCounting: Readonly<Record<string, number>>;
  /** Daily cells of the run's days; `removed` fell to 0. */
  readonly metrics: CellCounts;
  /** Sentences that are good to know and no error; absent when there are none. */
  readonly notes?: readonly string[];
}

/** Whether the run read this source, and to its end: one that was off or untouched failed in nothing either. */
export function isReadCompletely({ success, off, untouched }: SourceResult): boolean {
  return success && off !== true && untouched !== true;
}

/** Somebody the source knows and Slack does not or, with `userId`, a rep whom the source does not know. */
export interface Unmatched {
  readonly name: string;
  readonly email: string | null;
  /** As the source's records name them: a Copper user's id, an address, a salesman. */
  readonly owner?: string;
  readonly userId?: string;
  /** Records that count for nobody because of it, and their sum in the metric's unit (dollars). */
  readonly records?: number;
  readonly value?: number;
}

export interface CellCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
}

export interface SyncProblem {
  readonly source: SourceId | "slack" | "goals";
  /** `credentials`, `throttled`, `unreachable`, `unexpected-answer`, `vanished`, `expiring`, `settings` or `bug`. */
  readonly kind: string;
  /** A sentence for whoever can mend it, without secrets. */
  readonly message: string;
  /** How many records of the source are missing; with `vanished` alone. */
  readonly records?: number;
}

export type StepState = "waiting" | "running" | "done" | "failed" | "off" | "untouched";

/** Where a run stands: one state a source, and the goals. */
export type Progress = Readonly<Record<SourceId | "goals", StepState>> & {
  /** The run is another process's: how far it is is not known here, its report follows. */
  readonly elsewhere?: true;
};

/** Nothing has begun. */
export function waitingProgress(): Progress {
  return { ...bySource<StepState>(() => "waiting"), goals: "waiting" };
}

/** What an admin is asked: whether so many records of a source, missing from its answer about these days, are gone. */
export interface ApprovalRequest extends DeletionApproval {
  readonly range: DayRange;
}

/** What a sync of these days asks the admins for: one word a source. */
export function approvalRequests(problems: readonly SyncProblem[], range: DayRange): readonly ApprovalRequest[] {
  return problems.flatMap(({ source, kind, records }) => {
    const of = SOURCE_IDS.find((id) => id === source);
    return of === undefined || kind !== "vanished" || records === undefined ? [] : [{ source: of, records, range }];
  });
}

/** An admin's word about one source, as it was asked for: where still more is missing, it is asked for anew. */
export interface DeletionApproval {
  readonly source: SourceId;
  /** So many records at most. */
  readonly records: number;
}
