import { z } from "zod";
import { day } from "../../../metrics/day";
import { centsOf, decimal, ZERO } from "../import/decimal";
import type { ReadOrder } from "../import/read-order";
import { isDay } from "../order-day";

const words = z.string().transform((text) => text.trim());
const id = z.union([z.number().int(), z.string().regex(/^\d+$/)]).transform(Number);

/** One row of our statement, as Fishbowl's server answers it. */
const orderRow = z.object({
  id,
  num: words.pipe(z.string().min(1)),
  status: words,
  salesman: words.nullish(),
  accountId: z.union([z.number().int(), z.string().min(1)]).transform(String),
  customerName: words,
  dateIssued: z.string().refine(isDay).nullish(),
  /** Dollars, as many digits as the database has. */
  goods: z.union([z.number(), z.string()]).nullish(),
  accountGroups: words.nullish(),
});

/** An order and its id in Fishbowl's database. */
export interface PulledOrder {
  readonly fishbowlId: number;
  readonly order: ReadOrder;
}

/** @returns `null` for a row that cannot be read. */
export function pulledOrder(raw: unknown): PulledOrder | null {
  const read = orderRow.safeParse(raw);
  if (!read.success) return null;
  const {
    id: fishbowlId,
    num,
    status,
    salesman,
    accountId,
    customerName,
    dateIssued,
    goods,
    accountGroups,
  } = read.data;
  const total =
    goods === null || goods === undefined ? ZERO : decimal(typeof goods === "number" ? goods.toFixed(6) : goods);
  if (total === null) return null;
  const order = {
    row: 0,
    soNumber: num,
    status,
    customerId: accountId,
    customerName,
    accountType: accountTypeOf(accountGroups ?? ""),
    salesman: salesman || null,
    dateIssued: dateIssued ? day(dateIssued) : null,
    cents: centsOf(total),
  };
  return { fishbowlId, order };
}

const TYPES = /^(wholesale|distribution|distributor)$/i;

/** A customer's groups are its account type, where one of them is one: "VIP" beside "Wholesale" says nothing. */
function accountTypeOf(groups: string): string | null {
  const all = groups.split("|").flatMap((name) => name.trim() || []);
  const types = all.filter((name) => TYPES.test(name));
  const [only, second] = types;
  if (only !== undefined && second === undefined) return only;
  return all.length === 0 ? null : all.join(", ");
}
