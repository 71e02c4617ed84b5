import { z } from "zod";
import { ownerOfNames } from "../../../metrics/owner-name";
import type { FieldChange } from "../../order-importer";
import { dollarsText } from "./cells/decimal";
import type { ReadOrder } from "./file/read-order";

/** The fields of `fishbowl_sales_orders` that an import writes. */
export interface OrderFields {
  readonly soNumber: string;
  readonly status: string;
  readonly customerId: string;
  readonly customerName: string;
  /** The likeliest of the names that could be the salesman's. */
  readonly salesman: string | null;
  /** The others; absent where there never were any. */
  readonly otherSalesmen?: readonly string[] | undefined;
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
  /** The order as it is stored now. */
  readonly stored: StoredOrder | null;
  /** The number of another order that is stored and differs by zeros in front alone, where this one is new. */
  readonly lookalike: string | null;
}

/** What a report that has no statuses lists. */
const USUAL_STATUS = "Issued";

/** Compares an order of the file with the one that is stored. */
export function orderChange(
  order: ReadOrder,
  {
    stored,
    customerId,
    lookalike = null,
  }: { readonly stored: StoredOrder | null; readonly customerId: string; readonly lookalike?: string | null },
): OrderChange {
  const { customerName, dateIssued, cents } = order;
  const [salesman = null, ...others] = order.salesmen;
  const set = {
    // An order that is there already keeps its number as it is spelled there.
    soNumber: stored?.soNumber ?? order.soNumber,
    status: order.status ?? stored?.status ?? USUAL_STATUS,
    customerId,
    customerName,
    salesman,
    ...(others.length + (stored?.otherSalesmen.length ?? 0) > 0 && { otherSalesmen: others }),
    dateIssued,
    total: cents / 100,
  };
  const centsBefore = stored === null || stored.total === null ? null : storedCents(stored.total);
  const changes = stored === null ? [] : changed({ set, cents }, { stored, centsBefore });
  return {
    kind: stored === null ? "new" : changes.length > 0 ? "changed" : "unchanged",
    set,
    changes,
    cents,
    centsBefore: centsBefore ?? 0,
    days: [stored?.dateIssued, dateIssued].flatMap((day) => day ?? []),
    stored,
    lookalike: stored === null ? lookalike : null,
  };
}

function changed(
  { set, cents }: { set: OrderFields; cents: number },
  { stored, centsBefore }: { stored: StoredOrder; centsBefore: number | null },
): readonly FieldChange[] {
  const pairs: readonly (readonly [string, string | null, string | null])[] = [
    ["status", stored.status, set.status],
    ["customer", stored.customerName, set.customerName],
    ["customer id", stored.customerId, set.customerId],
    ["salesman", namesOf(stored), namesOf(set)],
    ["issued", stored.dateIssued, set.dateIssued],
    ["total", centsBefore === null ? null : dollarsText(centsBefore), dollarsText(cents)],
  ];
  return pairs.filter(([, from, to]) => from !== to).map(([field, from, to]) => ({ field, from, to }));
}

function namesOf({ salesman, otherSalesmen = [] }: Pick<OrderFields, "salesman" | "otherSalesmen">): string | null {
  return ownerOfNames([salesman ?? "", ...otherSalesmen]) || null;
}

/** Dollars of a document in cents, with half a cent as it is written. */
export function storedCents(dollars: number): number {
  return Math.round(Number((dollars * 100).toPrecision(15)));
}

/** Documents may have been written by hand: what is not of its kind counts as none. */
const text = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim() || null)
  .nullable()
  .catch(null);

/** An order as it lies in `fishbowl_sales_orders`. */
export const storedOrder = z.object({
  soNumber: text,
  status: text,
  customerId: text,
  customerName: text,
  salesman: text,
  otherSalesmen: z.array(z.string()).catch([]),
  dateIssued: text,
  /** Dollars. */
  total: z.number().nullable().catch(null),
});
export type StoredOrder = z.infer<typeof storedOrder>;

/** A customer as it lies in `fishbowl_customers`. */
export const storedCustomer = z.object({
  _id: z.union([z.string(), z.number()]),
  name: text,
  /** A choice of several, as Copper's field has it, is one text. */
  accountType: z.union([z.array(z.string()).transform((chosen) => chosen.join(", ") || null), text]).catch(null),
  /** What an import or a pull set last: another `accountType` was set by hand. */
  importedType: text,
  /** Says what gave that type; `null` in one of before this was noted. */
  typeFrom: z.enum(["file", "groups"]).nullable().catch(null),
});
export type TypeOrigin = NonNullable<StoredCustomer["typeFrom"]>;
export type StoredCustomer = z.infer<typeof storedCustomer>;
