import type { ImportPreview, OrderFile, OrderImporter } from "../../order-importer";
import type { OrdersStore, RecordChange } from "../orders-store";
import { type CustomerBook, customerBook } from "./customer-changes";
import type { ReadFile } from "./file-reading";
import type { ImportStore } from "./import-store";
import { type KeptOrder, keptCustomer, keptOrder, type OrderChange, orderChange } from "./order-change";
import { PreviewSum } from "./preview";
import { readFile } from "./read-file";
import type { ReadOrder } from "./read-order";

/** How many orders are compared at a time. */
const BATCH = 1_000;

/** Takes Fishbowl's exports over into our own collections; orders that a file does not have stay as they are. */
export function fishbowlImporter(store: ImportStore, orders: OrdersStore): OrderImporter {
  return {
    preview: async (file) => {
      const read = await readFile(file);
      return compared({ name: file.name, read }, { store: orders, keep: async () => {} });
    },
    prepare: async (file, by) => {
      const read = await readFile(file);
      if (read.refused.count > 0) return compared({ name: file.name, read }, { store: orders, keep: async () => {} });
      const { id } = by;
      await store.begin({ _id: id, by: by.by, at: by.at, name: file.name, rows: read.rows });
      const keep = (changes: readonly RecordChange[]) => store.keep(id, changes);
      const preview = await compared({ name: file.name, read }, { store: orders, keep });
      await store.commit(id, preview.days);
      return preview;
    },
    unfinished: async () => (await store.all(["pending", "written"])).length > 0,
    write: async (stillHeld) => {
      for (const pending of await store.all(["pending"])) await store.write(pending, stillHeld);
      return (await store.all(["written"])).map(({ _id: id, by, days }) => ({ id, by, days }));
    },
    synced: (id) => store.synced(id),
  };
}

interface Comparing {
  readonly store: OrdersStore;
  readonly keep: (changes: readonly RecordChange[]) => Promise<void>;
}

async function compared(
  { name, read }: { name: OrderFile["name"]; read: ReadFile },
  { store, keep }: Comparing,
): Promise<ImportPreview> {
  const sum = new PreviewSum();
  const book = customerBook(read.orders.length === 0 ? [] : await customersOf(store));
  const customers = book.changes(read.orders).filter(({ changes }) => changes);
  const retyped = customers.filter(({ changesType }) => changesType).map(({ _id }) => _id);
  if (retyped.length > 0) sum.touch(await store.daysOf(retyped));
  await keep(customers.map(({ _id, name: called, accountType }) => ({ customer: { _id, name: called, accountType } })));
  for (let at = 0; at < read.orders.length; at += BATCH) {
    const changes = await changesOf(read.orders.slice(at, at + BATCH), { store, book });
    for (const change of changes) sum.add(change);
    const written = changes.filter(({ kind }) => kind !== "unchanged");
    await keep(written.map(({ set, kind }) => ({ order: { set, kind } })));
  }
  return sum.preview(name, { file: read, customers });
}

export async function customersOf(store: OrdersStore) {
  return (await store.customers()).map((document) => keptCustomer.parse(document));
}

export async function changesOf(
  orders: readonly ReadOrder[],
  { store, book }: { store: OrdersStore; book: CustomerBook },
): Promise<readonly OrderChange[]> {
  const kept = new Map<string, KeptOrder>();
  for (const document of await store.ordersOf(orders.map(({ soNumber }) => soNumber))) {
    const order = keptOrder.parse(document);
    if (order.soNumber !== null) kept.set(order.soNumber, order);
  }
  return orders.map((order) =>
    orderChange(order, { kept: kept.get(order.soNumber) ?? null, customerId: book.idOf(order) }),
  );
}
