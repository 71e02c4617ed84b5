import type { RepChange } from "../sources/import-credit";
import { moveOfReason, type OrderMove } from "../sources/order-moves";
import { inFull } from "../words/counts";

/** Says which orders change somebody's credited sales: "SO-1017 voided", "SO-1050 new and 2 more"; `null` where that is not known. */
export function causeInWords({ orders }: Pick<RepChange, "orders">, clean: (name: string) => string): string | null {
  const [first, second] = orders?.largest ?? [];
  if (orders === undefined || first === undefined) return null;
  const more = orders.count - orders.largest.length;
  if (orders.move !== null) {
    const names = orders.largest.map(({ order }) => clean(order));
    const all = more > 0 ? `${names.join(", ")} and ${inFull(more)} more` : names.join(" and ");
    return `${all} ${moveInWords(orders.move)}`;
  }
  const each = [first, ...(second === undefined ? [] : [second])];
  const named = each.map(({ order, move }) => `${clean(order)} ${moveInWords(move)}`).join(", ");
  return more > 0 ? `${named} and ${inFull(more)} more` : named;
}

/** The orders that {@link causeInWords} names. */
export function causeOrders({ orders }: Pick<RepChange, "orders">): readonly string[] {
  if (orders === undefined) return [];
  return orders.largest.slice(0, orders.move === null ? 2 : undefined).map(({ order }) => order);
}

/** Says what became of an order, behind its number: "voided", "repriced". */
export function moveInWords(move: OrderMove): string {
  return WORDS[move];
}

/** Says it of an order that does not count any more, by the reason that its fact keeps; `null` where that is another reason. */
export function leftInWords(why: string): string | null {
  const move = moveOfReason(why);
  return move === null ? null : WORDS[move];
}

const WORDS: Readonly<Record<OrderMove, string>> = {
  new: "new",
  voided: "voided",
  canceled: "canceled",
  expired: "expired",
  estimate: "made an estimate",
  untyped: "without an account type",
  uncounted: "not counted anymore",
  removed: "taken out",
  counted: "counted now",
  total: "repriced",
  "account-type": "with another account type",
  "sales-rep": "with another sales rep",
};
