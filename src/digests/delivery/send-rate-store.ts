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

/** How many messages for one day Slack took, and the most receivers that day had. */
export interface SendCounts {
  readonly posts: number;
  readonly most: number;
}

/** What all processes that post share: the pace, a pause that Slack asked for, and how many posts there were a day. */
export interface SendRateStore {
  /** Takes the turn to post: 0, or how many milliseconds until the next try. */
  acquireSlot(): Promise<number>;
  /** Slack took a post: a little faster from now on. */
  speedUp(): Promise<void>;
  /** Slack refused: nobody posts for so long, and half as fast afterwards. */
  pause(ms: number): Promise<void>;
  /** Milliseconds until posting goes on; 0 when it does. */
  paused(): Promise<number>;
  /** The tally of a day, which has so many receivers now. It is kept apart from the ledger, to be a check on it. */
  counts(day: Day, receivers: number): Promise<SendCounts>;
  /** Slack took a message for that day. */
  count(day: Day): Promise<void>;
}

export function sendRateStore(db: Db, pace: SendRate): SendRateStore {
  const posting = db.collection<PostingDocument>("settings");
  const tallies = db.collection<SendCounts & { readonly _id: string }>("settings");
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
    async counts(day, receivers) {
      const update = { $max: { most: receivers }, $inc: { posts: 0 } };
      const found = await tallies.findOneAndUpdate({ _id: tallyId(day) }, update, {
        upsert: true,
        returnDocument: "after",
      });
      return found ?? { posts: 0, most: receivers };
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

/** How fast messages are posted, all processes together. */
export interface SendRate {
  /** What a second is; tests take a shorter one. */
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
