import type { Db } from "mongodb";
import type { OwnerAssignment } from "./owner-assignments";

/** Stores who every owner was when the totals were last made, in one document of `settings`. */
export interface OwnerAssignmentStore {
  /** `null` before the first run. */
  all(): Promise<readonly OwnerAssignment[] | null>;
  save(assignments: readonly OwnerAssignment[]): Promise<void>;
}

export function ownerAssignmentStore(db: Db): OwnerAssignmentStore {
  const settings = db.collection<{ readonly _id: string; readonly claims?: readonly OwnerAssignment[] }>("settings");
  return {
    all: async () => (await settings.findOne({ _id: KEY }))?.claims ?? null,
    save: async (claims) => {
      await settings.updateOne({ _id: KEY }, { $set: { claims } }, { upsert: true });
    },
  };
}

const KEY = "sync:claims";
