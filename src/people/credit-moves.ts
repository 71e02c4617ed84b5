import type { OwnerMonthSum } from "../metrics/fact-summary-store";
import type { Salesman } from "./person";
import { salesmanLookup } from "./salesmen";

/** A change of who a salesman is: `null` takes it back. */
export interface SalesmanChange {
  /** As orders give it. */
  readonly name: string;
  /** Slack's member id. */
  readonly userId: string | null;
}

/** Orders of a month that another person is credited with after a change; `null` for nobody. */
export interface CreditMove {
  /** `2026-10`, by the team's days. */
  readonly month: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly orders: number;
  readonly cents: number;
}

interface Mapped {
  /** All that are mapped. */
  readonly salesmen: readonly Salesman[];
  /** Slack ids of whoever is known: what is mapped to anybody else counts for nobody. */
  readonly userIds: ReadonlySet<string>;
  /** What the counting orders of each owner come to, in cents. */
  readonly sums: readonly OwnerMonthSum[];
}

/** Works out which orders a change of a mapping moves from whom to whom, by month, the newest first; by the look-up that roll-up uses. */
export function creditMoves(change: SalesmanChange, { salesmen, userIds, sums }: Mapped): readonly CreditMove[] {
  const known = (all: readonly Salesman[]) => salesmanLookup(all.filter(({ userId }) => userIds.has(userId)));
  const [before, after] = [known(salesmen), known(salesmenAfter(change, salesmen))];
  const moves = new Map<string, CreditMove>();
  for (const { owner, month, records, amount } of sums) {
    const [from, to] = [before(owner), after(owner)];
    if (from === to) continue;
    const key = `${month} ${from} ${to}`;
    const move = moves.get(key) ?? { month, from, to, orders: 0, cents: 0 };
    moves.set(key, { ...move, orders: move.orders + records, cents: move.cents + amount });
  }
  return [...moves.values()].sort((a, b) => (a.month > b.month ? -1 : a.month < b.month ? 1 : b.cents - a.cents));
}

/** The mappings after a change, as the store has them: one a spelling, by the spelling. */
function salesmenAfter({ name, userId }: SalesmanChange, salesmen: readonly Salesman[]): readonly Salesman[] {
  const others = salesmen.filter(({ _id }) => _id !== name);
  const all = userId === null ? others : [...others, { _id: name, userId }];
  return [...all].sort((a, b) => (a._id < b._id ? -1 : 1));
}
