import type { Day } from "../../time/day";
import { exportOf, type SampleFile } from "../sample/fishbowl-export";
import type { FishbowlOrder } from "../sample/fishbowl-orders";
import { dayOrders, repricedOrders } from "./day-orders";
import { teamTimeOn } from "./work-times";

/** An export that Fishbowl makes: the orders of the last day whose work is over, and what has changed of the day before. */
export interface OrderExport {
  readonly at: Date;
  /** The day whose orders it has. */
  readonly sold: Day;
  readonly orders: readonly FishbowlOrder[];
}

/** Before the first morning of a rep in the East and before the team's own, so that what they read is whole, and after work. */
const WORK_ENDS = "18:00:00";
const EXPORTED = ["04:45:00", "07:00:00", WORK_ENDS] as const;

/**
 * Lists what Fishbowl exports on these working days, from `after` (excluded) to `until` (included), in the order of time.
 *
 * @param workdays in their order, from the first whose orders are exported on.
 */
export function exportsOn(
  workdays: readonly Day[],
  { after, until }: { readonly after: Date; readonly until: Date },
): readonly OrderExport[] {
  const times = workdays.flatMap((day) => EXPORTED.map((time) => teamTimeOn(day, time)));
  const selling = workdays
    .filter((day) => dayOrders(day).length > 0)
    .map((day) => ({ day, over: teamTimeOn(day, WORK_ENDS) }));
  return times
    .filter((at) => at > after && at <= until)
    .flatMap((at) => {
      const [sold, before] = selling.filter(({ over }) => over <= at).reverse();
      if (sold === undefined) return [];
      const changed = before === undefined ? [] : repricedOrders(before.day);
      return [{ at, sold: sold.day, orders: [...changed, ...dayOrders(sold.day)] }];
    });
}

/** The file of an export, in which these orders are void. */
export function exportFile({ sold, orders }: OrderExport, voided: ReadonlySet<string>): SampleFile {
  const asTheyAre = orders.map((order) => (voided.has(order.soNumber) ? { ...order, status: "Void" } : order));
  return exportOf(asTheyAre, `fishbowl-orders-${sold}.csv`);
}
