import type { Collection, Db } from "mongodb";

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
    async first(key) {
      const { upsertedCount } = await marks.updateOne({ _id: key }, { $currentDate: { at: true } }, { upsert: true });
      return upsertedCount === 1;
    },
    async forget(key) {
      await marks.deleteOne({ _id: key });
    },
  };
}
