import type { Db } from "mongodb";
import type { RefusedSignatures } from "../../doctor/examination";

/** Keeps, where every process and command finds it, that Slack's requests are refused and none is taken. */
export interface SignatureStore {
  /** Counts a refused request. `isOurs`: it names our app and workspace, so that it is hardly a stranger's. */
  refuse(isOurs: boolean): Promise<void>;
  /** Forgets what was refused: a request was right, or a process starts. */
  clear(): Promise<void>;
  /** Reads what was refused since a request was right or a process started; `null` for nothing. */
  refused(): Promise<RefusedSignatures | null>;
}

interface SignaturesDocument extends RefusedSignatures {
  readonly _id: "signatures";
}

/** The `signatures` document of `settings`, on the database's clock. */
export function signatureStore(db: Db): SignatureStore {
  const settings = db.collection<SignaturesDocument>("settings");
  const _id = "signatures";
  return {
    async refuse(isOurs) {
      const from = { $ifNull: ["$from", "$$NOW"] };
      const count = { $add: [{ $ifNull: ["$count", 0] }, 1] };
      const isSlacks = { $or: [{ $ifNull: ["$isSlacks", false] }, isOurs] };
      await settings.updateOne({ _id }, [{ $set: { from, count, isSlacks } }], { upsert: true });
    },
    async clear() {
      await settings.deleteOne({ _id });
    },
    refused: () => settings.findOne({ _id }, { projection: { _id: 0 } }),
  };
}
