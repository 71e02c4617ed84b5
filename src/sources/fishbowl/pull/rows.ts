import { z } from "zod";
import { addDays, type DayRange } from "../../../time/day";
import { daySchema } from "../../../time/day-schema";
import { centsOf, decimal, ZERO } from "../import/decimal";
import type { ReadOrder } from "../import/read-order";

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
  dateIssued: daySchema.nullish(),
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
    dateIssued: dateIssued ?? null,
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

/** Orders in one answer. */
export const PAGE_SIZE = 500;

/** How many orders a range has. */
export function countStatement(range: DayRange): string {
  return `SELECT COUNT(*) AS orders ${from(range)}`;
}

/**
 * The orders of a range after an id, each once: groups are gathered in a query of their own, since an order of a customer
 * in two groups would otherwise stand there twice.
 *
 * @param after an order's id; 0 to begin.
 */
export function pageStatement(range: DayRange, after: number): string {
  return [
    "SELECT so.id AS id, so.num AS num, ss.name AS status, so.salesman AS salesman, c.accountId AS accountId,",
    `c.name AS customerName, DATE_FORMAT(so.dateIssued, '%Y-%m-%d') AS dateIssued, (${GOODS}) AS goods,`,
    `(${GROUPS}) AS accountGroups ${from(range)} AND so.id > ${after} ORDER BY so.id LIMIT ${PAGE_SIZE}`,
  ].join(" ");
}

/** As an import counts them: credits and discounts taken away; no subtotals, postage, taxes, notes and card fees. */
const GOODS =
  "SELECT SUM(CASE WHEN si.typeId IN (20, 21, 30, 31) THEN -ABS(si.totalPrice) ELSE si.totalPrice END) FROM soitem si " +
  "WHERE si.soId = so.id AND si.typeId NOT IN (40, 60, 70, 90) AND LOWER(COALESCE(si.productNum, '')) NOT REGEXP " +
  "'^(shipping|freight|postage|delivery)( (charges?|fees?|costs?))?$|card.*fee|cc fee'";

const GROUPS =
  "SELECT GROUP_CONCAT(DISTINCT ag.name ORDER BY ag.name SEPARATOR '|') FROM accountgrouprelation ar " +
  "JOIN accountgroup ag ON ag.id = ar.groupId WHERE ar.accountId = c.accountId";

/**
 * Orders issued in the range, and those changed since it began, which may have been issued in it before. The server's
 * clock has a zone of its own, so changes of the day before are read, too.
 */
function from({ from: first, to }: DayRange): string {
  return (
    "FROM so JOIN sostatus ss ON ss.id = so.statusId JOIN customer c ON c.id = so.customerId " +
    `WHERE ((so.dateIssued >= '${first}' AND so.dateIssued < '${addDays(to, 1)}') ` +
    `OR so.dateLastModified >= '${addDays(first, -1)}')`
  );
}
