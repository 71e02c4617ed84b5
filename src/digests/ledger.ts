import { type Db, type Document, type Filter, MongoBulkWriteError } from "mongodb";
import { type Change, type Delivery, newDelivery, type Place, type Wanted } from "./delivery";
import { type DeliveryTimes, MOST_STARTS } from "./delivery-times";
import { QUARANTINED } from "./settle";

/**
 * The `deliveries` collection: what is to arrive, what did, and what nobody can tell yet. All that decides who may do
 * what is one conditional write of one document each, on the database's clock; `now` is the clock of days.
 */
export interface Ledger {
  serverTime(): Promise<Date>;
  /** Adds rows for what has none; answers how many. */
  materialise(wanted: readonly Wanted[]): Promise<number>;
  /** What is due and not rendered yet, in the order of posting. */
  unrendered(now: Date): Promise<readonly Delivery[]>;
  /** Notes that rendering begins, before it does: it may end the process. */
  beginRender(ids: readonly string[]): Promise<void>;
  /** Keeps rendered messages, by id, unless there is one already. */
  keepBodies(bodies: ReadonlyMap<string, string>): Promise<void>;
  /** Claims the next message that is due: nobody else posts it until the lease ends. */
  claim(now: Date, leaseMs: number): Promise<Delivery | null>;
  /** Takes the next message of unknown outcome that is to be looked for, for so long. */
  takeUnknown(now: Date, holdMs: number): Promise<Delivery | null>;
  /** Takes the next sent message whose late copies are to be looked for. */
  takeSent(now: Date, holdMs: number): Promise<Delivery | null>;
  /** Changes a row that was claimed or taken; `false` when somebody else has it by now. */
  change(row: Delivery, change: Change): Promise<boolean>;
  /** Notes what a holder posted that had been given up for dead. */
  orphan(id: string, place: Place): Promise<void>;
  /** Gives up holders whose lease ended, what was not posted in time, and what ends every process. */
  sweep(now: Date, times: DeliveryTimes): Promise<void>;
  /** What did not arrive, or is unknown past its cut-off, and nobody was told of. */
  untold(now: Date): Promise<readonly Delivery[]>;
  told(ids: readonly string[]): Promise<void>;
}

const MAJORITY = { writeConcern: { w: "majority" as const } };
const DUPLICATE_KEY = 11_000;
/** Nobody looks for a message any more when its cut-off is so long ago. */
const FORGOTTEN_MS = 86_400_000;

const REACHED: Filter<Delivery> = {
  nextAttemptAt: { $type: "date" },
  $expr: { $lte: ["$nextAttemptAt", "$$NOW"] },
};

export function ledger(db: Db): Ledger {
  const rows = db.collection<Delivery>("deliveries");
  const take = (filter: Filter<Delivery>, set: Document) =>
    rows.findOneAndUpdate({ ...filter, ...REACHED }, [{ $set: set }], {
      sort: { order: 1 },
      returnDocument: "after",
      ...MAJORITY,
    });
  const remembered = (now: Date) => ({ cutOffAt: { $gt: new Date(now.getTime() - FORGOTTEN_MS) } });
  return {
    serverTime: async () => (await db.command({ hello: 1 })).localTime,
    async materialise(wanted) {
      const fresh = await withoutRow(wanted.map(newDelivery));
      if (fresh.length === 0) return 0;
      try {
        return (await rows.insertMany(fresh, { ordered: false, ...MAJORITY })).insertedCount;
      } catch (error) {
        return insertedDespite(error);
      }
    },
    unrendered: (now) =>
      rows
        .find({ state: "due", body: null, starts: { $lt: MOST_STARTS }, cutOffAt: { $gt: now } })
        .sort({ order: 1 })
        .toArray(),
    async beginRender(ids) {
      await rows.updateMany({ _id: { $in: [...ids] }, body: null }, { $inc: { starts: 1 } }, MAJORITY);
    },
    async keepBodies(bodies) {
      const kept = [...bodies].map(([_id, body]) => ({
        updateOne: { filter: { _id, body: null }, update: { $set: { body, starts: 0 } } },
      }));
      if (kept.length > 0) await rows.bulkWrite(kept, { ordered: false, ...MAJORITY });
    },
    claim: (now, leaseMs) =>
      take(
        { state: "due", body: { $ne: null }, cutOffAt: { $gt: now } },
        {
          state: "sending",
          attempt: { $add: ["$attempt", 1] },
          starts: { $add: ["$starts", 1] },
          since: { $ifNull: ["$since", now] },
          nextAttemptAt: inMs(leaseMs),
        },
      ),
    takeUnknown: (now, holdMs) => take({ state: "unknown", ...remembered(now) }, { nextAttemptAt: inMs(holdMs) }),
    takeSent: (now, holdMs) => take({ state: "sent", ...remembered(now) }, { nextAttemptAt: inMs(holdMs) }),
    async change({ _id, state, attempt, looks }, change) {
      const mine = { _id, state, attempt, looks };
      return (await rows.updateOne(mine, [{ $set: fields(change) }], MAJORITY)).matchedCount === 1;
    },
    async orphan(_id, place) {
      await rows.updateOne({ _id }, [{ $set: orphaned(place) }], MAJORITY);
    },
    async sweep(now, { settleMs, leaseMs }) {
      const unknown = { state: "unknown", looks: 0, reason: HELD_UP } as const;
      const lookAt = { $add: ["$nextAttemptAt", settleMs - leaseMs] };
      await rows.updateMany({ state: "sending", ...REACHED }, [{ $set: { ...unknown, nextAttemptAt: lookAt } }]);
      const poison = { state: "due", body: null, starts: { $gte: MOST_STARTS } } as const;
      await rows.updateMany(poison, { $set: { state: "failed", reason: QUARANTINED, nextAttemptAt: null } });
      const missed = { state: "missed", reason: { $ifNull: ["$reason", TOO_LATE] }, nextAttemptAt: null };
      await rows.updateMany({ state: "due", cutOffAt: { $lte: now } }, [{ $set: missed }]);
    },
    untold: (now) => {
      const lost: Filter<Delivery> = { state: { $in: ["failed", "missed"] } };
      const unconfirmed: Filter<Delivery> = { state: "unknown", cutOffAt: { $lte: now } };
      return rows
        .find({ toldAt: null, ...remembered(now), $or: [lost, unconfirmed] })
        .sort({ order: 1 })
        .toArray();
    },
    async told(ids) {
      await rows.updateMany({ _id: { $in: [...ids] } }, [{ $set: { toldAt: "$$NOW" } }]);
    },
  };

  async function withoutRow(fresh: readonly Delivery[]): Promise<Delivery[]> {
    if (fresh.length === 0) return [];
    const ids = fresh.map(({ _id }) => _id);
    const found = await rows.find({ _id: { $in: ids } }, { projection: { _id: 1 } }).toArray();
    const known = new Set(found.map(({ _id }) => _id));
    return fresh.filter(({ _id }) => !known.has(_id));
  }
}

const HELD_UP = "Paceline stopped, or was held up, while it posted";
const TOO_LATE = "it could not be posted in time";

function inMs(ms: number): Document {
  return { $add: ["$$NOW", ms] };
}

/** Texts come from Slack, where a dollar sign is no field. */
function fields({ nextInMs, spare, ...plain }: Change): Document {
  const literal = Object.entries(plain).map(([name, value]) => [name, { $literal: value }]);
  return {
    ...Object.fromEntries(literal),
    nextAttemptAt: nextInMs === null ? { $literal: null } : inMs(nextInMs),
    ...(spare ? { spared: { $add: ["$spared", 1] } } : {}),
    ...(plain.state === "sent" ? { sentAt: { $ifNull: ["$sentAt", "$$NOW"] } } : {}),
  };
}

/** It has arrived, then, unless another holder is posting it right now: that one's copy is found afterwards. */
function orphaned({ channel, ts }: Place): Document {
  const held = { $eq: ["$state", "sending"] };
  const standing = { $in: ["$state", ["sending", "sent"]] };
  return {
    orphans: { $concatArrays: ["$orphans", [{ channel: { $literal: channel }, ts: { $literal: ts } }]] },
    state: { $cond: [standing, "$state", "sent"] },
    channel: { $literal: channel },
    ts: { $cond: [standing, "$ts", { $literal: ts }] },
    sentAt: { $cond: [standing, "$sentAt", "$$NOW"] },
    looks: { $cond: [held, "$looks", 0] },
    nextAttemptAt: { $cond: [held, "$nextAttemptAt", "$$NOW"] },
  };
}

/** Those that somebody else inserted first are no error. */
function insertedDespite(error: unknown): number {
  if (!(error instanceof MongoBulkWriteError)) throw error;
  if ([error.writeErrors].flat().some(({ code }) => code !== DUPLICATE_KEY)) throw error;
  return error.insertedCount;
}
