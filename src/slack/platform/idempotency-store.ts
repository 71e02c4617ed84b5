import type { Db } from "mongodb";

/** Keys of work that is done once, however often and in however many processes it arrives. */
export interface IdempotencyStore {
  /** Claims a key; answers whether it is the first to do so. Keys expire after a week. */
  first(key: string): Promise<boolean>;
  /** Releases a key, so that it can be claimed once more. */
  forget(key: string): Promise<void>;
}

/** The `slack_once` collection, dated by the database's clock. */
export function idempotencyStore(db: Db): IdempotencyStore {
  const marks = db.collection<{ _id: string; at: Date }>("slack_once");
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
