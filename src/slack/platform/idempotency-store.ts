import type { AnyBulkWriteOperation, Collection, Db } from "mongodb";
import { insertOnce } from "../../lib/insert-once-store";

/** Keys of work that is done once, however often and in however many processes it arrives. */
export interface IdempotencyStore {
  /** Claims a key; answers whether it is the first to do so. */
  first(key: string): Promise<boolean>;
  /** Releases a key, so that it can be claimed once more. */
  forget(key: string): Promise<void>;
}

/** The `slack_once` collection: a key expires after a week. */
export function idempotencyStore(db: Db): IdempotencyStore {
  return storeIn(db.collection<Mark>("slack_once"));
}

/** The `slack_requests` collection, of requests that were accepted: a key expires after 15 minutes. */
export function acceptedRequestStore(db: Db): Pick<IdempotencyStore, "first"> {
  return storeIn(db.collection<Mark>("slack_requests"));
}

interface Mark {
  readonly _id: string;
  /** By the database's clock. */
  readonly at: Date;
}

function storeIn(marks: Collection<Mark>): IdempotencyStore {
  return {
    first: insertOnce(marks, claim),
    async forget(key) {
      await marks.deleteOne({ _id: key });
    },
  };
}

function claim(key: string): AnyBulkWriteOperation<Mark> {
  return { updateOne: { filter: { _id: key }, update: { $currentDate: { at: true } }, upsert: true } };
}
