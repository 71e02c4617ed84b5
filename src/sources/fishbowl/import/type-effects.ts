import type { AccountTypeChange } from "../../order-importer";
import type { CustomerChange } from "./customer-changes";
import { type EffectSettings, Effects, largest } from "./effects";

/** How many customers are named whose account type changes. */
const MAX_NAMED = 10;

interface OneCustomer {
  readonly change: CustomerChange;
  /** What the type alone does. */
  readonly effects: Effects;
  /** What the whole file does to the orders of the customer. */
  readonly all: Effects;
}

/** What new account types of customers alone do, customer by customer. */
export class TypeEffects {
  private readonly customers: ReadonlyMap<string, OneCustomer>;
  readonly count: number;

  constructor(changes: readonly CustomerChange[], settings: EffectSettings) {
    const retyped = changes.filter(({ changesType }) => changesType);
    this.count = retyped.length;
    this.customers = new Map(
      retyped.map(
        (change) =>
          [String(change._id), { change, effects: new Effects(settings), all: new Effects(settings) }] as const,
      ),
    );
  }

  /** An order of a customer as it is stored, `null` for a new one, and as it will be. */
  add(customerId: string, { stored, order }: { readonly stored: unknown; readonly order: unknown }): void {
    const one = this.customers.get(customerId);
    if (one === undefined) return;
    const { typeBefore, typeAfter } = one.change;
    const after = { order, accountType: typeAfter };
    one.effects.add({ order, accountType: typeBefore }, after);
    one.all.add(stored === null ? null : { order: stored, accountType: typeBefore }, after);
  }

  changes(): readonly AccountTypeChange[] {
    return [...this.customers.values()]
      .map(({ change, effects, all }) => ({
        customer: change.name,
        from: change.typeBefore,
        to: change.typeAfter,
        reps: effects.changes(),
        uncredited: all.credit().uncredited.map(({ why, from, to }) => ({ why, from, to })),
      }))
      .sort((a, b) => weight(b) - weight(a) || (a.customer < b.customer ? -1 : 1))
      .slice(0, MAX_NAMED);
  }
}

function weight({ reps }: AccountTypeChange): number {
  return Math.max(0, ...reps.map(largest));
}
