import type { Db } from "mongodb";
import type { SourceId } from "../../metrics/sources";
import type { Checkpoint } from "./checkpoint";

/** Stores one document per source in `checkpoints`, while a read of several windows is under way or was interrupted. */
export interface CheckpointStore {
  get(source: SourceId): Promise<Checkpoint | null>;
  save(checkpoint: Checkpoint): Promise<void>;
  /** Deletes the checkpoint of a read that came to its end. */
  delete(source: SourceId): Promise<void>;
}

export function checkpointStore(db: Db): CheckpointStore {
  const checkpoints = db.collection<Checkpoint & { readonly _id: string }>("checkpoints");
  return {
    get: (source) => checkpoints.findOne({ _id: source }, { projection: { _id: 0 } }),
    save: async (checkpoint) => {
      await checkpoints.replaceOne({ _id: checkpoint.source }, checkpoint, { upsert: true });
    },
    delete: async (source) => {
      await checkpoints.deleteOne({ _id: source });
    },
  };
}
