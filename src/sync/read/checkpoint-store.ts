import type { Db } from "mongodb";
import type { SourceId } from "../../metrics/sources";
import type { Checkpoint } from "./checkpoint";

/** One document a source in `checkpoints`, while a reading of several windows is under way or broke off. */
export interface CheckpointStore {
  of(source: SourceId): Promise<Checkpoint | null>;
  keep(checkpoint: Checkpoint): Promise<void>;
  /** The reading came to its end. */
  drop(source: SourceId): Promise<void>;
}

export function checkpointStore(db: Db): CheckpointStore {
  const checkpoints = db.collection<Checkpoint & { readonly _id: string }>("checkpoints");
  return {
    of: (source) => checkpoints.findOne({ _id: source }, { projection: { _id: 0 } }),
    keep: async (checkpoint) => {
      await checkpoints.replaceOne({ _id: checkpoint.source }, checkpoint, { upsert: true });
    },
    drop: async (source) => {
      await checkpoints.deleteOne({ _id: source });
    },
  };
}
