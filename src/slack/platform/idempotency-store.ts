import type { Db } from "mongodb";

/** What is to be done once, however often and to however many processes it is told. */
export interface IdempotencyStore {
  /** Whether nobody came with this key before; marks are kept for a week. */
  first(key: string): Promise<boolean>;
  /** Lets somebody come with this key once more. */
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
