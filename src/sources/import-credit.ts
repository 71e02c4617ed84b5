import type { MetricType } from "../metrics/metrics";
import type { OrderMove } from "./order-moves";

/** What a file does to the figures of one rep, in dollars; `matched` is false for a salesman who isn't matched to anyone. */
export interface RepChange {
  readonly name: string;
  readonly matched: boolean;
  /** Only what changes: above zero raises the figure. `from` and `to` are what the orders looked at come to before and after. */
  readonly metrics: readonly {
    readonly type: MetricType;
    readonly from: number;
    readonly to: number;
    readonly change: number;
  }[];
  /** Which orders bring this about; absent where that is not told. */
  readonly orders?: RepOrders;
}

/** The orders that change what somebody is credited with. */
export interface RepOrders {
  readonly count: number;
  /** What became of all of them; `null` where not the same. */
  readonly move: OrderMove | null;
  /** Those that change the most, two at most. */
  readonly largest: readonly { readonly order: string; readonly move: OrderMove }[];
}

/** Why nobody is credited with an order of a day whose records are not kept. */
export const EXPIRED_REASON = "its day is not kept";

/** An amount before and after a file, in dollars. */
export interface DollarChange {
  readonly from: number;
  readonly to: number;
}

/** Orders that are credited to nobody for one reason: how many they are after the file, and what they come to. */
export interface Uncredited extends DollarChange {
  /** A reason as facts keep it: "customer has no account type". */
  readonly why: string;
  readonly orders: number;
  /** What it is about, the largest amount first: customers without a type, sales reps, statuses. A few of `named`. */
  readonly parts: readonly UncreditedPart[];
  readonly named: number;
  /** New orders among these; absent where there are none. */
  readonly added?: AddedUncredited;
}

/** What of uncredited orders is about one customer, sales rep or status; `added` is how many of these orders are new. */
export interface UncreditedPart extends DollarChange {
  readonly name: string;
  readonly added?: number;
}

/**
 * Says where the dollars of orders go: of all that a file has, those that stay as they are too, and of stored ones whose customer's
 * account type it changes. What reps are credited with and what is credited to nobody add up to `total`.
 */
export interface ImportCredit {
  readonly orders: number;
  readonly total: DollarChange;
  readonly credited: DollarChange;
  /** The largest amount after the file first. */
  readonly uncredited: readonly Uncredited[];
}

/** New orders that nobody is credited with for one reason, in dollars. */
export interface AddedUncredited {
  readonly orders: number;
  readonly total: number;
  /** The largest of them first, two at most; `name` is what the reason is about, if anything. */
  readonly largest: readonly { readonly order: string; readonly name: string | null; readonly total: number }[];
}
