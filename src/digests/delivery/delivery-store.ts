import { randomUUID } from "node:crypto";
import { type Db, type Document, type Filter, MongoBulkWriteError } from "mongodb";
import { DUPLICATE_KEY } from "../../lib/duplicate-key";
import type { PlannedMessage } from "../planned-message";
import {
  type Change,
  type Delivery,
  IMMEDIATELY,
  LATEST_DELIVERIES,
  type MessageRef,
  newDelivery,
  plannedAgain,
  type Rendered,
  type UndeliveredRow,
} from "./delivery";
import { applyChange, claimed, expiredLeases, inMs, missedDeadline, orphaned, REACHED } from "./delivery-updates";
import { IN_DOUBT, restoredStore } from "./restored-store";
import { type DeliveryTimes, MAX_STARTS, QUARANTINED } from "./transitions";

/**
 * The `deliveries` collection: the outbox of messages that are to arrive, did, or may have. All that decides who may do
 * what is one conditional write of one document each, on the database's clock; `now` is the clock of days.
 */
export interface DeliveryStore {
  serverTime(): Promise<Date>;
  /** Adds rows for what has none, and makes due again what was skipped; answers how many of both. */
  addPlanned(wanted: readonly PlannedMessage[]): Promise<number>;
  /** What is due and not rendered yet, in the order of posting, or of it the one with this id alone. */
  unrendered(now: Date, only?: string): Promise<readonly Delivery[]>;
  /** Records that rendering begins, before it does: it may end the process. Answers the rows that no other process renders now. */
  beginRender(ids: readonly string[], holdMs: number): Promise<readonly Delivery[]>;
  /** Stores the rendered messages by id, unless there is one already; rows without one may begin again. */
  endRender(ids: readonly string[], rendered: ReadonlyMap<string, Rendered>): Promise<void>;
  /** Claims the next message that is due, or the one with this id alone: no other process posts it until the lease ends. */
  claim(now: Date, leaseMs: number, only?: string): Promise<Delivery | null>;
  /** Claims, for so long, the next message of unknown outcome that is to be looked up. */
  claimUnknown(now: Date, holdMs: number): Promise<Delivery | null>;
  /** Claims, for so long, the next sent message whose late copies are to be searched for. */
  claimSent(now: Date, holdMs: number): Promise<Delivery | null>;
  /** Changes a row that was claimed or taken; `false` when somebody else has it by now. */
  change(row: Delivery, change: Change): Promise<boolean>;
  /** Records what a holder posted after its lease had expired. */
  recordOrphan(id: string, ref: MessageRef): Promise<void>;
  /** What is still due at its cut-off, before it is swept. */
  overdue(now: Date): Promise<readonly Delivery[]>;
  /** What was skipped because its time had not come where its receiver was; not what is long over. */
  early(now: Date): Promise<readonly Delivery[]>;
  /** Expires leases, messages that were not posted in time, and messages that end every process. */
  sweep(now: Date, times: DeliveryTimes): Promise<void>;
  /** Rows that did not arrive, or are unknown past their cut-off, and no alert was sent about yet. */
  unalerted(now: Date): Promise<readonly Delivery[]>;
  markAlerted(ids: readonly string[]): Promise<void>;
}

const MAJORITY = { writeConcern: { w: "majority" as const } };
/** A message is no longer looked up when its cut-off is this long ago. */
const FORGOTTEN_MS = 86_400_000;

const UNRENDERED = { state: "due", body: null } as const;

export function deliveryStore(db: Db): DeliveryStore {
  const rows = db.collection<Delivery>("deliveries");
  const restored = restoredStore(db);
  const claimRow = (filter: Filter<Delivery>, set: Document, hint: Document = { state: 1, order: 1 }) =>
    rows.findOneAndUpdate({ ...filter, ...REACHED }, [{ $set: set }], {
      sort: { order: 1 },
      returnDocument: "after",
      hint,
      ...MAJORITY,
    });
  // In the order of posting it would read through the sent messages of all time.
  const claimWaiting = (filter: Filter<Delivery>, holdMs: number) =>
    claimRow(filter, { nextAttemptAt: inMs(holdMs) }, { state: 1, nextAttemptAt: 1 });
  // Nobody restores a database that a process works on: it is looked up once.
  let lastRestored: { readonly at: Date | null } | null = null;
  const doubted = async (fresh: readonly Delivery[]): Promise<readonly Delivery[]> => {
    lastRestored ??= { at: await restored.last() };
    const { at } = lastRestored;
    return at === null ? fresh : fresh.map((row) => (row.dueAt > at ? row : { ...row, ...IN_DOUBT }));
  };
  const inOrder = (filter: Filter<Delivery>) => rows.find(filter).sort({ order: 1 }).toArray();
  const notLongOver = (now: Date) => ({ cutOffAt: { $gt: new Date(now.getTime() - FORGOTTEN_MS) } });
  return {
    serverTime: async () => (await db.command({ hello: 1 })).localTime,
    async addPlanned(wanted) {
      const { fresh, skipped } = await withoutRow(wanted.map(newDelivery));
      return (await insert(fresh)) + (await dueAgain(skipped));
    },
    overdue: (now) => inOrder({ state: "due", cutOffAt: { $lte: now } }),
    early: (now) => inOrder({ state: "skipped", ...REACHED, ...notLongOver(now) }),
    unrendered: (now, only) => {
      const due = { ...UNRENDERED, ...REACHED, starts: { $lt: MAX_STARTS }, cutOffAt: { $gt: now } };
      return inOrder(only === undefined ? due : { ...due, _id: only });
    },
    async beginRender(ids, holdMs) {
      const renderer = randomUUID();
      const begun = { renderer, starts: { $add: ["$starts", 1] }, nextAttemptAt: inMs(holdMs) };
      await rows.updateMany({ _id: { $in: [...ids] }, ...UNRENDERED, ...REACHED }, [{ $set: begun }], MAJORITY);
      return inOrder({ _id: { $in: [...ids] }, renderer });
    },
    async endRender(ids, rendered) {
      const ended = ids.map((_id) => {
        const message = rendered.get(_id);
        const saved = message === undefined ? {} : { ...message, starts: 0 };
        return {
          updateOne: { filter: { _id, ...UNRENDERED }, update: { $set: { ...saved, nextAttemptAt: IMMEDIATELY } } },
        };
      });
      if (ended.length > 0) await rows.bulkWrite(ended, { ordered: false, ...MAJORITY });
    },
    claim: (now, leaseMs, only) => {
      const due: Filter<Delivery> = { state: "due", body: { $ne: null }, cutOffAt: { $gt: now } };
      if (only === undefined) return claimRow(due, claimed(now, leaseMs));
      return claimRow({ ...due, _id: only }, claimed(now, leaseMs), { _id: 1 });
    },
    claimUnknown: (now, holdMs) => claimWaiting({ state: "unknown", ...notLongOver(now) }, holdMs),
    claimSent: (now, holdMs) => claimWaiting({ state: "sent", ...notLongOver(now) }, holdMs),
    async change({ _id, state, attempt, looks }, change) {
      const mine = { _id, state, attempt, looks };
      return (await rows.updateOne(mine, [{ $set: applyChange(change) }], MAJORITY)).matchedCount === 1;
    },
    async recordOrphan(_id, ref) {
      await rows.updateOne({ _id }, [{ $set: orphaned(ref) }], MAJORITY);
    },
    async sweep(now, times) {
      await rows.updateMany({ state: "sending", ...REACHED }, [{ $set: expiredLeases(times) }]);
      const poison = { ...UNRENDERED, ...REACHED, starts: { $gte: MAX_STARTS } };
      await rows.updateMany(poison, { $set: { state: "failed", reason: QUARANTINED, nextAttemptAt: null } });
      await rows.updateMany({ state: "due", cutOffAt: { $lte: now } }, [{ $set: missedDeadline() }]);
    },
    unalerted: (now) => {
      const lost: Filter<Delivery> = { state: { $in: ["failed", "missed"] } };
      const unconfirmed: Filter<Delivery> = { state: "unknown", cutOffAt: { $lte: now } };
      return inOrder({ toldAt: null, ...notLongOver(now), $or: [lost, unconfirmed] });
    },
    async markAlerted(ids) {
      await rows.updateMany({ _id: { $in: [...ids] } }, [{ $set: { toldAt: "$$NOW" } }]);
    },
  };

  /** Parts what is planned into what has no row and what was skipped. */
  async function withoutRow(planned: readonly Delivery[]): Promise<Record<"fresh" | "skipped", readonly Delivery[]>> {
    if (planned.length === 0) return { fresh: [], skipped: [] };
    const ids = planned.map(({ _id }) => _id);
    const found = await rows.find({ _id: { $in: ids } }, { projection: { state: 1 } }).toArray();
    const states = new Map(found.map(({ _id, state }) => [_id, state]));
    const of = (state?: string) => planned.filter(({ _id }) => states.get(_id) === state);
    return { fresh: of(), skipped: of("skipped") };
  }

  async function insert(fresh: readonly Delivery[]): Promise<number> {
    if (fresh.length === 0) return 0;
    try {
      return (await rows.insertMany([...(await doubted(fresh))], { ordered: false, ...MAJORITY })).insertedCount;
    } catch (error) {
      return insertedDespite(error);
    }
  }

  async function dueAgain(skipped: readonly Delivery[]): Promise<number> {
    if (skipped.length === 0) return 0;
    const updates = (await doubted(skipped)).map((row) => ({
      updateOne: { filter: { _id: row._id, state: "skipped" as const }, update: { $set: plannedAgain(row) } },
    }));
    return (await rows.bulkWrite(updates, { ordered: false, ...MAJORITY })).modifiedCount;
  }
}

/** Counts the inserted rows; those that another process inserted first are no error. */
function insertedDespite(error: unknown): number {
  if (!(error instanceof MongoBulkWriteError)) throw error;
  if ([error.writeErrors].flat().some(({ code }) => code !== DUPLICATE_KEY)) throw error;
  return error.insertedCount;
}

/** Reads what became of digests and leaderboards. */
export interface DeliveryLog {
  /** The latest ones, the newest first. */
  latest(): Promise<readonly Delivery[]>;
  /** Those from a day on that did not arrive, or whose outcome is unknown, the newest first: none hides behind however many that arrived. */
  undelivered(since: Delivery["day"]): Promise<readonly UndeliveredRow[]>;
}

const NEWEST = { dueAt: -1, order: 1 } as const;

export function deliveryLog(db: Db): DeliveryLog {
  const rows = db.collection<Delivery>("deliveries");
  const fields = { projection: { _id: 0, kind: 1, to: 1, day: 1, state: 1, reason: 1, cutOffAt: 1 } };
  const state: Filter<Delivery>["state"] = { $in: ["failed", "missed", "unknown"] };
  const lost = (since: Delivery["day"]): Filter<Delivery> => ({ state, day: { $gte: since } });
  return {
    latest: () => rows.find().sort(NEWEST).limit(LATEST_DELIVERIES).toArray(),
    undelivered: (since) => rows.find<UndeliveredRow>(lost(since), fields).sort(NEWEST).toArray(),
  };
}
