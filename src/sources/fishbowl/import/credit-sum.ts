import type { AddedUncredited, DollarChange, ImportCredit, Uncredited } from "../../order-importer";

/** Before a file is imported, or after. */
export type Moment = "from" | "to";

/** How many customers, sales reps or statuses are named beside one reason, by either amount. */
const MAX_NAMED = 10;

type Cents = Record<Moment, number>;

/** How many new orders are named that nobody is credited with. */
const MAX_ADDED = 2;

type Added = AddedUncredited["largest"][number] & { readonly cents: number };

interface Left {
  readonly cents: Cents;
  orders: number;
  readonly parts: Map<string, Cents>;
}

/** Adds up where the dollars of orders go: to reps, or for which reason to nobody. */
export class CreditSum {
  private readonly total: Cents = { from: 0, to: 0 };
  private readonly credited: Cents = { from: 0, to: 0 };
  private readonly left = new Map<string, Left>();
  private readonly added: Added[] = [];
  private orders = 0;

  /** An order that a rep is credited with. */
  give(moment: Moment, cents: number): void {
    this.addToTotal(moment, cents);
    this.credited[moment] += cents;
  }

  /** An order that nobody is credited with; `name` is what the reason is about, `added` the number of one that is new. */
  leave({ moment, cents, why, name, added }: LeftOrder): void {
    this.addToTotal(moment, cents);
    if (added !== null) this.added.push({ order: added, why, name, cents });
    const left: Left = this.left.get(why) ?? { cents: { from: 0, to: 0 }, orders: 0, parts: new Map() };
    left.cents[moment] += cents;
    if (moment === "to") left.orders += 1;
    if (name !== null) {
      const part = left.parts.get(name) ?? { from: 0, to: 0 };
      part[moment] += cents;
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
      ...(this.added.length === 0 ? {} : { added: addedUncredited(this.added) }),
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
    largest: ranked.slice(0, MAX_ADDED).map(({ order, why, name }) => ({ order, why, name })),
  };
}

function uncredited(why: string, { cents, orders, parts }: Left): Uncredited {
  const named = [...parts].map(([name, part]) => ({ name, ...dollars(part) })).sort(byAmount);
  return { why, orders, ...dollars(cents), parts: named.slice(0, MAX_NAMED), named: named.length };
}

function byAmount(a: DollarChange, b: DollarChange): number {
  return Math.abs(b.to) - Math.abs(a.to) || Math.abs(b.from) - Math.abs(a.from);
}

function dollars({ from, to }: Cents): DollarChange {
  return { from: from / 100, to: to / 100 };
}
