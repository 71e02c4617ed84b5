import type { Db } from "mongodb";
import type { RefusedSignatures } from "../../doctor/examination";
import { sha256 } from "../../lib/sha256";

/** Keeps, where every process and command finds it, that Slack's requests are refused and none is taken with our secret. */
export interface SignatureStore {
  /** Counts a refused request, unless the secret was right once. `isOurs`: it names our app and workspace, so that it is hardly a stranger's. */
  refuse(isOurs: boolean): Promise<void>;
  /** Remembers that this secret was right once, and forgets what was refused before: whatever is refused later is a stranger's. */
  accept(): Promise<void>;
  /** Reads what was refused for this secret; `null` for nothing, and once a request was right. */
  refused(): Promise<RefusedSignatures | null>;
  /** Notes that a process which serves Slack runs with this secret, until it says so no more. */
  running(): Promise<void>;
  /** Takes back that one does. */
  stopped(): Promise<void>;
  /** Tells whether what serves Slack said within three minutes that it runs with another secret. */
  isOtherRunning(): Promise<boolean>;
}

interface SignaturesDocument extends RefusedSignatures {
  readonly _id: "signatures";
  /** The fingerprint of the secret that the requests were not signed with. */
  readonly secret: string;
}

/** In place of what was refused, once a request was right. */
interface RightSecret {
  readonly _id: "signatures";
  readonly secret: string;
  readonly rightAt: Date;
}

interface RunningDocument {
  readonly _id: "signing-secret";
  /** The fingerprint of the secret that a process runs with. */
  readonly secret: string;
  /** When it last said so. */
  readonly at: Date;
}

/** A process says so each minute. */
const RUNNING_MS = 3 * 60_000;

/** Enough to tell one secret from the next, and nothing of it. */
const FINGERPRINT_LENGTH = 12;

/** The documents `signatures` and `signing-secret` of `settings`, on the database's clock; what was refused for another secret counts for nothing. */
export function signatureStore(db: Db, signingSecret: string): SignatureStore {
  const settings = db.collection<SignaturesDocument | RightSecret>("settings");
  const running = db.collection<RunningDocument>("settings");
  const [_id, runningId] = ["signatures", "signing-secret"] as const;
  const secret = sha256(signingSecret).slice(0, FINGERPRINT_LENGTH);
  const isSame = { $eq: ["$secret", secret] };
  const wasRight = { $and: [isSame, { $gt: ["$rightAt", null] }] };
  return {
    async refuse(isOurs) {
      const from = { $cond: [isSame, "$from", "$$NOW"] };
      const count = { $cond: [isSame, { $add: ["$count", 1] }, 1] };
      const isSlacks = { $or: [{ $and: [isSame, "$isSlacks"] }, isOurs] };
      const refused = { _id, secret, from, count, isSlacks };
      const replaced = { $replaceWith: { $cond: [wasRight, "$$ROOT", refused] } };
      await settings.updateOne({ _id }, [replaced], { upsert: true });
    },
    async accept() {
      const right = { _id, secret, rightAt: { $cond: [wasRight, "$rightAt", "$$NOW"] } };
      await settings.updateOne({ _id }, [{ $replaceWith: right }], { upsert: true });
    },
    refused: () =>
      settings.findOne<RefusedSignatures>(
        { _id, secret, rightAt: { $exists: false } },
        { projection: { _id: 0, secret: 0 } },
      ),
    async running() {
      await running.updateOne({ _id: runningId }, [{ $set: { secret, at: "$$NOW" } }], { upsert: true });
    },
    async stopped() {
      await running.deleteOne({ _id: runningId, secret });
    },
    async isOtherRunning() {
      const isRecent = { $gte: ["$at", { $subtract: ["$$NOW", RUNNING_MS] }] };
      return (await running.findOne({ _id: runningId, secret: { $ne: secret }, $expr: isRecent })) !== null;
    },
  };
}
