import type { ClientSession, Db } from "mongodb";
import type { DayRange } from "../../../time/day";
import { UNDO_HOURS } from "../../import-undo";
import type { OrdersStore, RecordChange } from "../orders-store";
import { LAST_IMPORT, type RecordSnapshot, recordSnapshotStore, type WrittenChange } from "./record-snapshot-store";

/**
 * One file of `fishbowl_imports`: `storing` while its changes come in, `pending` from the moment they will all be written, `undoing` from
 * the moment what was before will all be put back; `written` before its days are synced, both times, `done` after that.
 */
export interface StoredImport {
  readonly _id: string;
  readonly state: "storing" | "pending" | "undoing" | "written" | "done";
  readonly by: string;
  readonly name: string;
  readonly at: Date;
  readonly rows: number;
  readonly days: DayRange | null;
  /** How many changes it has; absent for one that cannot be undone. */
  readonly changes?: number;
  readonly undone?: Undone;
  /** Batches that went in since its state is what it is, until all did. */
  readonly batches?: number;
}

/** Who undid an import, and how many orders may be missing where they were, taken out or put back. */
export interface Undone {
  readonly by: string;
  readonly at: Date;
  readonly takenOut: number;
}

export interface ImportStore {
  /** Begins an import, and forgets what a process that died left half stored. */
  begin(file: Pick<StoredImport, "_id" | "by" | "at" | "name" | "rows">): Promise<void>;
  addChanges(id: string, changes: readonly RecordChange[]): Promise<void>;
  /** From here on all of it will be written, whatever happens. */
  commit(id: string, days: DayRange | null): Promise<void>;
  /** Imports of these states, the oldest first. */
  all(states: readonly StoredImport["state"][]): Promise<readonly StoredImport[]>;
  /** Writes an import's changes, or puts back what was before them, in batches; `before` each of them. */
  write(pending: StoredImport, before: () => Promise<void>): Promise<void>;
  synced(written: { readonly id: string; readonly undone: boolean }): Promise<void>;
  one(id: string): Promise<StoredImport | null>;
  /** The first import after this one that was not undone. */
  after(earlier: StoredImport): Promise<StoredImport | null>;
  /** How many orders may be missing, as undone imports have not been synced; `null` where none was undone. */
  takenOut(): Promise<number | null>;
  /** What was written of an import with what was before it, in batches: nothing once that is not kept any more. */
  kept(id: string): AsyncIterable<readonly WrittenChange[]>;
  /** The records of a batch that are not as the import left them. */
  changedSince(batch: readonly WrittenChange[]): Promise<readonly RecordSnapshot[]>;
  /** Decides to put back what was before an import; false where that is not all kept, or was decided before. */
  undo(found: StoredImport, how: { readonly undone: Undone; readonly days: DayRange | null }): Promise<boolean>;
}

const BATCH = 500;
const KEPT_MS = UNDO_HOURS * 3_600_000;
/** By the server's clock, as what expires is deleted by that. */
const KEPT_UNTIL = [{ $set: { keptUntil: { $add: ["$$NOW", KEPT_MS] } } }];

export function importStore(db: Db, orders: OrdersStore): ImportStore {
  const imports = db.collection<StoredImport>("fishbowl_imports");
  const changes = db.collection<WrittenChange>("fishbowl_import_changes");
  const settings = db.collection<{ _id: string }>("settings");
  const records = recordSnapshotStore(db);
  const next = new Map<string, number>();
  const all: ImportStore["all"] = (states) =>
    imports
      .find({ state: { $in: [...states] } })
      .sort({ at: 1, _id: 1 })
      .toArray();
  const batches = async function* (id: string) {
    let batch: WrittenChange[] = [];
    for await (const change of changes.find(changesOf(id)).sort({ _id: 1 })) {
      batch.push(change);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  };
  /**
   * Writes all or nothing, unless another process finished this after the lease ran out, and its undo be decided on; false then. It counts in the
   * import itself, so that whoever ends or undoes it meanwhile waits for these writes, or makes them fail.
   */
  const writeWhile = ({ _id, state }: StoredImport, write: (session: ClientSession) => Promise<void>) =>
    db.client.withSession((session) =>
      session.withTransaction(async () => {
        const { matchedCount } = await imports.updateOne({ _id, state }, { $inc: { batches: 1 } }, { session });
        if (matchedCount === 0) return false;
        await write(session);
        return true;
      }),
    );
  const WRITTEN = { $set: { state: "written" }, $unset: { batches: "" } } as const;
  const writeNew = async (pending: StoredImport, before: () => Promise<void>) => {
    const { _id, at, by, rows, name } = pending;
    for await (const batch of batches(_id)) {
      await before();
      const isWritten = await writeWhile(pending, async (session) => {
        await records.keepBefore(batch, session);
        await orders.write(batch, session);
        await records.keepAfter(batch, session);
      });
      if (!isWritten) return;
    }
    const isEnded = await writeWhile(pending, async (session) => {
      await settings.updateOne({ _id: LAST_IMPORT }, { $set: { at, by, rows, name } }, { upsert: true, session });
      await records.keepAfter([lastOf(_id)], session);
      await imports.updateOne({ _id }, WRITTEN, { session });
    });
    // Where a process dies before this, the next import does it.
    if (isEnded) await changes.updateMany(changesOf(_id), KEPT_UNTIL);
  };
  const putBack = async (undoing: StoredImport, before: () => Promise<void>) => {
    const { _id } = undoing;
    for await (const batch of batches(_id)) {
      await before();
      if (!(await writeWhile(undoing, (session) => records.putBack(batch, session)))) return;
    }
    await writeWhile(undoing, async (session) => {
      await imports.updateOne({ _id }, WRITTEN, { session });
    });
    await changes.deleteMany(changesOf(_id));
  };
  return {
    begin: async (file) => {
      for (const dead of await all(["storing"])) {
        await changes.deleteMany(changesOf(dead._id));
        await imports.deleteOne({ _id: dead._id });
      }
      // An undo that died before it was decided on has kept them for good.
      const open = (await all(["pending", "undoing"])).map(({ _id }) => changesOf(_id));
      await changes.updateMany({ keptUntil: { $exists: false }, $nor: [{ _id: "" }, ...open] }, KEPT_UNTIL);
      await imports.insertOne({ ...file, state: "storing", days: null });
    },
    addChanges: async (id, batch) => {
      const from = next.get(id) ?? 0;
      next.set(id, from + batch.length);
      const documents = batch.map((change, index) => ({
        _id: `${id}:${String(from + index).padStart(7, "0")}`,
        ...change,
      }));
      if (documents.length > 0) await changes.insertMany(documents, { ordered: false });
    },
    commit: async (id, days) => {
      const count = (next.get(id) ?? 0) + 1;
      next.delete(id);
      await changes.insertOne(lastOf(id));
      await imports.updateOne({ _id: id }, { $set: { state: "pending", days, changes: count } });
    },
    all,
    write: (pending, before) => (pending.state === "undoing" ? putBack : writeNew)(pending, before),
    synced: async ({ id, undone }) => {
      const filter = { _id: id, state: "written", undone: { $exists: undone } } as const;
      await imports.updateOne(filter, { $set: { state: "done" } });
    },
    one: (id) => imports.findOne({ _id: id }),
    after: ({ _id, at }) => {
      const later = { $or: [{ at: { $gt: at } }, { at, _id: { $gt: _id } }] };
      const sort = { at: 1, _id: 1 } as const;
      return imports.findOne({ ...later, state: { $ne: "storing" }, undone: { $exists: false } }, { sort });
    },
    takenOut: async () => {
      const undone = (await all(["undoing", "written"])).flatMap((one) => one.undone ?? []);
      return undone.length === 0 ? null : undone.reduce((sum, { takenOut }) => sum + takenOut, 0);
    },
    kept: batches,
    changedSince: records.changedSince,
    undo: async ({ _id, changes: count }, { undone, days }) => {
      // From here on none of it expires.
      await changes.updateMany(changesOf(_id), { $unset: { keptUntil: "" } });
      if ((await changes.countDocuments(changesOf(_id))) !== count) {
        await changes.updateMany(changesOf(_id), KEPT_UNTIL);
        return false;
      }
      const filter = { _id, state: { $in: ["written", "done"] }, undone: { $exists: false } } as const;
      const { matchedCount } = await imports.updateOne(filter, { $set: { state: "undoing", undone, days } });
      return matchedCount === 1;
    },
  };
}

/** The last of an import's changes: it notes which file came last. */
function lastOf(id: string): WrittenChange {
  return { _id: `${id}:last`, last: true };
}

function changesOf(id: string) {
  return { _id: { $gte: `${id}:`, $lt: `${id};` } };
}
