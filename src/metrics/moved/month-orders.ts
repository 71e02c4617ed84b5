import type { DayRange } from "../../time/day";
import { factId } from "../fact";
import type { MetricType } from "../metrics";
import type { ComparedFact, MonthRecords } from "./moved-records";

/** The orders of which a month's money consisted up to these days when that was told, each with its cents. */
export interface MonthOrders extends DayRange {
  readonly type: MetricType;
  readonly orders: readonly (readonly [recordId: string, cents: number])[];
}

/** Money is counted from Fishbowl's orders alone. */
export const ORDERS_SOURCE = "fishbowl" as const;

/** What kept orders come to, in cents. */
export function orderCents({ orders }: MonthOrders): number {
  return orders.reduce((all, [, amount]) => all + amount, 0);
}

/**
 * Makes of kept orders the records of their month. One of those days that counts now was none of them: whether it was there and did not count is
 * not known, but that it counts now.
 *
 * @param now the orders that count now.
 */
export function recordsThen({ type, from, to, orders }: MonthOrders, now: readonly ComparedFact[]): MonthRecords {
  const counted = orders.map(([recordId, amount]) => ({
    fact: { _id: factId({ source: ORDERS_SOURCE, recordId, type }), source: ORDERS_SOURCE, recordId, type, amount },
    leftOut: null,
  }));
  const known = new Set(orders.map(([recordId]) => recordId));
  const isOfTheseDays = ({ day }: ComparedFact) => day !== undefined && from <= day && day <= to;
  const others = now.filter((one) => one.type === type && isOfTheseDays(one) && !known.has(one.recordId));
  return new Map([[type, { records: [...counted, ...others.map((fact) => ({ fact, leftOut: "not kept" }))] }]]);
}
