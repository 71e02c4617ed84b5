import type { Db } from "mongodb";
import type { InstantRange } from "../metrics/day";
import type { SourceId } from "../metrics/metrics";

/** How far a reading of several windows has come: all of them up to `keptTo` are kept. */
export interface Checkpoint {
  readonly source: SourceId;
  /** The whole that is read. */
  readonly range: InstantRange;
  readonly keptTo: Date;
  /** The reading's basis; `null` where it has none. */
  readonly basis: string | null;
  /** When the reading began: as of then its first windows stand. */
  readonly begunAt: Date;
  readonly keptAt: Date;
  /** What of these windows became no fact, by reason. */
  readonly leftOut: readonly (readonly [why: string, count: number])[];
}

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
