import type { Db, Document } from "mongodb";
import type { Day } from "../time/day";

interface JobDocument {
  readonly _id: string;
  readonly starts: number;
  /** On the server's clock: when another may begin it, should it not be done by then. */
  readonly until: Date;
  readonly done: boolean;
}

/** Lets a job run once a day, over all processes. */
export interface JobStore {
  /** Whether it may begin: not done that day, not under way for the last ten minutes, begun less than three times. */
  begin(name: string, day: Day): Promise<boolean>;
  done(name: string, day: Day): Promise<void>;
}

const UNDER_WAY_MS = 10 * 60_000;
const MAX_STARTS = 3;

/** Only the server's clock decides. */
export function jobStore(db: Db): JobStore {
  const jobs = db.collection<JobDocument>("jobs");
  const starts = { $ifNull: ["$starts", 0] };
  const mayBegin = {
    $and: [
      { $not: [{ $ifNull: ["$done", false] }] },
      { $lt: [starts, MAX_STARTS] },
      { $lte: [{ $ifNull: ["$until", null] }, "$$NOW"] },
    ],
  };
  return {
    async begin(name, day) {
      const begun = { starts: { $add: [starts, 1] }, until: { $add: ["$$NOW", UNDER_WAY_MS] }, done: false };
      const set: Document = Object.fromEntries(
        Object.entries(begun).map(([field, value]) => [field, { $cond: [mayBegin, value, `$${field}`] }]),
      );
      const filter = { _id: idOf(name, day) };
      const { modifiedCount, upsertedCount } = await jobs.updateOne(filter, [{ $set: set }], { upsert: true });
      return modifiedCount + upsertedCount === 1;
    },
    async done(name, day) {
      await jobs.updateOne({ _id: idOf(name, day) }, { $set: { done: true } });
    },
  };
}

function idOf(name: string, day: Day): string {
  return `${name}:${day}`;
}
