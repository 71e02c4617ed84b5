import { UNTYPED_REASON } from "../metrics/sources";

/** What became of an order, for whoever is or was credited with it. */
export type OrderMove =
  | ("new" | "voided" | "canceled" | "expired" | "estimate" | "untyped" | "uncounted")
  | ("removed" | "counted" | "total" | "account-type" | "sales-rep");

/** What became of an order that counted and does not any more, by the reason that its fact keeps; `null` for any other reason. */
export function moveOfReason(why: string): OrderMove | null {
  return MOVES.get(why) ?? null;
}

const MOVES: ReadonlyMap<string, OrderMove> = new Map([
  ["order is Void", "voided"],
  ["order is Cancelled", "canceled"],
  ["order is Expired", "expired"],
  ["order is Estimate", "estimate"],
  [UNTYPED_REASON, "untyped"],
  ["account type is neither Wholesale nor Distribution", "account-type"],
]);
