import type { Db } from "mongodb";
import { sharedRead } from "../lib/in-groups";
import type { Seal } from "../metrics/seal";
import { type Erased, type Tombstones, tombstones } from "./tombstones";

/** The `erased` collection: who was erased, without saying who that was. */
export interface ErasedStore {
  tombstones(): Promise<Tombstones>;
  /** The tombstone that holds one of these keys; `null` for somebody who was not erased. */
  find(keys: readonly string[]): Promise<Erased | null>;
  /** Adds a tombstone, or more keys to one that is there. */
  add(erased: Erased): Promise<void>;
}

export function erasedStore(db: Db, seal: Seal): ErasedStore {
  const erased = db.collection<Erased>("erased");
  return {
    // It is asked for with every look-up of who acts.
    tombstones: sharedRead(async () => tombstones(await erased.find().sort({ at: -1 }).toArray(), seal)),
    find: (keys) => erased.findOne({ keys: { $in: [...keys] } }),
    add: async ({ _id, at, keys }) => {
      const update = { $setOnInsert: { at }, $addToSet: { keys: { $each: [...keys] } } };
      await erased.updateOne({ _id }, update, { upsert: true });
    },
  };
}
