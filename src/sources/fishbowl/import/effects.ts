import type { Fact } from "../../../metrics/fact";
import type { MetricType } from "../../../metrics/metrics";
import { SOURCES, UNTYPED_REASON } from "../../../metrics/sources";
import type { Day, ZoneDays } from "../../../time/day";
import { EXPIRED_REASON, type ImportCredit, type RepChange } from "../../import-credit";
import { orderSales } from "../mapping";
import { type SalesOrder, salesOrder } from "../schema";
import { CreditSum, type Moment } from "./credit-sum";
import { type Credited, type Moved, movesOf, repOrders } from "./moves";
import { storedCents, storedOrder } from "./order-change";

/** Who a salesman is, by the owner that facts give; `null` for nobody. */
export type RepOf = (owner: string) => { readonly userId: string; readonly name: string } | null;

export interface EffectSettings {
  readonly days: ZoneDays;
  /** Figures of days before this one change no more. */
  readonly firstRetained: Day;
  readonly repOf: RepOf;
}

/** An order as a document has it, and the account type that its customer has. */
export interface TypedOrder {
  readonly order: unknown;
  readonly accountType: string | null;
}

interface Sum {
  readonly name: string;
  readonly matched: boolean;
  readonly cents: Map<MetricType, Record<Moment, number>>;
  readonly moved: Moved[];
}

/** How an order is counted, and whom it is credited to; `null` for nobody. */
interface Counted {
  readonly fact: Fact | null;
  readonly credited: Credited | null;
}

/** Adds up what changes do to the figures of each rep, as the sync will count them. */
export class Effects {
  private readonly sums = new Map<string, Sum>();
  private readonly credits = new CreditSum();

  constructor(private readonly settings: EffectSettings) {}

  /** One order before and after; `null` where it is not there. */
  add(before: TypedOrder | null, after: TypedOrder | null): void {
    const { soNumber } = storedOrder.parse((after ?? before)?.order ?? {});
    const was = before === null ? null : this.addOne(before, "from");
    const is = after === null ? null : this.addOne(after, "to", before === null ? soNumber : null);
    if (soNumber === null) return;
    const sides = {
      isNew: before === null,
      isGone: after === null,
      was: was?.credited ?? null,
      is: is?.credited ?? null,
    };
    const moves = movesOf(soNumber, { ...sides, fact: is?.fact ?? null });
    for (const { key, moved } of moves) this.sums.get(key)?.moved.push(moved);
  }

  /** Sums up where the dollars of all these orders go. */
  credit(): ImportCredit {
    return this.credits.credit();
  }

  /** Those whose figures change, the largest change first; `withOrders` each with the orders that bring it about. */
  changes({ withOrders = false } = {}): readonly RepChange[] {
    return [...this.sums.values()]
      .map(({ name, matched, cents, moved }) => ({
        name,
        matched,
        ...(withOrders ? { orders: repOrders(moved) } : {}),
        metrics: [...cents]
          .filter(([, { from, to }]) => from !== to)
          .map(([type, { from, to }]) => ({ type, from: from / 100, to: to / 100, change: (to - from) / 100 }))
          .sort((a, b) => (a.type < b.type ? 1 : -1)),
      }))
      .filter(({ metrics }) => metrics.length > 0)
      .sort((a, b) => largest(b) - largest(a) || (a.name < b.name ? -1 : 1));
  }

  private addOne({ order, accountType }: TypedOrder, moment: Moment, added: string | null = null): Counted {
    const { days, firstRetained, repOf } = this.settings;
    const read = salesOrder.safeParse(order);
    const fact = read.success ? orderSales(read.data, { accountType, days }) : null;
    const cents = fact?.amount ?? centsOf(order);
    const rep = fact === null ? null : repOf(fact.owner);
    const isCredited = fact?.counts === true && fact.day >= firstRetained;
    const key = isCredited ? this.note(fact.owner, { rep, type: fact.type, moment, cents }) : null;
    const left = read.success ? whyUncredited(fact, { firstRetained, rep, of: read.data }) : UNREADABLE;
    if (left === null) this.credits.give(moment, cents);
    else this.credits.leave({ moment, cents, added, ...left });
    return { fact, credited: key === null || fact === null ? null : { key, type: fact.type, cents } };
  }

  private note(
    owner: string,
    { rep, type, moment, cents }: { rep: ReturnType<RepOf>; type: MetricType; moment: Moment; cents: number },
  ): string {
    const key = rep === null ? `owner ${owner}` : `user ${rep.userId}`;
    const sum = this.sums.get(key) ?? { name: rep?.name ?? owner, matched: rep !== null, cents: new Map(), moved: [] };
    const so = sum.cents.get(type) ?? { from: 0, to: 0 };
    sum.cents.set(type, { ...so, [moment]: so[moment] + cents });
    this.sums.set(key, sum);
    return key;
  }
}

function centsOf(order: unknown): number {
  const { total } = storedOrder.parse(order);
  return total === null ? 0 : storedCents(total);
}

interface Left {
  readonly why: string;
  /** What the reason is about: whoever mends it looks for that. */
  readonly name: string | null;
}

const UNREADABLE: Left = { why: "could not be read", name: null };

/** Why nobody is credited with an order; `null` where a rep is. */
function whyUncredited(
  fact: Fact | null,
  { firstRetained, rep, of }: { readonly firstRetained: Day; readonly rep: ReturnType<RepOf>; readonly of: SalesOrder },
): Left | null {
  if (fact === null) return { why: "order has no issue date", name: null };
  if (!fact.counts) {
    const { why, detail = null } = fact;
    return { why, name: why === UNTYPED_REASON ? (of.customerName ?? null) : detail };
  }
  if (fact.day < firstRetained) return { why: EXPIRED_REASON, name: null };
  return rep === null ? { why: SOURCES.fishbowl.unmatchedReason, name: fact.owner } : null;
}

/** The largest change of one figure, whatever its sign. */
export function largest({ metrics }: RepChange): number {
  return Math.max(...metrics.map(({ change }) => Math.abs(change)));
}
