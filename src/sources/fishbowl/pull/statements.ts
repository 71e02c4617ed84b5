import { addDays, type DayRange } from "../../../time/day";
import { namesPattern } from "../goods";

/** Orders in one answer. */
export const ORDERS_PER_PAGE = 500;

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
  return `${COLUMNS} ${from(range)} AND so.id > ${after} ORDER BY so.id LIMIT ${ORDERS_PER_PAGE}`;
}

/** The orders of these ids, whatever their days. */
export function idsStatement(ids: readonly number[]): string {
  return `${COLUMNS} ${TABLES} WHERE so.id IN (${ids.join(", ")}) ORDER BY so.id`;
}

const named = (pattern: string) =>
  `(LOWER(COALESCE(si.productNum, '')) REGEXP '${pattern}' OR LOWER(COALESCE(si.description, '')) REGEXP '${pattern}')`;
const AWAY = `(si.typeId IN (20, 21, 30, 31) OR ${named(namesPattern(["credit"]))})`;
const NO_GOODS = named(namesPattern(["subtotal", "note", "shipping", "tax", "fee"]));

/**
 * An order's goods, by the table that files are read by: credits and discounts taken away; no subtotals, shipping, taxes,
 * notes and card fees. None are 0; a line without a price makes the sum `NULL`, since nobody knows it.
 */
const GOODS =
  "SELECT CASE WHEN SUM(si.totalPrice IS NULL) > 0 THEN NULL ELSE " +
  `COALESCE(SUM(CASE WHEN ${AWAY} THEN -ABS(si.totalPrice) ELSE si.totalPrice END), 0) END FROM soitem si ` +
  `WHERE si.soId = so.id AND si.typeId NOT IN (40, 60, 70, 90) AND NOT ${NO_GOODS}`;

const GROUPS =
  "SELECT GROUP_CONCAT(DISTINCT ag.name ORDER BY ag.name SEPARATOR '|') FROM accountgrouprelation ar " +
  "JOIN accountgroup ag ON ag.id = ar.groupId WHERE ar.accountId = c.accountId";

const TABLES = "FROM so JOIN sostatus ss ON ss.id = so.statusId JOIN customer c ON c.id = so.customerId";

const COLUMNS = [
  "SELECT so.id AS id, so.num AS num, ss.name AS status, so.salesman AS salesman, c.accountId AS accountId,",
  `c.name AS customerName, DATE_FORMAT(so.dateIssued, '%Y-%m-%d') AS dateIssued, (${GOODS}) AS goods,`,
  `so.currencyRate AS currencyRate, (${GROUPS}) AS accountGroups`,
].join(" ");

/**
 * Orders issued in the range, and those changed since it began, which may have been issued in it before. The server's
 * clock has a zone of its own, so changes of the day before are read, too.
 */
function from({ from: first, to }: DayRange): string {
  return (
    `${TABLES} WHERE ((so.dateIssued >= '${first}' AND so.dateIssued < '${addDays(to, 1)}') ` +
    `OR so.dateLastModified >= '${addDays(first, -1)}')`
  );
}
