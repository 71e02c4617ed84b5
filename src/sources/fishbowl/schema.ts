import { z } from "zod";
import { parseDay } from "../../time/day";

/** Ids are texts; an import may have left a number. */
const id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().trim().min(1));
/** A choice of several, as in Copper's field, is shown as it stands. */
const choice = z.union([z.string(), z.array(z.string()).transform((chosen) => chosen.join(", "))]);

/** One document of `fishbowl_sales_orders`, as far as we read it. */
export const salesOrder = z.object({
  soNumber: id,
  status: z.string().nullish(),
  customerId: z.union([z.string(), z.number()]).transform(String).nullish(),
  customerName: z.string().nullish(),
  salesman: z.string().nullish(),
  /** Further names that could be the salesman's, the likelier first. */
  otherSalesmen: z.array(z.string()).nullish(),
  /** `YYYY-MM-DD`, the day as Fishbowl writes it, in no zone but the team's. */
  dateIssued: z
    .string()
    .refine((text) => parseDay(text) !== null)
    .nullish(),
  /** Dollars. */
  total: z.number(),
});
/** What a document of an order is known by, whatever else can be read of it. */
export const orderNumber = salesOrder.pick({ soNumber: true });
export type SalesOrder = z.infer<typeof salesOrder>;

/** One document of `fishbowl_customers`, as far as we read it. */
export const customer = z.object({
  _id: id,
  name: z.string().nullish(),
  accountType: choice.nullish(),
});
export type Customer = z.infer<typeof customer>;
