import type { AccountTypeChange } from "../../order-importer";
import type { CustomerChange } from "./customer-changes";
import { type EffectSettings, Effects, largest } from "./effects";

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
