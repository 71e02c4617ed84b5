import { addDays, type DayRange } from "../../../metrics/day";

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
