import type { MetricType } from "../../../metrics/metrics";
import type { Day, ZoneDays } from "../../../time/day";
import type { AccountTypeChange, RepChange } from "../../order-importer";
import { orderSales } from "../mapping";
import { salesOrder } from "../schema";
import type { CustomerChange } from "./customer-changes";

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

type Moment = "from" | "to";

interface Sum {
  readonly name: string;
  readonly matched: boolean;
  readonly cents: Map<MetricType, Record<Moment, number>>;
}

/** Adds up what changes do to the figures of each rep, as the sync will count them. */
export class Effects {
  private readonly sums = new Map<string, Sum>();

  constructor(private readonly settings: EffectSettings) {}

  /** One order before and after; `null` where it is not there. */
  add(before: TypedOrder | null, after: TypedOrder | null): void {
    for (const [typed, moment] of [
      [before, "from"],
      [after, "to"],
    ] as const) {
      const fact = typed === null ? null : this.factOf(typed);
      if (fact?.counts && fact.day >= this.settings.firstRetained)
        this.note(fact.owner, { type: fact.type, moment, cents: fact.amount });
    }
  }

  /** Those whose figures change, the largest change first. */
  changes(): readonly RepChange[] {
    return [...this.sums.values()]
      .map(({ name, matched, cents }) => ({
        name,
        matched,
        metrics: [...cents]
          .filter(([, { from, to }]) => from !== to)
          .map(([type, { from, to }]) => ({ type, from: from / 100, to: to / 100, change: (to - from) / 100 }))
          .sort((a, b) => (a.type < b.type ? 1 : -1)),
      }))
      .filter(({ metrics }) => metrics.length > 0)
      .sort((a, b) => largest(b) - largest(a) || (a.name < b.name ? -1 : 1));
  }

  private factOf({ order, accountType }: TypedOrder) {
    const read = salesOrder.safeParse(order);
    return read.success ? orderSales(read.data, { accountType, days: this.settings.days }) : null;
  }

  private note(owner: string, { type, moment, cents }: { type: MetricType; moment: Moment; cents: number }): void {
    const rep = this.settings.repOf(owner);
    const key = rep === null ? `owner ${owner}` : `user ${rep.userId}`;
    const sum = this.sums.get(key) ?? { name: rep?.name ?? owner, matched: rep !== null, cents: new Map() };
    const so = sum.cents.get(type) ?? { from: 0, to: 0 };
    sum.cents.set(type, { ...so, [moment]: so[moment] + cents });
    this.sums.set(key, sum);
  }
}

function largest({ metrics }: RepChange): number {
  return Math.max(...metrics.map(({ change }) => Math.abs(change)));
}

/** How many customers are named whose account type changes. */
const MAX_NAMED = 10;

/** What new account types of customers alone do, customer by customer. */
export class TypeEffects {
  private readonly customers: ReadonlyMap<string, { readonly change: CustomerChange; readonly effects: Effects }>;
  readonly count: number;

  constructor(changes: readonly CustomerChange[], settings: EffectSettings) {
    const retyped = changes.filter(({ changesType }) => changesType);
    this.count = retyped.length;
    this.customers = new Map(
      retyped.map((change) => [String(change._id), { change, effects: new Effects(settings) }] as const),
    );
  }

  /** An order as it will be. */
  add(customerId: string, order: unknown): void {
    const one = this.customers.get(customerId);
    if (one === undefined) return;
    const { typeBefore, typeAfter } = one.change;
    one.effects.add({ order, accountType: typeBefore }, { order, accountType: typeAfter });
  }

  changes(): readonly AccountTypeChange[] {
    return [...this.customers.values()]
      .map(({ change, effects }) => ({
        customer: change.name,
        from: change.typeBefore,
        to: change.typeAfter,
        reps: effects.changes(),
      }))
      .sort((a, b) => weight(b) - weight(a) || (a.customer < b.customer ? -1 : 1))
      .slice(0, MAX_NAMED);
  }
}

function weight({ reps }: AccountTypeChange): number {
  return Math.max(0, ...reps.map(largest));
}
