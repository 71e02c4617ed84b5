import type { Db } from "mongodb";
import type { RefusedSignatures } from "../../doctor/examination";
import { sha256 } from "../../lib/sha256";

/** What is known of a request that is not signed with our secret. */
export interface RefusedSignature {
  /** Whether it names our app and workspace, so that it is hardly a stranger's. */
  readonly isOurs: boolean;
  /** The app's verification token in it; `null` for none, and for what was sent before. */
  readonly token: string | null;
}

/** Keeps, where every process and command finds it, that Slack's requests are refused and none is taken with our secret. */
export interface SignatureStore {
  /** Counts a refused request; once the secret was right, only one with the token that right ones had. */
  refuse(request: RefusedSignature): Promise<void>;
  /** Remembers that this secret was right once, with which token, and forgets what was refused before. */
  accept(token: string | null): Promise<void>;
  /** Reads what was refused for this secret; `null` for nothing, and where a request was right and Slack's are not refused since. */
  refused(): Promise<RefusedSignatures | null>;
  /** Tells whether a request was right with this secret at any time. */
  wasRight(): Promise<boolean>;
  /** Notes that a process which serves Slack runs with this secret, until it says so no more. */
  running(): Promise<void>;
  /** Takes back that one does. */
  stopped(): Promise<void>;
  /** Tells whether what serves Slack with another secret than this said within three minutes that it runs. */
  isOtherRunning(): Promise<boolean>;
}

/** A document for each secret, so that two processes with two secrets do not take each other's away while they are restarted. */
type SignaturesId = `signatures:${string}`;

/** While no request was right. */
interface SignaturesDocument extends Pick<RefusedSignatures, "count" | "from" | "isSlacks"> {
  /** Ends with the fingerprint of the secret that the requests were not signed with. */
  readonly _id: SignaturesId;
}

/** In place of what was refused, once a request was right. */
interface RightSecret {
  readonly _id: SignaturesId;
  readonly rightAt: Date;
  /** The fingerprint of the verification token in right requests; `null` where they had none. */
  readonly token: string | null;
  /** Requests with that token that are signed with another secret, since the last right one. */
  readonly refused?: RefusedAfterRight;
}

/** Requests with our app's verification token that are signed with another secret, though one was right before. */
interface RefusedAfterRight {
  readonly count: number;
  /** When the first and the last of them came. */
  readonly from: Date;
  readonly until: Date;
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

/** So many over so long, with none right in between: a single body that a proxy changed, or a moment of it, says nothing. */
const ENOUGH = { count: 3, overMs: 5 * 60_000 };

/** Enough to tell one secret from the next, and nothing of it. */
const FINGERPRINT_LENGTH = 12;

function fingerprint(secret: string): string {
  return sha256(secret).slice(0, FINGERPRINT_LENGTH);
}

/** The documents `signatures:{secret}` and `signing-secret` of `settings`, on the database's clock; what was refused for another secret counts for nothing. */
export function signatureStore(db: Db, signingSecret: string): SignatureStore {
  const settings = db.collection<SignaturesDocument | RightSecret>("settings");
  const running = db.collection<RunningDocument>("settings");
  const runningId = "signing-secret";
  const secret = fingerprint(signingSecret);
  const _id: SignaturesId = `signatures:${secret}`;
  const isRecent = { $gte: ["$at", { $subtract: ["$$NOW", RUNNING_MS] }] };
  const wasRight = { $gt: ["$rightAt", null] };
  return {
    async refuse({ isOurs, token }) {
      const count = { $add: [{ $ifNull: ["$count", 0] }, 1] };
      const isSlacks = { $or: ["$isSlacks", isOurs] };
      const refused = { _id, from: { $ifNull: ["$from", "$$NOW"] }, count, isSlacks };
      const later = token === null ? "$$ROOT" : refusedAfterRight(fingerprint(token));
      const replaced = { $replaceWith: { $cond: [wasRight, later, refused] } };
      await settings.updateOne({ _id }, [replaced], { upsert: true });
    },
    async accept(token) {
      const had = { $ifNull: ["$token", null] };
      const rightAt = { $ifNull: ["$rightAt", "$$NOW"] };
      const right = { _id, rightAt, token: token === null ? had : fingerprint(token) };
      await settings.updateOne({ _id }, [{ $replaceWith: right }], { upsert: true });
    },
    async refused() {
      const found = await settings.findOne({ _id });
      if (found === null) return null;
      if ("rightAt" in found) return found.refused === undefined ? null : refusedSince(found.refused);
      const { count, from, isSlacks } = found;
      return { count, from, isSlacks, wasRight: false };
    },
    async wasRight() {
      return (await settings.findOne({ _id, rightAt: { $exists: true } })) !== null;
    },
    async running() {
      await running.updateOne({ _id: runningId }, [{ $set: { secret, at: "$$NOW" } }], { upsert: true });
    },
    async stopped() {
      await running.deleteOne({ _id: runningId, secret });
    },
    async isOtherRunning() {
      return (await running.findOne({ _id: runningId, secret: { $ne: secret }, $expr: isRecent })) !== null;
    },
  };
}

/** Counts one more after a right request, if it has the token that right ones had: anything else is a stranger's. */
function refusedAfterRight(token: string) {
  const count = { $add: [{ $ifNull: ["$refused.count", 0] }, 1] };
  const refused = { count, from: { $ifNull: ["$refused.from", "$$NOW"] }, until: "$$NOW" };
  return { $cond: [{ $eq: ["$token", token] }, { $mergeObjects: ["$$ROOT", { refused }] }, "$$ROOT"] };
}

/** Decides whether they mean that Slack signs with a new secret; `null` while they are too few or came too close together. */
function refusedSince({ count, from, until }: RefusedAfterRight): RefusedSignatures | null {
  if (count < ENOUGH.count || until.getTime() - from.getTime() < ENOUGH.overMs) return null;
  return { count, from, isSlacks: true, wasRight: true };
}
