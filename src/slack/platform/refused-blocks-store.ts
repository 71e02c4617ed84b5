import type { Db } from "mongodb";

/** The kinds of blocks that this workspace refuses, which Slack may take up at any time. */
export interface RefusedBlocksStore {
  /** Whether a kind was refused within the last hour, by the database's clock. */
  refuses(type: string): Promise<boolean>;
  /** Remembers that a kind was refused just now. */
  record(type: string): Promise<void>;
}

interface RefusedBlocks {
  readonly _id: "blocks";
  /** When each kind was refused last. */
  readonly refusedAt?: Readonly<Record<string, Date>>;
}

/** After so long, a refused kind is tried once more. */
const HOLDS_MS = 3_600_000;

/** The `blocks` document of `settings`. */
export function refusedBlocksStore(db: Db): RefusedBlocksStore {
  const settings = db.collection<RefusedBlocks>("settings");
  return {
    refuses: async (type) => {
      const recent = { $gt: [`$refusedAt.${type}`, { $subtract: ["$$NOW", HOLDS_MS] }] };
      return (await settings.countDocuments({ _id: "blocks", $expr: recent }, { limit: 1 })) === 1;
    },
    record: async (type) => {
      await settings.updateOne({ _id: "blocks" }, { $currentDate: { [`refusedAt.${type}`]: true } }, { upsert: true });
    },
  };
}
