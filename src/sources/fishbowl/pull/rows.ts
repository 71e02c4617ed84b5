import { z } from "zod";
import type { ZoneDays } from "../../../time/day";
import { statusOf } from "../import/cells/codes";
import { centsOf, type Decimal, decimal } from "../import/cells/decimal";
import { orderDay } from "../import/cells/order-date";
import type { ReadOrder } from "../import/file/read-order";

const trimmed = z.string().transform((text) => text.trim());
const id = z.union([z.number().int(), z.string().regex(/^\d+$/)]).transform(Number);
const amount = z.union([z.number(), z.string()]).nullable();

/** One row of our statement, as Fishbowl's server answers it, by keys in lower case: some runtimes give no other. */
const orderRow = z.object({
  id,
  num: trimmed.pipe(z.string().min(1)),
  status: trimmed,
  salesman: trimmed.nullable(),
  accountid: z.union([z.number().int(), z.string().min(1)]).transform(String),
  customername: trimmed,
  dateissued: z.string().nullable(),
  /** Dollars, as many digits as the database has; `null` where a line of goods has no price. */
  goods: amount,
  currencyrate: amount,
  accountgroups: trimmed.nullable(),
});

/** An order and its id in Fishbowl's database. */
export interface PulledOrder {
  readonly fishbowlId: number;
  readonly order: ReadOrder;
}

/** What became of a row: an order, or why it is none. */
export type PulledRow =
  | (PulledOrder & { readonly kind: "order" })
  | { readonly kind: "foreign"; readonly why: string }
  | { readonly kind: "unreadable"; readonly why: string };

/** Why a row that cannot be read is left out, as a report tells it. */
const UNREADABLE = "could not be read";
const NO_TOTAL = "total could not be read";
const NO_DAY = "issue date could not be read";
/** Nothing that is documented says which currency the database has its totals in. */
const FOREIGN = "order is in another currency: import it by a file";

/** Reads a row. A missing total or date is none that is zero: such an order stays as it was saved. */
export function pulledRow(raw: unknown, days: Pick<ZoneDays, "dayOf">): PulledRow {
  const read = orderRow.safeParse(lowerKeys(raw));
  if (!read.success) return { kind: "unreadable", why: reasonOf(read.error.issues) };
  const { id: fishbowlId, num, status, salesman, accountid, customername, dateissued, accountgroups } = read.data;
  const total = decimalOf(read.data.goods);
  if (total === null) return { kind: "unreadable", why: NO_TOTAL };
  const dateIssued = dateissued === null ? null : orderDay(dateissued, days);
  if (dateissued !== null && dateIssued === null) return { kind: "unreadable", why: NO_DAY };
  if (isForeign(read.data.currencyrate)) return { kind: "foreign", why: FOREIGN };
  const order = {
    row: 0,
    soNumber: num,
    status: statusOf(status).status,
    customerId: accountid,
    customerName: customername,
    accountType: accountTypeOf(accountgroups ?? ""),
    salesmen: salesman ? [salesman] : [],
    dateIssued,
    cents: centsOf(total),
  };
  return { kind: "order", fishbowlId, order };
}

/** A row's values by their keys in lower case. */
export function lowerKeys(row: unknown): unknown {
  if (typeof row !== "object" || row === null) return row;
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key.toLowerCase(), value]));
}

/** Named by what is missing alone; a row of which more is missing could not be read at all. */
function reasonOf(issues: readonly z.core.$ZodIssue[]): string {
  const fields = new Set(issues.map(({ path }) => String(path[0])));
  if (fields.size !== 1) return UNREADABLE;
  if (fields.has("goods")) return NO_TOTAL;
  return fields.has("dateissued") ? NO_DAY : UNREADABLE;
}

function decimalOf(value: number | string | null): Decimal | null {
  if (value === null) return null;
  if (typeof value === "string") return decimal(value);
  return Number.isFinite(value) ? decimal(value.toFixed(6)) : null;
}

/** A rate of one is the home currency's, and none or zero is that of an account with one currency. */
function isForeign(rate: number | string | null): boolean {
  const factor = Number(rate ?? 1);
  return !(factor === 0 || factor === 1);
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
