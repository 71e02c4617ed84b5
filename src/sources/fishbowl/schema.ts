import { z } from "zod";
import { isDay } from "./order-day";

/** One document of `fishbowl_sales_orders`, as far as we read it. */
export const salesOrder = z.object({
  soNumber: z.coerce.string().min(1),
  status: z.string().nullish(),
  customerId: z.union([z.string(), z.number()]).transform(String).nullish(),
  customerName: z.string().nullish(),
  salesman: z.string().nullish(),
  /** `YYYY-MM-DD`, the day as Fishbowl writes it, in no zone but the team's. */
  dateIssued: z.string().refine(isDay).nullish(),
  /** Dollars. */
  total: z.number(),
});
export type SalesOrder = z.infer<typeof salesOrder>;

/** One document of `fishbowl_customers`, as far as we read it. */
export const customer = z.object({
  _id: z.union([z.string(), z.number()]).transform(String),
  name: z.string().nullish(),
  accountType: z.string().nullish(),
});
export type Customer = z.infer<typeof customer>;
