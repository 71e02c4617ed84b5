import type { Db } from "mongodb";
import { SOURCE_IDS, type SourceId } from "../metrics/metrics";
import type { Trigger } from "./ask";
import type { SyncReport } from "./report";

/** One document of `sync_runs`: a run's result with when and why it ran. */
export type SyncRun = Partial<SyncReport> & {
  readonly _id: string;
  readonly userId: string;
  readonly dateRange: SyncReport["dateRange"];
  readonly trigger: Trigger;
  /** The sources it was about, where not all. */
  readonly sources?: readonly SourceId[];
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  /** `done` also when a source failed; `failed` when the run itself broke or its process died. */
  readonly status: "running" | "done" | "failed";
  readonly reason?: string;
};

/** The `sync_runs` collection. */
export interface RunStore {
  begin(run: Pick<SyncRun, "_id" | "userId" | "dateRange" | "trigger" | "startedAt" | "sources">): Promise<void>;
  done(id: string, end: { report: SyncReport; finishedAt: Date }): Promise<void>;
  failed(id: string, end: { reason: string; finishedAt: Date }): Promise<void>;
  /** Notes runs that say they are running and are not: whoever holds the lock is the only one. Answers how many. */
  bury(finishedAt: Date): Promise<number>;
  running(): Promise<SyncRun | null>;
  /** Those that ended and began after an instant, newest first. */
  since(instant: Date): Promise<readonly SyncRun[]>;
  one(id: string): Promise<SyncRun | null>;
}

/** Without the lists of people, of which a year's runs would hold millions. */
const SUMMARY = Object.fromEntries(
  SOURCE_IDS.flatMap((source) => ["matched", "unmatched"].map((list) => [`results.${source}.${list}`, 0])),
);

export function runStore(db: Db): RunStore {
  const runs = db.collection<SyncRun>("sync_runs");
  return {
    begin: async (run) => {
      await runs.insertOne({ ...run, finishedAt: null, status: "running" });
    },
    done: async (id, { report, finishedAt }) => {
      await runs.updateOne({ _id: id }, { $set: { ...report, finishedAt, status: "done" } });
    },
    failed: async (id, { reason, finishedAt }) => {
      await runs.updateOne({ _id: id }, { $set: { finishedAt, status: "failed", reason } });
    },
    bury: async (finishedAt) => {
      const reason = "its process ended before the run did";
      const { modifiedCount } = await runs.updateMany(
        { status: "running" },
        { $set: { finishedAt, status: "failed", reason } },
      );
      return modifiedCount;
    },
    running: () => runs.findOne({ status: "running" }, { sort: { startedAt: -1 } }),
    since: (instant) =>
      runs
        .find({ startedAt: { $gt: instant }, status: "done" }, { projection: SUMMARY })
        .sort({ startedAt: -1 })
        .toArray(),
    one: (id) => runs.findOne({ _id: id }),
  };
}
