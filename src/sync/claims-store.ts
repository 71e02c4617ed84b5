import type { Db } from "mongodb";
import type { Claim } from "./claims";

/** Whose every owner was when the totals were last made, in one document of `settings`. */
export interface ClaimsStore {
  /** `null` before the first run. */
  all(): Promise<readonly Claim[] | null>;
  save(claims: readonly Claim[]): Promise<void>;
}

export function claimsStore(db: Db): ClaimsStore {
  const settings = db.collection<{ readonly _id: string; readonly claims?: readonly Claim[] }>("settings");
  return {
    all: async () => (await settings.findOne({ _id: KEY }))?.claims ?? null,
    save: async (claims) => {
      await settings.updateOne({ _id: KEY }, { $set: { claims } }, { upsert: true });
    },
  };
}

const KEY = "sync:claims";
