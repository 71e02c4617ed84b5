import { type Fact, safeId } from "../../metrics/fact";
import type { MetricType } from "../../metrics/metrics";
import { ownerOfNames } from "../../metrics/owner-name";
import { recordName } from "../../metrics/record-name";
import { UNTYPED_REASON } from "../../metrics/sources";
import { day, type ZoneDays } from "../../time/day";
import type { SalesOrder } from "./schema";

/** Statuses of orders that count, in lower case. */
const COUNTING = new Set(["issued", "in progress", "fulfilled", "closed short", "historical"]);
/** Those that do not, with the reason as people read it. */
const NOT_COUNTING: ReadonlyMap<string, string> = new Map(
  ["Estimate", "Void", "Cancelled", "Expired"].map((status) => [status.toLowerCase(), `order is ${status}`]),
);
const ACCOUNT_TYPES: ReadonlyMap<string, MetricType> = new Map([
  ["wholesale", "new_sales_wholesale"],
  ["distribution", "new_sales_distribution"],
  ["distributor", "new_sales_distribution"],
]);

/**
 * An order counts its total, in cents, on the day it was issued, for its customer's account type. One that is voided
 * later, or whose customer is of no known type, counts nothing and says why; it stands under wholesale, so that it is
 * listed once.
 *
 * @param accountType as the customer has it; `null` when the customer is unknown or has none.
 * @param customerName as the customer has it, for an order that does not name them.
 * @returns `null` for an order that was never issued: it belongs to no day.
 */
export function orderSales(
  order: SalesOrder,
  { accountType, customerName, days }: CustomerTraits & { readonly days: ZoneDays },
): Fact | null {
  if (typeof order.dateIssued !== "string") return null;
  const issued = day(order.dateIssued);
  const type = ACCOUNT_TYPES.get((accountType ?? "").trim().toLowerCase());
  const fact = {
    source: "fishbowl",
    recordId: safeId(order.soNumber),
    type: type ?? "new_sales_wholesale",
    at: days.startOf(issued),
    day: issued,
    owner: ownerOfNames([order.salesman ?? "", ...(order.otherSalesmen ?? [])]),
    amount: centsOf(order.total),
    ...recordName(order.customerName, customerName),
  } as const;
  const left = whyLeftOut(order, { type, accountType, owner: fact.owner });
  return left === null ? { ...fact, counts: true } : { ...fact, counts: false, ...left };
}

/** As much of an order's customer as its fact depends on. */
export interface CustomerTraits {
  readonly accountType: string | null;
  readonly customerName?: string | null | undefined;
}

/** Rounds half a cent as it is written: 1.005 dollars are 100.49999999999999 cents to a computer. */
function centsOf(dollars: number): number {
  return Math.round(Number((dollars * 100).toPrecision(15)));
}

function whyLeftOut(
  { status }: SalesOrder,
  { type, accountType, owner }: { type: MetricType | undefined; accountType: string | null; owner: string },
): { why: string; detail?: string } | null {
  const known = (status ?? "").trim().toLowerCase();
  const refused = NOT_COUNTING.get(known);
  if (refused !== undefined) return { why: refused };
  if (!COUNTING.has(known)) return { why: "order has an unknown status", detail: status ?? "none" };
  if (type === undefined && (accountType ?? "").trim() === "") return { why: UNTYPED_REASON };
  if (type === undefined)
    return { why: "account type is neither Wholesale nor Distribution", detail: accountType ?? "" };
  return owner === "" ? { why: "order has no salesman" } : null;
}
