import type { Db } from "mongodb";
import type { DayRange } from "../../metrics/day";
import type { CustomerChange } from "./import/customer-changes";
import { customerUpdate } from "./import/customer-update";
import type { OrderChange } from "./import/order-change";
import { asKept } from "./store";

/** One document's change, whole: writing it again changes nothing. */
export interface RecordChange {
  readonly order?: Pick<OrderChange, "set" | "kind">;
  readonly customer?: Pick<CustomerChange, "_id" | "name" | "accountType">;
}

/** Orders and customers as imports and pulls compare and write them. */
export interface OrdersStore {
  ordersOf(numbers: readonly string[]): Promise<readonly unknown[]>;
  customers(): Promise<readonly unknown[]>;
  /** The issue days of these customers' orders. */
  daysOf(customerIds: readonly (string | number)[]): Promise<readonly string[]>;
  write(batch: readonly RecordChange[]): Promise<void>;
  /** Orders issued on these days that were pulled, and are not among those that were pulled now. */
  noLongerPulled(range: DayRange, still: ReadonlySet<number>): Promise<readonly PulledBefore[]>;
  forget(orders: readonly PulledBefore[]): Promise<void>;
}

/** An order that came by a pull. */
export interface PulledBefore {
  readonly _id: string | number;
  readonly dateIssued: string;
}

interface Kept {
  readonly _id: string | number;
  readonly soNumber?: string | number;
  readonly dateIssued?: string | null;
  readonly fishbowlId?: number;
}

export function ordersStore(db: Db): OrdersStore {
  const orders = db.collection<Kept>("fishbowl_sales_orders");
  const customers = db.collection<Kept>("fishbowl_customers");
  return {
    ordersOf: (numbers) => orders.find({ soNumber: { $in: numbers.flatMap(asKept) } }).toArray(),
    customers: () => customers.find({}, { projection: { name: 1, accountType: 1, importedType: 1 } }).toArray(),
    daysOf: async (customerIds) => {
      const ids = customerIds.flatMap((id) => asKept(String(id)));
      const found = await orders.distinct("dateIssued", { customerId: { $in: ids }, dateIssued: { $type: "string" } });
      return found.flatMap((day) => day ?? []);
    },
    write: async (batch) => {
      const sold = batch.flatMap(({ order }) => (order === undefined ? [] : [orderUpdate(order)]));
      const known = batch.flatMap(({ customer }) => (customer === undefined ? [] : [customerUpdate(customer)]));
      if (known.length > 0) await customers.bulkWrite(known, { ordered: false });
      if (sold.length > 0) await orders.bulkWrite(sold, { ordered: false });
    },
    noLongerPulled: async ({ from, to }, still) => {
      const pulled = orders.find({ dateIssued: { $gte: from, $lte: to }, fishbowlId: { $exists: true } });
      const gone: PulledBefore[] = [];
      for await (const { _id, dateIssued, fishbowlId } of pulled) {
        if (dateIssued && fishbowlId !== undefined && !still.has(fishbowlId)) gone.push({ _id, dateIssued });
      }
      return gone;
    },
    forget: async (gone) => {
      await orders.deleteMany({ _id: { $in: gone.map(({ _id }) => _id) } });
    },
  };
}

/** A document that was put there by hand may have any `_id`; its number is what it is known by. */
function orderUpdate({ set, kind }: Pick<OrderChange, "set" | "kind">) {
  const filter = kind === "new" ? { _id: set.soNumber } : { soNumber: { $in: asKept(set.soNumber) } };
  return { updateOne: { filter, update: { $set: set }, upsert: kind === "new" } };
}
