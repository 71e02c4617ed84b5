import type { AddedUncredited, DollarChange, ImportCredit, Uncredited, UncreditedPart } from "../../import-credit";

/** Before a file is imported, or after. */
export type Moment = "from" | "to";

/** How many customers, sales reps or statuses are named beside one reason, by either amount. */
const MAX_NAMED = 10;

type Cents = Record<Moment, number>;

/** How many new orders are named of those that nobody is credited with for one reason. */
const MAX_ADDED = 2;

interface Added {
  readonly order: string;
  readonly name: string | null;
  readonly cents: number;
}

interface Left {
  readonly cents: Cents;
  orders: number;
  readonly parts: Map<string, Cents & { added: number }>;
  readonly added: Added[];
}

/** Adds up where the dollars of orders go: to reps, or for which reason to nobody. */
export class CreditSum {
  private readonly total: Cents = { from: 0, to: 0 };
  private readonly credited: Cents = { from: 0, to: 0 };
  private readonly left = new Map<string, Left>();
  private orders = 0;

  /** An order that a rep is credited with. */
  give(moment: Moment, cents: number): void {
    this.addToTotal(moment, cents);
    this.credited[moment] += cents;
  }

  /** An order that nobody is credited with; `name` is what the reason is about, `added` the number of one that is new. */
  leave({ moment, cents, why, name, added }: LeftOrder): void {
    this.addToTotal(moment, cents);
    const left: Left = this.left.get(why) ?? { cents: { from: 0, to: 0 }, orders: 0, parts: new Map(), added: [] };
    left.cents[moment] += cents;
    if (moment === "to") left.orders += 1;
    if (added !== null) left.added.push({ order: added, name, cents });
    if (name !== null) {
      const part = left.parts.get(name) ?? { from: 0, to: 0, added: 0 };
      part[moment] += cents;
      if (added !== null) part.added += 1;
      left.parts.set(name, part);
    }
    this.left.set(why, left);
  }

  credit(): ImportCredit {
    return {
      orders: this.orders,
      total: dollars(this.total),
      credited: dollars(this.credited),
      uncredited: [...this.left].map(([why, left]) => uncredited(why, left)).sort(byAmount),
    };
  }

  private addToTotal(moment: Moment, cents: number): void {
    this.total[moment] += cents;
    if (moment === "to") this.orders += 1;
  }
}

interface LeftOrder {
  readonly moment: Moment;
  readonly cents: number;
  readonly why: string;
  readonly name: string | null;
  readonly added: string | null;
}

function addedUncredited(added: readonly Added[]): AddedUncredited {
  const ranked = [...added].sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents) || (a.order < b.order ? -1 : 1));
  return {
    orders: added.length,
    total: added.reduce((sum, { cents }) => sum + cents, 0) / 100,
    largest: ranked.slice(0, MAX_ADDED).map(({ order, name, cents }) => ({ order, name, total: cents / 100 })),
  };
}

function uncredited(why: string, { cents, orders, parts, added }: Left): Uncredited {
  const named = [...parts].map(([name, part]) => partOf(name, part)).sort(byAmount);
  const all = { why, orders, ...dollars(cents), parts: named.slice(0, MAX_NAMED), named: named.length };
  return added.length === 0 ? all : { ...all, added: addedUncredited(added) };
}

function partOf(name: string, part: Cents & { readonly added: number }): UncreditedPart {
  return { name, ...dollars(part), ...(part.added === 0 ? {} : { added: part.added }) };
}

function byAmount(a: DollarChange, b: DollarChange): number {
  return Math.abs(b.to) - Math.abs(a.to) || Math.abs(b.from) - Math.abs(a.from);
}

function dollars({ from, to }: Cents): DollarChange {
  return { from: from / 100, to: to / 100 };
}
