import { z } from "zod";

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
