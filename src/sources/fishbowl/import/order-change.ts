import { z } from "zod";
import type { FieldChange } from "../../order-importer";
import { dollarsText } from "./decimal";
import type { ReadOrder } from "./read-order";

/** The fields of `fishbowl_sales_orders` that an import writes. */
export interface OrderFields {
  readonly soNumber: string;
  readonly status: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly salesman: string | null;
  readonly dateIssued: string | null;
  /** Dollars, to the cent. */
  readonly total: number;
  /** Its id in Fishbowl's database, where it was pulled from there. */
  readonly fishbowlId?: number | undefined;
}

/** What an import does to one order. */
export interface OrderChange {
  readonly kind: "new" | "changed" | "unchanged";
  readonly set: OrderFields;
  readonly changes: readonly FieldChange[];
  readonly cents: number;
  /** What it came to before; 0 for a new one. */
  readonly centsBefore: number;
  /** Its issue days, before and after. */
  readonly days: readonly string[];
}

/** What a report that has no statuses lists. */
const USUAL_STATUS = "Issued";

/** Compares an order of the file with the one that is kept. */
export function orderChange(
  order: ReadOrder,
  { kept, customerId }: { readonly kept: KeptOrder | null; readonly customerId: string },
): OrderChange {
  const { soNumber, customerName, salesman, dateIssued, cents } = order;
  const status = order.status ?? kept?.status ?? USUAL_STATUS;
  const set = { soNumber, status, customerId, customerName, salesman, dateIssued, total: cents / 100 };
  const centsBefore = kept === null || kept.total === null ? null : keptCents(kept.total);
  const changes = kept === null ? [] : changed({ set, cents }, { kept, centsBefore });
  return {
    kind: kept === null ? "new" : changes.length > 0 ? "changed" : "unchanged",
    set,
    changes,
    cents,
    centsBefore: centsBefore ?? 0,
    days: [kept?.dateIssued, dateIssued].flatMap((day) => day ?? []),
  };
}

function changed(
  { set, cents }: { set: OrderFields; cents: number },
  { kept, centsBefore }: { kept: KeptOrder; centsBefore: number | null },
): readonly FieldChange[] {
  const pairs: readonly (readonly [string, string | null, string | null])[] = [
    ["status", kept.status, set.status],
    ["customer", kept.customerName, set.customerName],
    ["customer id", kept.customerId, set.customerId],
    ["salesman", kept.salesman, set.salesman],
    ["issued", kept.dateIssued, set.dateIssued],
    ["total", centsBefore === null ? null : dollarsText(centsBefore), dollarsText(cents)],
  ];
  return pairs.filter(([, from, to]) => from !== to).map(([field, from, to]) => ({ field, from, to }));
}

/** Dollars of a document in cents, with half a cent as it is written. */
function keptCents(dollars: number): number {
  return Math.round(Number((dollars * 100).toPrecision(15)));
}

/** Documents may have been written by hand: what is not of its kind counts as none. */
const text = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim() || null)
  .nullable()
  .catch(null);

/** An order as it lies in `fishbowl_sales_orders`. */
export const keptOrder = z.object({
  soNumber: text,
  status: text,
  customerId: text,
  customerName: text,
  salesman: text,
  dateIssued: text,
  /** Dollars. */
  total: z.number().nullable().catch(null),
});
export type KeptOrder = z.infer<typeof keptOrder>;

/** A customer as it lies in `fishbowl_customers`. */
export const keptCustomer = z.object({
  _id: z.union([z.string(), z.number()]),
  name: text,
  /** A choice of several, as Copper's field has it, is one text. */
  accountType: z.union([z.array(z.string()).transform((chosen) => chosen.join(", ") || null), text]).catch(null),
  /** What an import or a pull set last: another `accountType` was set by hand. */
  importedType: text,
});
export type KeptCustomer = z.infer<typeof keptCustomer>;
