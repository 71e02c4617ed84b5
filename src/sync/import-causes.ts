import type { OrderMove, RepChange } from "../sources/order-importer";
import { count } from "./import-amounts";

/** Says which orders change somebody's credited sales: "SO-1017 voided", "SO-1050 new and 2 more"; `null` where that is not known. */
export function causeInWords({ orders }: Pick<RepChange, "orders">, clean: (name: string) => string): string | null {
  const [first, second] = orders?.largest ?? [];
  if (orders === undefined || first === undefined) return null;
  const words = (move: OrderMove) => WORDS[move];
  const more = orders.count - orders.largest.length;
  if (orders.move !== null) {
    const names = orders.largest.map(({ order }) => clean(order));
    const all = more > 0 ? `${names.join(", ")} and ${count(more)} more` : names.join(" and ");
    return `${all} ${words(orders.move)}`;
  }
  const each = [first, ...(second === undefined ? [] : [second])];
  const named = each.map(({ order, move }) => `${clean(order)} ${words(move)}`).join(", ");
  return more > 0 ? `${named} and ${count(more)} more` : named;
}

const WORDS: Readonly<Record<OrderMove, string>> = {
  new: "new",
  voided: "voided",
  canceled: "canceled",
  expired: "expired",
  estimate: "made an estimate",
  uncounted: "not counted anymore",
  counted: "counted now",
  total: "repriced",
  "account-type": "with another account type",
  "sales-rep": "with another sales rep",
};
