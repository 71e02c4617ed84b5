import { randomUUID } from "node:crypto";
import type { AnyBulkWriteOperation, Db } from "mongodb";
import { insertOnce } from "../../lib/insert-once-store";
import { sha256 } from "../../lib/sha256";
import type { SourceId } from "../../metrics/sources";
import type { RecordRef, WebhookEvent } from "../../sources/webhook-event";
import type { Day } from "../../time/day";

/** One document of `inbox`: what a webhook asked for. A TTL index deletes it after a week. */
export interface QueuedEvent {
  readonly _id: string;
  readonly source: SourceId;
  readonly records: readonly RecordRef[];
  /** `given-up`: reading it failed so often that it is left to the next sync. */
  readonly state: "waiting" | "done" | "given-up";
  /** How many reads failed. */
  readonly attempts: number;
  /** Days whose totals must be recomputed, recorded before the first fact is written, so that a crash forgets none. */
  readonly days: readonly Day[];
}

/** The `inbox` collection. Only the database's clock decides what is due. */
export interface InboxStore {
  /** Stores an event and tells whether it is new. What comes in a rush is written together, and each told once it is kept. */
  add(event: WebhookEvent): Promise<boolean>;
  /** Counts the events that wait, due or not. */
  waiting(): Promise<number>;
  /** Lists due events, oldest first, those never tried before those that failed, so that no failure delays a new one. */
  due(limit: number): Promise<readonly QueuedEvent[]>;
  recordDays(ids: readonly string[], days: readonly Day[]): Promise<void>;
  done(ids: readonly string[]): Promise<void>;
  /** Makes the events due again later, or gives them up. */
  failed(events: readonly QueuedEvent[], next: { readonly giveUpAt: number; readonly afterMs: number }): Promise<void>;
}

export function inboxStore(db: Db): InboxStore {
  const inbox = db.collection<QueuedEvent>("inbox");
  const keep = insertOnce(inbox, keptOnce);
  const set = (ids: readonly string[], change: object[]) => inbox.updateMany({ _id: { $in: [...ids] } }, change);
  return {
    add: (event) => keep(queued(event)),
    waiting: () => inbox.countDocuments({ state: "waiting" }),
    due: (limit) =>
      inbox
        .find({ state: "waiting", $expr: { $lte: ["$nextAt", "$$NOW"] } })
        .sort({ attempts: 1, receivedAt: 1 })
        .limit(limit)
        .toArray(),
    async recordDays(ids, days) {
      await set(ids, [{ $set: { days: { $setUnion: ["$days", [...days]] } } }]);
    },
    async done(ids) {
      await set(ids, [{ $set: { state: "done" } }]);
    },
    async failed(events, { giveUpAt, afterMs }) {
      const attempts = { $add: ["$attempts", 1] };
      const state = { $cond: [{ $gte: [attempts, giveUpAt] }, "given-up", "waiting"] };
      await set(
        events.map(({ _id }) => _id),
        [{ $set: { state, attempts, nextAt: { $add: ["$$NOW", afterMs] } } }],
      );
    },
  };
}

function queued({ source, key, records }: WebhookEvent): QueuedEvent {
  return { _id: idOf(source, key), source, records, state: "waiting", attempts: 0, days: [] };
}

/** Writes an event unless it came before. */
function keptOnce(event: QueuedEvent): AnyBulkWriteOperation<QueuedEvent> {
  const document = { $mergeObjects: [{ $literal: event }, { receivedAt: "$$NOW", nextAt: "$$NOW" }] };
  const isNew = { $eq: [{ $type: "$receivedAt" }, "missing"] };
  const update = [{ $replaceWith: { $cond: [isNew, document, "$$ROOT"] } }];
  return { updateOne: { filter: { _id: event._id }, update, upsert: true } };
}

/** Hashes the key, since the vendor's own text may be long and may look like anything. */
function idOf(source: SourceId, key: string | null): string {
  if (key === null) return `${source}:${randomUUID()}`;
  return `${source}:${sha256(key)}`;
}
