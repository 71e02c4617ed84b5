import type { Db } from "mongodb";
import type { DayRange } from "../../../time/day";
import type { OrdersStore, RecordChange } from "../orders-store";

/** One file of `fishbowl_imports`: `storing` while its changes come in, `pending` from the moment they will all be written. */
export interface StoredImport {
  readonly _id: string;
  readonly state: "storing" | "pending" | "written" | "done";
  readonly by: string;
  readonly name: string;
  readonly at: Date;
  readonly rows: number;
  readonly days: DayRange | null;
}

export interface ImportStore {
  /** Begins an import, and forgets what a process that died left half stored. */
  begin(file: Omit<StoredImport, "state" | "days">): Promise<void>;
  addChanges(id: string, changes: readonly RecordChange[]): Promise<void>;
  /** From here on all of it will be written, whatever happens. */
  commit(id: string, days: DayRange | null): Promise<void>;
  /** Imports of these states, the oldest first. */
  all(states: readonly StoredImport["state"][]): Promise<readonly StoredImport[]>;
  /** Writes an import's changes, in batches; `before` each of them. */
  write(pending: StoredImport, before: () => Promise<void>): Promise<void>;
  synced(id: string): Promise<void>;
}

const BATCH = 500;

export function importStore(db: Db, orders: OrdersStore): ImportStore {
  const imports = db.collection<StoredImport>("fishbowl_imports");
  const changes = db.collection<RecordChange & { _id: string }>("fishbowl_import_changes");
  const settings = db.collection<{ _id: string }>("settings");
  const next = new Map<string, number>();
  return {
    begin: async (file) => {
      for (const dead of await imports.find({ state: "storing" }).toArray()) {
        await changes.deleteMany(changesOf(dead._id));
        await imports.deleteOne({ _id: dead._id });
      }
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
      next.delete(id);
      await imports.updateOne({ _id: id }, { $set: { state: "pending", days } });
    },
    all: (states) =>
      imports
        .find({ state: { $in: [...states] } })
        .sort({ at: 1, _id: 1 })
        .toArray(),
    write: async ({ _id, at, by, rows, name }, before) => {
      let batch: RecordChange[] = [];
      const flush = async () => {
        await before();
        await orders.write(batch);
        batch = [];
      };
      for await (const change of changes.find(changesOf(_id)).sort({ _id: 1 })) {
        batch.push(change);
        if (batch.length === BATCH) await flush();
      }
      await flush();
      await settings.updateOne({ _id: "fishbowl:import" }, { $set: { at, by, rows, name } }, { upsert: true });
      await imports.updateOne({ _id }, { $set: { state: "written" } });
      await changes.deleteMany(changesOf(_id));
    },
    synced: async (id) => {
      await imports.updateOne({ _id: id, state: "written" }, { $set: { state: "done" } });
    },
  };
}

function changesOf(id: string) {
  return { _id: { $gte: `${id}:`, $lt: `${id};` } };
}
