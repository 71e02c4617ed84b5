import type { Fact } from "../../../metrics/fact";
import type { RepOrders } from "../../import-credit";
import { moveOfReason, type OrderMove } from "../../order-moves";

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
  /** What of it counts for another metric than before, in cents; 0 where the metric stays. */
  readonly retyped: number;
  readonly move: OrderMove;
}

/** What an order was and is; `fact` is as it is counted after the file, `null` where it has no day. */
export interface Sides {
  readonly isNew: boolean;
  /** It is taken out. */
  readonly isGone?: boolean;
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
    const retyped = isRetyped ? Math.max(of(was), of(is)) : 0;
    return cents === 0 && !isRetyped ? [] : [{ key, moved: { order, cents, retyped, move: moveOf(sides) } }];
  });
}

function moveOf({ isNew, isGone = false, was, is, fact }: Sides): OrderMove {
  if (isNew) return "new";
  if (isGone) return "removed";
  if (was === null) return "counted";
  if (is === null) return fact === null || fact.counts ? "uncounted" : (moveOfReason(fact.why) ?? "uncounted");
  if (was.key !== is.key) return "sales-rep";
  return was.type === is.type ? "total" : "account-type";
}

const MAX_NAMED = 2;

/** Sums up somebody's orders: those that explain the change in all come first, so that no gain is named as the cause of a loss. */
export function repOrders(moved: readonly Moved[]): RepOrders {
  const net = moved.reduce((sum, { cents }) => sum + cents, 0);
  const [group, weight] = [groupBy(net), weightBy(net)];
  const ranked = [...moved].sort(
    (a, b) => group(a) - group(b) || weight(b) - weight(a) || (a.order < b.order ? -1 : 1),
  );
  const first = ranked[0]?.move ?? null;
  return {
    count: moved.length,
    move: moved.every(({ move }) => move === first) ? first : null,
    largest: ranked.slice(0, MAX_NAMED).map(({ order, move }) => ({ order, move })),
  };
}

/**
 * Puts first, of a loss, whatever lowers it, then what changes its metric alone. Else only what lowers a gain stands last: what
 * changes its metric explains a shift between metrics.
 */
function groupBy(net: number): (one: Moved) => number {
  if (net < 0) return ({ cents }) => Math.sign(cents);
  return ({ cents, retyped }) => (net > 0 && cents < 0 && retyped === 0 ? 1 : 0);
}

/** An order whose metric changes weighs all of its amount, but not where it is what it loses that is explained. */
function weightBy(net: number): (one: Moved) => number {
  return ({ cents, retyped }) => (net < 0 && cents < 0 ? -cents : Math.max(Math.abs(cents), retyped));
}
