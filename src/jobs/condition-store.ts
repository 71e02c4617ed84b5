import type { Db, Document } from "mongodb";

interface ConditionDocument {
  readonly _id: string;
  /** When it broke last, and when it was back since; on the database's clock. */
  readonly brokeAt: Date;
  readonly backAt?: Date;
}

/** The last time something broke; with `backAt`, it is back. */
export type ConditionChange = Pick<ConditionDocument, "brokeAt" | "backAt">;

/** Stores in `settings` since when something is wrong, so that all processes tell of it once each way. */
export interface ConditionStore {
  /** Records what one process sees now, and returns what all have seen; `null` where it never broke. */
  observe(name: "disk", state: "broken" | "well"): Promise<ConditionChange | null>;
}

/** Only the server's clock decides. */
export function conditionStore(db: Db): ConditionStore {
  const settings = db.collection<ConditionDocument>("settings");
  const isBroken = { $and: [{ $ne: [{ $type: "$brokeAt" }, "missing"] }, { $eq: [{ $type: "$backAt" }, "missing"] }] };
  const broke: Document = {
    brokeAt: { $cond: [isBroken, "$brokeAt", "$$NOW"] },
    backAt: "$$REMOVE",
  };
  return {
    async observe(name, state) {
      const _id = `condition:${name}`;
      if (state === "broken") {
        return settings.findOneAndUpdate({ _id }, [{ $set: broke }], { upsert: true, returnDocument: "after" });
      }
      await settings.updateOne({ _id, backAt: { $exists: false } }, [{ $set: { backAt: "$$NOW" } }]);
      return settings.findOne({ _id });
    },
  };
}
