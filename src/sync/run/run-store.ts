import type { Db } from "mongodb";
import { bySource, SOURCE_IDS, type SourceId } from "../../metrics/sources";
import {
  type DeletionApproval,
  isReadCompletely,
  type Progress,
  type SyncProblem,
  type SyncReport,
  type Unmatched,
} from "../report";
import type { Trigger } from "../request";

/** One document of `sync_runs`: a run's result with when and why it ran. */
export type SyncRun = Partial<SyncReport> & {
  readonly _id: string;
  readonly userId: string;
  readonly dateRange: SyncReport["dateRange"];
  readonly trigger: Trigger;
  /** The sources it was about, where not all. */
  readonly sources?: readonly SourceId[];
  /** The approval of a mass deletion that `userId` gave with it. */
  readonly acceptVanished?: true | DeletionApproval;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  /** `done` also when a source failed; `failed` when the run itself broke or its process died. */
  readonly status: "running" | "done" | "failed";
  readonly reason?: string;
  /** While it runs: how far it has come, a second old at most. */
  readonly progress?: Progress;
};

/** The `sync_runs` collection. */
export interface RunStore {
  begin(
    run: Pick<SyncRun, "_id" | "userId" | "dateRange" | "trigger" | "startedAt" | "sources" | "acceptVanished">,
  ): Promise<void>;
  /** Records how far a run has come that is still running. */
  progress(id: string, progress: Progress): Promise<void>;
  done(id: string, end: { report: SyncReport; finishedAt: Date }): Promise<void>;
  failed(id: string, end: { reason: string; finishedAt: Date }): Promise<void>;
  /** Marks runs as failed that claim to be running and are not, for the holder of the lease alone; tells how many. */
  failAbandoned(finishedAt: Date): Promise<number>;
  running(): Promise<SyncRun | null>;
  /** Those that ended and began after an instant, newest first. */
  since(instant: Date): Promise<readonly SyncRun[]>;
  /** Reads when the first run that is kept began; `null` where none ever did. */
  first(): Promise<Date | null>;
  one(id: string): Promise<SyncRun | null>;
  /** Finds the newest run that ended with this report: who asked, its days, and how long it took. */
  ofReport(key: ReportKey): Promise<SyncRun | null>;
  /** Lists the latest runs in short, the newest first. */
  latest(count: number): Promise<readonly RunSummary[]>;
  /** Whom the latest runs that came to an end could not match, the newest first. */
  latestUnmatched(count: number): Promise<readonly RunUnmatched[]>;
}

/** What tells a report from another. */
export type ReportKey = Pick<SyncReport, "userId" | "duration"> & SyncReport["dateRange"];

/** When a run took place, who requested it, and how it went. */
export type RunSummary = Pick<
  SyncRun,
  "_id" | "userId" | "dateRange" | "trigger" | "startedAt" | "finishedAt" | "status" | "reason" | "acceptVanished"
> & { readonly errors: readonly SyncProblem[] };

/** By source; `null` where it was off, not read to its end, or not what the run was about. */
export type RunUnmatched = Readonly<Record<SourceId, readonly Unmatched[] | null>>;

/** Without the lists of people, of which a year's runs would hold millions. */
const SUMMARY = Object.fromEntries(
  SOURCE_IDS.flatMap((source) => ["matched", "unmatched"].map((list) => [`results.${source}.${list}`, 0])),
);
/** Without the people, of whom there may be thousands. */
const IN_SHORT = {
  userId: 1,
  dateRange: 1,
  trigger: 1,
  startedAt: 1,
  finishedAt: 1,
  status: 1,
  reason: 1,
  acceptVanished: 1,
  "results.errors": 1,
};
const FIELDS = ["success", "off", "untouched", "unmatched"];
const UNMATCHED = Object.fromEntries(
  SOURCE_IDS.flatMap((source) => FIELDS.map((field) => [`results.${source}.${field}`, 1])),
);

/** Whoever reads a run that has ended reads its report. */
const OVER = { $unset: { progress: "" } } as const;

export function runStore(db: Db): RunStore {
  const runs = db.collection<SyncRun>("sync_runs");
  return {
    begin: async (run) => {
      await runs.insertOne({ ...run, finishedAt: null, status: "running" });
    },
    progress: async (id, progress) => {
      await runs.updateOne({ _id: id, status: "running" }, { $set: { progress } });
    },
    done: async (id, { report, finishedAt }) => {
      await runs.updateOne({ _id: id }, { $set: { ...report, finishedAt, status: "done" }, ...OVER });
    },
    failed: async (id, { reason, finishedAt }) => {
      await runs.updateOne({ _id: id }, { $set: { finishedAt, status: "failed", reason }, ...OVER });
    },
    failAbandoned: async (finishedAt) => {
      const reason = "Paceline stopped before it finished";
      const { modifiedCount } = await runs.updateMany(
        { status: "running" },
        { $set: { finishedAt, status: "failed", reason }, ...OVER },
      );
      return modifiedCount;
    },
    running: () => runs.findOne({ status: "running" }, { sort: { startedAt: -1 } }),
    since: (instant) =>
      runs
        .find({ startedAt: { $gt: instant }, status: "done" }, { projection: SUMMARY })
        .sort({ startedAt: -1 })
        .toArray(),
    first: async () =>
      (await runs.findOne({}, { projection: { startedAt: 1 }, sort: { startedAt: 1 } }))?.startedAt ?? null,
    one: (id) => runs.findOne({ _id: id }),
    ofReport: ({ userId, duration, start, end }) => {
      const key = { userId, duration, "dateRange.start": start, "dateRange.end": end };
      return runs.findOne({ ...key, status: "done" }, { sort: { startedAt: -1 } });
    },
    latest: async (count) => {
      const found = await runs.find({}, { projection: IN_SHORT }).sort({ startedAt: -1 }).limit(count).toArray();
      return found.map(({ results, ...run }) => ({ ...run, errors: results?.errors ?? [] }));
    },
    latestUnmatched: async (count) => {
      const done = runs.find({ status: "done" }, { projection: UNMATCHED });
      const found = await done.sort({ startedAt: -1 }).limit(count).toArray();
      return found.map(({ results }) => {
        return bySource((source) => {
          const result = results?.[source];
          return result !== undefined && isReadCompletely(result) ? result.unmatched : null;
        });
      });
    },
  };
}
