import { randomUUID } from "node:crypto";
import type { Db } from "mongodb";
import type { Day } from "../../time/day";

interface PostingDocument {
  readonly _id: "posting";
  readonly perSecond: number;
  /** When the next post may go out, and until when none may: on the database's clock. */
  readonly nextAt: Date;
  readonly pausedUntil: Date;
  readonly nonce: string;
  readonly askedAt: Date;
}

/** Counts the messages for one day that Slack accepted, and all receivers that day had at any time. */
export interface SendCounts {
  readonly posts: number;
  readonly most: number;
}

interface TallyDocument {
  readonly _id: string;
  readonly posts?: number;
  readonly receivers?: readonly string[];
}

/** Shares among all posting processes the send rate, a pause that Slack asked for, and the number of posts a day. */
export interface SendRateStore {
  /** Acquires the slot for one post: 0, or the milliseconds until the next try. */
  acquireSlot(): Promise<number>;
  /** Raises the rate a little, after Slack accepted a post. */
  speedUp(): Promise<void>;
  /** Stops all posting for so long and halves the rate, after Slack asked to wait. */
  pause(ms: number): Promise<void>;
  /** Milliseconds until posting resumes; 0 when it is not paused. */
  paused(): Promise<number>;
  /** Adds receivers of a day, each once: whoever was one may have got a message, and whoever becomes one may get theirs. */
  addReceivers(day: Day, receivers: readonly string[]): Promise<void>;
  /** Counts of a day. They are stored apart from the deliveries, to be a check on them. */
  counts(day: Day): Promise<SendCounts>;
  /** Counts a message for that day that Slack accepted. */
  count(day: Day): Promise<void>;
}

export function sendRateStore(db: Db, pace: SendRate): SendRateStore {
  const posting = db.collection<PostingDocument>("settings");
  const tallies = db.collection<TallyDocument>("settings");
  const perSecond = { $ifNull: ["$perSecond", pace.first] };
  const past = (field: string) => ({ $lte: [{ $ifNull: [field, null] }, "$$NOW"] });
  const update = (set: object) =>
    posting.findOneAndUpdate({ _id: "posting" }, [{ $set: set }], { upsert: true, returnDocument: "after" });
  return {
    async acquireSlot() {
      const nonce = randomUUID();
      const free = { $and: [past("$nextAt"), past("$pausedUntil")] };
      const next = { $add: ["$$NOW", { $divide: [pace.secondMs, perSecond] }] };
      const found = await update({
        nonce: { $cond: [free, nonce, "$nonce"] },
        nextAt: { $cond: [free, next, "$nextAt"] },
        askedAt: "$$NOW",
      });
      return found?.nonce === nonce ? 0 : Math.max(1, remaining(found, ["nextAt", "pausedUntil"]));
    },
    async speedUp() {
      await update({ perSecond: { $min: [pace.most, { $add: [perSecond, pace.step] }] } });
    },
    async pause(ms) {
      await update({
        perSecond: { $max: [pace.least, { $divide: [perSecond, 2] }] },
        pausedUntil: { $max: ["$pausedUntil", { $add: ["$$NOW", ms] }] },
      });
    },
    async paused() {
      return remaining(await update({ askedAt: "$$NOW" }), ["pausedUntil"]);
    },
    async addReceivers(day, receivers) {
      const all = { $setUnion: [{ $ifNull: ["$receivers", []] }, { $literal: receivers }] };
      await tallies.updateOne({ _id: tallyId(day) }, [{ $set: { receivers: all } }], { upsert: true });
    },
    async counts(day) {
      const most = { $size: { $ifNull: ["$receivers", []] } };
      const found = await tallies.findOne<SendCounts>(
        { _id: tallyId(day) },
        { projection: { _id: 0, posts: { $ifNull: ["$posts", 0] }, most } },
      );
      return found ?? { posts: 0, most: 0 };
    },
    async count(day) {
      await tallies.updateOne({ _id: tallyId(day) }, { $inc: { posts: 1 } }, { upsert: true });
    },
  };
}

function tallyId(day: Day): string {
  return `posts:${day}`;
}

function remaining(found: PostingDocument | null, fields: readonly ("nextAt" | "pausedUntil")[]): number {
  if (found === null) return 0;
  const until = Math.max(...fields.map((field) => found[field]?.getTime() ?? 0));
  return Math.max(0, until - found.askedAt.getTime());
}

/** The rate at which messages are posted, by all processes together. */
export interface SendRate {
  /** The length of a second; tests use a shorter one. */
  readonly secondMs: number;
  /** Posts a second to begin with, at most and at least. */
  readonly first: number;
  readonly most: number;
  readonly least: number;
  /** Added with each post that Slack took. */
  readonly step: number;
}

/** Slack promises a post a second and usually takes more; each refusal halves the pace. */
export const SEND_RATE: SendRate = { secondMs: 1_000, first: 1, most: 5, least: 0.25, step: 0.02 };
