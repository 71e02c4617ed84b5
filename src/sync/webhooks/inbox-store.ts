import { randomUUID } from "node:crypto";
import type { Db } from "mongodb";
import { sha256 } from "../../lib/sha256";
import type { SourceId } from "../../metrics/sources";
import type { RecordRef, WebhookEvent } from "../../sources/webhook-event";
import type { Day } from "../../time/day";

/** One document of `inbox`: what a webhook asked for. A week after it came a TTL index sweeps it away. */
export interface QueuedEvent {
  readonly _id: string;
  readonly source: SourceId;
  readonly records: readonly RecordRef[];
  /** `given-up`: it could not be read so often that it is left to the next sync. */
  readonly state: "waiting" | "done" | "given-up";
  /** Readings that failed. */
  readonly attempts: number;
  /** Days whose totals must be made anew; noted before the first fact is written, so that a crash forgets none. */
  readonly days: readonly Day[];
}

/** The `inbox` collection. Only the database's clock decides what is due. */
export interface InboxStore {
  /** Keeps a hint; answers whether it is new. */
  add(hint: WebhookEvent): Promise<boolean>;
  /** What is due, oldest first: those never tried come before those that failed, so that none holds them back. */
  due(most: number): Promise<readonly QueuedEvent[]>;
  noteDays(ids: readonly string[], days: readonly Day[]): Promise<void>;
  done(ids: readonly string[]): Promise<void>;
  /** Due again after a while, or given up. */
  failed(hints: readonly QueuedEvent[], next: { readonly giveUpAt: number; readonly afterMs: number }): Promise<void>;
}

export function inboxStore(db: Db): InboxStore {
  const inbox = db.collection<QueuedEvent>("inbox");
  const set = (ids: readonly string[], change: object[]) => inbox.updateMany({ _id: { $in: [...ids] } }, change);
  return {
    async add({ source, key, records }) {
      const kept = { _id: idOf(source, key), source, records, state: "waiting", attempts: 0, days: [] };
      const whole = { $mergeObjects: [{ $literal: kept }, { receivedAt: "$$NOW", nextAt: "$$NOW" }] };
      const isNew = { $eq: [{ $type: "$receivedAt" }, "missing"] };
      const { upsertedCount } = await inbox.updateOne(
        { _id: kept._id },
        [{ $replaceWith: { $cond: [isNew, whole, "$$ROOT"] } }],
        { upsert: true },
      );
      return upsertedCount === 1;
    },
    due: (most) =>
      inbox
        .find({ state: "waiting", $expr: { $lte: ["$nextAt", "$$NOW"] } })
        .sort({ attempts: 1, receivedAt: 1 })
        .limit(most)
        .toArray(),
    async noteDays(ids, days) {
      await set(ids, [{ $set: { days: { $setUnion: ["$days", [...days]] } } }]);
    },
    async done(ids) {
      await set(ids, [{ $set: { state: "done" } }]);
    },
    async failed(hints, { giveUpAt, afterMs }) {
      const attempts = { $add: ["$attempts", 1] };
      const state = { $cond: [{ $gte: [attempts, giveUpAt] }, "given-up", "waiting"] };
      await set(
        hints.map(({ _id }) => _id),
        [{ $set: { state, attempts, nextAt: { $add: ["$$NOW", afterMs] } } }],
      );
    },
  };
}

/** A digest, since the vendor's own text may be long, and may look like anything. */
function idOf(source: SourceId, key: string | null): string {
  if (key === null) return `${source}:${randomUUID()}`;
  return `${source}:${sha256(key)}`;
}
