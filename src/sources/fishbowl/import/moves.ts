import type { Fact } from "../../../metrics/fact";
import { UNTYPED_REASON } from "../../../metrics/sources";
import type { OrderMove, RepOrders } from "../../order-importer";

/** Whom an order is credited to and as what, before or after a file. */
export interface Credited {
  /** Names the person, or the owner who is nobody. */
  readonly key: string;
  readonly type: Fact["type"];
  readonly cents: number;
}

/** An order that changes what somebody is credited with, by so many cents. */
export interface Moved {
  readonly order: string;
  readonly cents: number;
  readonly move: OrderMove;
}

/** What an order was and is; `fact` is as it is counted after the file, `null` where it has no day. */
export interface Sides {
  readonly isNew: boolean;
  readonly was: Credited | null;
  readonly is: Credited | null;
  readonly fact: Fact | null;
}

/** Says for each who was or is credited with an order what became of it; nothing for whom it stays as it is. */
export function movesOf(order: string, sides: Sides): readonly { readonly key: string; readonly moved: Moved }[] {
  const { was, is } = sides;
  const keys = new Set([was, is].flatMap((one) => (one === null ? [] : [one.key])));
  return [...keys].flatMap((key) => {
    const of = (one: Credited | null) => (one?.key === key ? one.cents : 0);
    const cents = of(is) - of(was);
    const isRetyped = was?.key === is?.key && was?.type !== is?.type;
    return cents === 0 && !isRetyped ? [] : [{ key, moved: { order, cents, move: moveOf(sides) } }];
  });
}

function moveOf({ isNew, was, is, fact }: Sides): OrderMove {
  if (isNew) return "new";
  if (was === null) return "counted";
  if (is === null) return fact === null || fact.counts ? "uncounted" : (LEFT.get(fact.why) ?? "uncounted");
  if (was.key !== is.key) return "sales-rep";
  return was.type === is.type ? "total" : "account-type";
}

/** What became of an order that counted and does not any more, by the reason. */
const LEFT: ReadonlyMap<string, OrderMove> = new Map([
  ["order is Void", "voided"],
  ["order is Cancelled", "canceled"],
  ["order is Expired", "expired"],
  ["order is Estimate", "estimate"],
  [UNTYPED_REASON, "account-type"],
  ["account type is neither Wholesale nor Distribution", "account-type"],
]);

const MAX_NAMED = 2;

/** Sums up somebody's orders. */
export function repOrders(moved: readonly Moved[]): RepOrders {
  const ranked = [...moved].sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents) || (a.order < b.order ? -1 : 1));
  const first = ranked[0]?.move ?? null;
  return {
    count: moved.length,
    move: moved.every(({ move }) => move === first) ? first : null,
    largest: ranked.slice(0, MAX_NAMED).map(({ order, move }) => ({ order, move })),
  };
}
