import { type Day, parseDay } from "../../../time/day";
import { changesOf, customersOf } from "../import/compare-orders";
import { customerBook } from "../import/customer-changes";
import type { OrdersStore } from "../orders-store";
import type { PulledOrder } from "./rows";

export interface SaveOrdersDeps {
  readonly store: OrdersStore;
  /** Told issue days, old and new, of orders that have changed, before the change is kept. */
  readonly onDays: (days: readonly Day[]) => Promise<void>;
}

/** Saves pulled orders and their customers where they differ from what is kept; one that had another number is forgotten under that. */
export async function saveOrders(pulled: readonly PulledOrder[], { store, onDays }: SaveOrdersDeps): Promise<void> {
  if (pulled.length === 0) return;
  const book = customerBook(await customersOf(store), "groups");
  const orders = pulled.map(({ order }) => order);
  const customers = book.changes(orders).filter(({ writes }) => writes);
  const changes = await changesOf(orders, { store, book });
  const retyped = customers.filter(({ changesType }) => changesType).map(({ _id }) => _id);
  const numbers = changes.flatMap(({ set }, index): (readonly [number, string])[] => {
    const id = pulled[index]?.fishbowlId;
    return id === undefined ? [] : [[id, set.soNumber]];
  });
  const renumbered = await store.renumbered(new Map(numbers));
  const days = [
    ...renumbered.map(({ dateIssued }) => dateIssued),
    ...changes.flatMap((change) => (change.kind === "unchanged" ? [] : change.days)),
    ...(retyped.length === 0 ? [] : await store.daysOf(retyped)),
  ];
  await notifyDays(days, onDays);
  await store.write([
    ...customers.map((customer) => ({ customer: { ...customer, from: "groups" as const } })),
    ...changes.map(({ kind, set }, index) => ({
      order: { kind, set: { ...set, fishbowlId: pulled[index]?.fishbowlId } },
    })),
  ]);
  if (renumbered.length > 0) await store.delete(renumbered);
}

/** Tells days of orders. Documents may have been written by hand: what is no day has no totals. */
export async function notifyDays(texts: readonly string[], onDays: SaveOrdersDeps["onDays"]): Promise<void> {
  const days = [...new Set(texts)].map(parseDay).filter((one) => one !== null);
  if (days.length > 0) await onDays(days);
}
