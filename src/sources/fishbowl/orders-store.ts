import type { ClientSession, Db } from "mongodb";
import type { DayRange } from "../../time/day";
import { type CustomerWrite, customerUpdate } from "./import/customer-changes";
import type { OrderChange } from "./import/order-change";

/** One document's change, whole: writing it again changes nothing. */
export interface RecordChange {
  readonly order?: Pick<OrderChange, "set" | "kind">;
  readonly customer?: CustomerWrite;
}

/** Orders and customers as imports and pulls compare and write them. */
export interface OrdersStore {
  /** Orders of these numbers, and of such as differ in case or in zeros in front. */
  ordersOf(numbers: readonly string[]): Promise<readonly unknown[]>;
  /** All orders of these customers. */
  ordersOfCustomers(customerIds: readonly (string | number)[]): AsyncIterable<unknown>;
  customers(): Promise<readonly unknown[]>;
  /** The issue days of these customers' orders. */
  daysOf(customerIds: readonly (string | number)[]): Promise<readonly string[]>;
  /** Writes the changes, within a transaction where there is one. */
  write(batch: readonly RecordChange[], session?: ClientSession): Promise<void>;
  /** What stands for the name of a salesman: a pseudonym for one who was erased, any other as it is. */
  pseudonyms(): Promise<(name: string) => string>;
  /** Orders issued on these days that were pulled, and are not among those that were pulled now. */
  missingFromPull(range: DayRange, pulledNow: ReadonlySet<number>): Promise<readonly PulledBefore[]>;
  /** Orders that were pulled by one of these ids under another number than it has now, and whose old number no other of these has. */
  renumbered(pulledNow: ReadonlyMap<number, string>): Promise<readonly PulledBefore[]>;
  delete(orders: readonly PulledBefore[]): Promise<void>;
}

/** An order that came by a pull. */
export interface PulledBefore {
  readonly _id: string | number;
  readonly fishbowlId: number;
  readonly dateIssued: string;
}

/** Order numbers that are alike: in any case, digits by their value. The index of `soNumber` has the same. */
const ALIKE_NUMBERS = { locale: "en", strength: 2, numericOrdering: true } as const;

interface StoredDocument {
  readonly _id: string | number;
  readonly soNumber?: string | number;
  readonly customerId?: string | number;
  readonly dateIssued?: string | null;
  readonly fishbowlId?: number;
}

export function ordersStore(db: Db, pseudonyms: OrdersStore["pseudonyms"]): OrdersStore {
  const orders = db.collection<StoredDocument>("fishbowl_sales_orders");
  const customers = db.collection<StoredDocument>("fishbowl_customers");
  return {
    ordersOf: (numbers) =>
      orders
        .find({ soNumber: { $in: numbers.flatMap(idForms) } })
        .collation(ALIKE_NUMBERS)
        .toArray(),
    ordersOfCustomers: (customerIds) =>
      orders.find({ customerId: { $in: customerIds.flatMap((id) => idForms(String(id))) } }),
    pseudonyms,
    customers: () =>
      customers.find({}, { projection: { name: 1, accountType: 1, importedType: 1, typeFrom: 1 } }).toArray(),
    daysOf: async (customerIds) => {
      const ids = customerIds.flatMap((id) => idForms(String(id)));
      const found = await orders.distinct("dateIssued", { customerId: { $in: ids }, dateIssued: { $type: "string" } });
      return found.flatMap((day) => day ?? []);
    },
    write: async (batch, session) => {
      const sold = batch.flatMap(({ order }) => (order === undefined ? [] : [orderUpdate(order)]));
      const known = batch.flatMap(({ customer }) => (customer === undefined ? [] : [customerUpdate(customer)]));
      if (known.length > 0) await customers.bulkWrite(known, { ordered: false, session });
      if (sold.length > 0) await orders.bulkWrite(sold, { ordered: false, session });
    },
    missingFromPull: async ({ from, to }, pulledNow) => {
      const pulled = orders.find({ dateIssued: { $gte: from, $lte: to }, fishbowlId: { $exists: true } });
      const missing: PulledBefore[] = [];
      for await (const { _id, dateIssued, fishbowlId } of pulled) {
        if (dateIssued && fishbowlId !== undefined && !pulledNow.has(fishbowlId))
          missing.push({ _id, fishbowlId, dateIssued });
      }
      return missing;
    },
    renumbered: async (pulledNow) => {
      const numbers = [...pulledNow.values()].flatMap(idForms);
      const known = { fishbowlId: { $in: [...pulledNow.keys()] }, soNumber: { $nin: numbers } };
      const found = await orders.find(known, { projection: { dateIssued: 1, fishbowlId: 1 } }).toArray();
      return found.map(({ _id, dateIssued, fishbowlId = 0 }) => ({ _id, fishbowlId, dateIssued: dateIssued ?? "" }));
    },
    delete: async (deleted) => {
      await orders.deleteMany({ _id: { $in: deleted.map(({ _id }) => _id) } });
    },
  };
}

/** A document that was put there by hand may have any `_id`; its number is what it is known by. */
function orderUpdate({ set, kind }: Pick<OrderChange, "set" | "kind">) {
  const filter = kind === "new" ? { _id: set.soNumber } : { soNumber: { $in: idForms(set.soNumber) } };
  return { updateOne: { filter, update: { $set: set }, upsert: kind === "new" } };
}

/** Fishbowl's orders and customers as an import or a pull left them: read-only, unchecked. */
export interface FishbowlCollections {
  /** Orders issued on the days, by number. */
  orders(range: DayRange): AsyncIterable<unknown>;
  /** Orders of these numbers, whatever else they hold. */
  ordersNumbered(numbers: readonly string[]): AsyncIterable<unknown>;
  /** Orders without an issue date that could be read as a day. */
  undated(): Promise<number>;
  customers(ids: readonly string[]): Promise<readonly unknown[]>;
  /** When the collections were last filled; `null` where no import noted it. */
  importedAt(): Promise<Date | null>;
}

export function fishbowlCollections(db: Db): FishbowlCollections {
  return {
    orders: ({ from, to }) =>
      db
        .collection("fishbowl_sales_orders")
        .find({ dateIssued: { $gte: from, $lte: to } })
        .sort({ _id: 1 }),
    ordersNumbered: (numbers) =>
      db.collection("fishbowl_sales_orders").find({ soNumber: { $in: numbers.flatMap(idForms) } }),
    undated: () =>
      db.collection("fishbowl_sales_orders").countDocuments({
        dateIssued: { $not: { $regex: "^\\d{4}-\\d{2}-\\d{2}$" } },
        status: { $not: { $regex: "^\\s*(estimate|void|cancelled|expired)\\s*$", $options: "i" } },
      }),
    customers: (ids) =>
      db
        .collection<{ _id: string | number }>("fishbowl_customers")
        .find({ _id: { $in: ids.flatMap(idForms) } })
        .toArray(),
    importedAt: async () => {
      const noted = await db.collection<{ _id: string; at?: unknown }>("settings").findOne({ _id: "fishbowl:import" });
      return noted?.at instanceof Date ? noted.at : null;
    },
  };
}

/** Ids are texts, but an import may have left numbers. */
export function idForms(id: string): readonly (string | number)[] {
  return String(Number(id)) === id ? [id, Number(id)] : [id];
}
