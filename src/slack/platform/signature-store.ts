import type { Db } from "mongodb";
import type { RefusedSignatures } from "../../doctor/examination";
import { sha256 } from "../../lib/sha256";

/** Keeps, where every process and command finds it, that Slack's requests are refused and none is taken with our secret. */
export interface SignatureStore {
  /** Counts a refused request. `isOurs`: it names our app and workspace, so that it is hardly a stranger's. */
  refuse(isOurs: boolean): Promise<void>;
  /** Forgets what was refused: a request was right. */
  clear(): Promise<void>;
  /** Reads what was refused for this secret since a request was right; `null` for nothing. */
  refused(): Promise<RefusedSignatures | null>;
}

interface SignaturesDocument extends RefusedSignatures {
  readonly _id: "signatures";
  /** The fingerprint of the secret that the requests were not signed with. */
  readonly secret: string;
}

/** Enough to tell one secret from the next, and nothing of it. */
const FINGERPRINT_LENGTH = 12;

/** The `signatures` document of `settings`, on the database's clock; what was refused for another secret counts for nothing. */
export function signatureStore(db: Db, signingSecret: string): SignatureStore {
  const settings = db.collection<SignaturesDocument>("settings");
  const _id = "signatures";
  const secret = sha256(signingSecret).slice(0, FINGERPRINT_LENGTH);
  return {
    async refuse(isOurs) {
      const isSame = { $eq: ["$secret", secret] };
      const from = { $cond: [isSame, "$from", "$$NOW"] };
      const count = { $cond: [isSame, { $add: ["$count", 1] }, 1] };
      const isSlacks = { $or: [{ $and: [isSame, "$isSlacks"] }, isOurs] };
      await settings.updateOne({ _id }, [{ $set: { from, count, isSlacks, secret } }], { upsert: true });
    },
    async clear() {
      await settings.deleteOne({ _id });
    },
    refused: () => settings.findOne({ _id, secret }, { projection: { _id: 0, secret: 0 } }),
  };
}
