import type { Db } from "mongodb";
import { type Delivery, IMMEDIATELY } from "./delivery";

interface RestoredDocument {
  readonly _id: "restored";
  readonly at: Date;
}

/**
 * Stores in `settings` when the database was restored from a backup. What was posted since the backup is not in it, so a
 * message whose time had come before is looked for in Slack before it is posted.
 */
export interface RestoredStore {
  /** When it was restored last; `null` if it never was. */
  last(): Promise<Date | null>;
  /** Records it, and doubts whatever was to be posted when the backup was taken. */
  record(at: Date): Promise<void>;
}

export function restoredStore(db: Db): RestoredStore {
  const settings = db.collection<RestoredDocument>("settings");
  return {
    last: async () => (await settings.findOne({ _id: "restored" }))?.at ?? null,
    record: async (at) => {
      await settings.replaceOne({ _id: "restored" }, { at }, { upsert: true });
      await db
        .collection<Delivery>("deliveries")
        .updateMany({ state: { $in: ["due", "sending"] } }, [
          { $set: { ...IN_DOUBT, since: { $ifNull: ["$since", "$dueAt"] } } },
        ]);
    },
  };
}

/** The fields of a message that may have been posted, as far as the database knows. */
export const IN_DOUBT = {
  state: "unknown",
  looks: 0,
  nextAttemptAt: IMMEDIATELY,
  reason: "the database was restored from a backup",
} as const;
