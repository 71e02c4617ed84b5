import type { MetricType } from "../../metrics/metrics";
import { orderSales } from "../../sources/fishbowl/mapping";
import { DEFAULT_DAYS } from "../../sync/date-range";
import { addDays, type Day, type ZoneDays } from "../../time/day";
import type { FishbowlCustomer, FishbowlOrder } from "../sample/fishbowl-orders";

/** An order that counts now, and for which metric. */
export interface CountingOrder {
  readonly order: FishbowlOrder;
  readonly type: MetricType;
}

/**
 * Picks the order whose loss is easiest to see, of those whose days a sync reads: this month's before others, wholesale before
 * distribution, then the largest. `undefined` when none counts.
 */
export function orderToVoid(
  orders: readonly FishbowlOrder[],
  { customers, days, today }: { customers: readonly FishbowlCustomer[]; days: ZoneDays; today: Day },
): CountingOrder | undefined {
  const accountTypes = new Map(customers.map(({ _id, accountType }) => [_id, accountType]));
  const read = (day: string | null) => day !== null && addDays(today, 1 - DEFAULT_DAYS) <= day && day <= today;
  const recent = orders.filter(({ dateIssued }) => read(dateIssued));
  const counting = recent.flatMap((order) => {
    const fact = orderSales(order, { accountType: accountTypes.get(order.customerId) ?? null, days });
    return fact?.counts ? [{ order, type: fact.type }] : [];
  });
  const rank = ({ order, type }: CountingOrder) => [
    order.dateIssued?.slice(0, 7) === today.slice(0, 7) ? 1 : 0,
    type === "new_sales_wholesale" ? 1 : 0,
    order.total,
  ];
  return counting.sort((a, b) => larger(rank(a), rank(b)))[0];
}

/** The first number that differs decides; the larger comes first. */
function larger(a: readonly number[], b: readonly number[]): number {
  return a.map((number, at) => (b[at] ?? 0) - number).find((difference) => difference !== 0) ?? 0;
}
