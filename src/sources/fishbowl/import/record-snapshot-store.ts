import { isDeepStrictEqual } from "node:util";
import type { ClientSession, Collection, Db } from "mongodb";
import { idForms, type RecordChange } from "../orders-store";

/** A document as it is stored, whatever it holds. */
export interface SnapshotDocument {
  readonly _id: string | number;
  readonly [field: string]: unknown;
}

/** A change of an import; once it was written, with the documents as they were before it and right after it. */
export interface WrittenChange extends RecordChange {
  readonly _id: string;
  /** It notes in `settings` which file came last. */
  readonly last?: true;
  readonly before?: readonly SnapshotDocument[];
  readonly after?: readonly SnapshotDocument[];
}

/** One document that an import wrote; `null` where there was none. */
export interface RecordSnapshot {
  readonly kind: Kind;
  readonly before: SnapshotDocument | null;
  readonly after: SnapshotDocument | null;
}

type Kind = "order" | "customer" | "last";

/** Notes the last import, in `settings`. */
export const LAST_IMPORT = "fishbowl:import";

const KINDS: readonly Kind[] = ["order", "customer", "last"];

/** Keeps what an import's records were, and puts it back, within the transaction of the batch. */
export interface RecordSnapshotStore {
  /** Keeps what is about to be written over; what was kept before a crash stands. */
  keepBefore(batch: readonly WrittenChange[], session: ClientSession): Promise<void>;
  keepAfter(batch: readonly WrittenChange[], session: ClientSession): Promise<void>;
  /** The records that are not as the import left them. */
  changedSince(batch: readonly WrittenChange[]): Promise<readonly RecordSnapshot[]>;
  /** Puts each document back that is still as the import left it: doing so again changes nothing. */
  putBack(batch: readonly WrittenChange[], session: ClientSession): Promise<void>;
}

export function recordSnapshotStore(db: Db): RecordSnapshotStore {
  const changes = db.collection<WrittenChange>("fishbowl_import_changes");
  const collections: Readonly<Record<Kind, Collection<SnapshotDocument>>> = {
    order: db.collection("fishbowl_sales_orders"),
    customer: db.collection("fishbowl_customers"),
    last: db.collection("settings"),
  };
  const found = async (kind: Kind, filters: readonly object[], session?: ClientSession) =>
    filters.length === 0 ? [] : collections[kind].find({ $or: [...filters] }, { session }).toArray();
  /** The documents that each change is about, as they are now. */
  const documentsOf = async (batch: readonly WrittenChange[], session: ClientSession) => {
    const orders = await found("order", orderFilters(batch), session);
    const customers = await found("customer", byId(batch.flatMap(({ customer }) => customer?._id ?? [])), session);
    const noted = await found("last", byId(batch.some(({ last }) => last) ? [LAST_IMPORT] : []), session);
    const [byNumber, byKey] = [grouped(orders, ({ soNumber }) => soNumber), grouped(orders, ({ _id }) => _id)];
    const customer = grouped(customers, ({ _id }) => _id);
    return (change: WrittenChange): readonly SnapshotDocument[] => {
      if (change.last) return noted;
      if (change.customer !== undefined) return customer.get(String(change.customer._id)) ?? [];
      if (change.order === undefined) return [];
      const { kind, set } = change.order;
      return (kind === "new" ? byKey : byNumber).get(set.soNumber) ?? [];
    };
  };
  const keep = async (
    batch: readonly WrittenChange[],
    { field, session }: { readonly field: "before" | "after"; readonly session: ClientSession },
  ) => {
    const now = await documentsOf(batch, session);
    const writes = batch.map((change) => ({
      updateOne: {
        filter: { _id: change._id, ...(field === "before" && { before: { $exists: false } }) },
        update: { $set: { [field]: now(change) } },
      },
    }));
    if (writes.length > 0) await changes.bulkWrite(writes, { ordered: false, session });
  };
  /** Those of the records that are as the import left them. */
  const asLeft = async (records: readonly RecordSnapshot[], session?: ClientSession) => {
    const left: RecordSnapshot[] = [];
    for (const kind of KINDS) {
      const those = records.filter((record) => record.kind === kind);
      const documents = await found(kind, byId(those.flatMap(({ after }) => after?._id ?? [])), session);
      const now = new Map(documents.map((one) => [keyOf(one), one]));
      left.push(...those.filter(({ after }) => after !== null && isDeepStrictEqual(now.get(keyOf(after)), after)));
    }
    return left;
  };
  const write = async (
    records: readonly RecordSnapshot[],
    { filterOf, session }: { filterOf: (after: SnapshotDocument) => object; session: ClientSession },
  ) => {
    for (const kind of KINDS) {
      const writes = records.flatMap(({ kind: of, before, after }) => {
        if (of !== kind || after === null) return [];
        const filter = filterOf(after);
        return [before === null ? { deleteOne: { filter } } : { replaceOne: { filter, replacement: before } }];
      });
      if (writes.length > 0) await collections[kind].bulkWrite(writes, { ordered: false, session });
    }
  };
  return {
    keepBefore: (batch, session) => keep(batch, { field: "before", session }),
    keepAfter: (batch, session) => keep(batch, { field: "after", session }),
    changedSince: async (batch) => {
      const records = batch.flatMap(recordsOf).filter(({ after }) => after !== null);
      const standing = new Set(await asLeft(records));
      return records.filter((record) => !standing.has(record));
    },
    putBack: async (batch, session) => {
      const records = batch.flatMap(recordsOf).filter(({ before, after }) => !isDeepStrictEqual(before, after));
      const asServerHasIt = (after: SnapshotDocument) => ({
        _id: after._id,
        $expr: { $eq: ["$$ROOT", { $literal: after }] },
      });
      await write(records, { filterOf: asServerHasIt, session });
      // The server compares fields in their order and numbers in all their digits, which a driver may not keep.
      await write(await asLeft(records, session), { filterOf: ({ _id }) => ({ _id }), session });
    },
  };
}

/** The documents of a change one by one. */
export function recordsOf({ order, customer, before = [], after = [] }: WrittenChange): readonly RecordSnapshot[] {
  const kind = order !== undefined ? "order" : customer !== undefined ? "customer" : "last";
  const keys = [...new Set([...before, ...after].map(keyOf))];
  const one = (documents: readonly SnapshotDocument[], key: string) =>
    documents.find((it) => keyOf(it) === key) ?? null;
  return keys.map((key) => ({ kind, before: one(before, key), after: one(after, key) }));
}

/** An order that was put there by hand may have any `_id`, MongoDB's own, too. */
function keyOf({ _id }: SnapshotDocument): string {
  return `${typeof _id} ${String(_id)}`;
}

/** A new order is written by its key, others by their number. */
function orderFilters(batch: readonly WrittenChange[]): readonly object[] {
  const orders = batch.flatMap(({ order }) => order ?? []);
  const added = orders.filter(({ kind }) => kind === "new").map(({ set }) => set.soNumber);
  const changed = orders.filter(({ kind }) => kind !== "new").flatMap(({ set }) => idForms(set.soNumber));
  return [...byId(added), ...(changed.length === 0 ? [] : [{ soNumber: { $in: changed } }])];
}

function byId(ids: readonly (string | number)[]): readonly object[] {
  return ids.length === 0 ? [] : [{ _id: { $in: ids } }];
}

function grouped(documents: readonly SnapshotDocument[], key: (one: SnapshotDocument) => unknown) {
  const groups = new Map<string, SnapshotDocument[]>();
  for (const one of documents) groups.set(String(key(one)), [...(groups.get(String(key(one))) ?? []), one]);
  return groups;
}
