import { foldName } from "../../../metrics/owner-name";
import type { OrdersStore } from "../orders-store";
import type { CustomerBook } from "./customer-changes";
import { withoutZeros } from "./file/read-notices";
import type { ReadOrder } from "./file/read-order";
import { type OrderChange, orderChange, type StoredOrder, storedCustomer, storedOrder } from "./order-change";

export async function customersOf(store: OrdersStore) {
  return (await store.customers()).map((document) => storedCustomer.parse(document));
}

/** Compares each order with the stored one, found by its number in any case; names one that differs by zeros alone. */
export async function changesOf(
  orders: readonly ReadOrder[],
  { store, book }: { store: OrdersStore; book: CustomerBook },
): Promise<readonly OrderChange[]> {
  const alike = (await store.ordersOf(orders.map(({ soNumber }) => soNumber))).map((one) => storedOrder.parse(one));
  const [exact, folded, bare] = [
    new Map<string, StoredOrder>(),
    new Map<string, StoredOrder>(),
    new Map<string, string>(),
  ];
  for (const order of alike) {
    if (order.soNumber === null) continue;
    exact.set(order.soNumber, order);
    folded.set(foldName(order.soNumber), order);
    bare.set(withoutZeros(order.soNumber), order.soNumber);
  }
  const pseudonymOf = await store.pseudonyms();
  return orders.map((read) => {
    const order = { ...read, salesmen: read.salesmen.map(pseudonymOf) };
    const { soNumber } = order;
    const stored = exact.get(soNumber) ?? folded.get(foldName(soNumber)) ?? null;
    const lookalike = bare.get(withoutZeros(soNumber)) ?? null;
    return orderChange(order, { stored, customerId: book.idOf(order), lookalike });
  });
}
