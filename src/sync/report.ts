import { bySource, SOURCE_IDS, type SourceId } from "../metrics/sources";
import type { Day, DayRange, ZoneDays } from "../time/day";

/** The result of a run, as the HTTP API returns it, `sync_runs` stores it and `/sync` puts it in words. */
export interface SyncReport {
  /** True without any error. */
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
    /** Who came to which team and who left it, with their user groups; absent where nobody did. */
    readonly teams?: readonly MembersFollowed[];
  };
  readonly summary: { readonly [Source in SourceId as `${Source}Success`]: boolean } & {
    readonly goalsUpdated: number;
    readonly errors: number;
  };
}

/** A team whose members became others, as its user group's users did; names. */
export interface MembersFollowed {
  readonly team: string;
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

/** Tells of each source whether it succeeded, in the fields of the summary. */
export function successFields(
  results: Readonly<Record<SourceId, Pick<SourceResult, "success">>>,
): Pick<SyncReport["summary"], `${SourceId}Success`> {
  const entries = SOURCE_IDS.map((source) => [`${source}Success`, results[source].success]);
  // One entry a source; TypeScript cannot follow them through Object.fromEntries.
  return Object.fromEntries(entries);
}

/** Returns the days of a run, in the team's zone. */
export function reportDays({ dateRange }: Pick<SyncReport, "dateRange">, days: ZoneDays): DayRange {
  const until = new Date(dateRange.end).getTime();
  return { from: days.dayOf(new Date(dateRange.start)), to: days.dayOf(new Date(until - 1)) };
}

/** The result of one source. */
export interface SourceResult {
  readonly success: boolean;
  /** Switched off: neither read nor an error. */
  readonly off?: true;
  /** The run was about other sources: this one was not read, and stands as of `asOf`. */
  readonly untouched?: true;
  /** The newest days were read, from this one on; after that it failed. */
  readonly readFrom?: Day;
  /** ISO instant of the data: when this read began or, after a failure, when the last good one did. */
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
  /** Records that count although the source doesn't say whether they still exist; absent where there are none. */
  readonly unanswered?: number;
  /** Sentences that are good to know and no error; absent when there are none. */
  readonly notes?: readonly string[];
}

/** Tells whether the run read this source to its end; one that was off or untouched is no failure, but was not read. */
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

/** The progress of a run: one state per source, and one for the goals. */
export type Progress = Readonly<Record<SourceId | "goals", StepState>> & {
  /** The run is another process's, whose progress is not known yet; its report will follow. */
  readonly elsewhere?: true;
  /** A vendor's limit binds: so many newest days are read first. `done` once they are in the totals and the goals. */
  readonly newest?: { readonly days: number; readonly state: "running" | "done" };
};

/** Nothing has begun. */
export function waitingProgress(): Progress {
  return { ...bySource<StepState>(() => "waiting"), goals: "waiting" };
}

/** A request to an admin to confirm that so many records of a source, missing on these days, were deleted. */
export interface ApprovalRequest extends DeletionApproval {
  readonly range: DayRange;
}

/** Lists the approvals that a sync of these days needs, one per source. */
export function approvalRequests(problems: readonly SyncProblem[], range: DayRange): readonly ApprovalRequest[] {
  return problems.flatMap(({ source, kind, records }) => {
    const of = SOURCE_IDS.find((id) => id === source);
    return of === undefined || kind !== "vanished" || records === undefined ? [] : [{ source: of, records, range }];
  });
}

/** An admin's approval of a mass deletion at one source. If more is missing by then, it must be approved again. */
export interface DeletionApproval {
  readonly source: SourceId;
  /** At most so many records. */
  readonly records: number;
}

/**
 * Claims the alerts of these sources for a report that tells an admin that they can't be read, before it is posted: its reader, by their
 * Slack id, is not told again. What it answers is called once and says whether the report arrived.
 */
export type ReportSources = (
  reader: string,
  sources: readonly SourceId[],
) => Promise<(arrived: boolean) => Promise<void>>;
