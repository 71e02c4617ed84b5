import { factId } from "../../../metrics/fact";
import { DELETED_AT_SOURCE } from "../../../metrics/fact-changes";
import { METRICS, type MetricType } from "../../../metrics/metrics";
import type { MoneyRecord } from "../../../metrics/money-record-store";
import { ORDERS_SOURCE, orderCents, recordsThen } from "../../../metrics/moved/month-orders";
import {
  type Listed,
  MAX_COMPARED,
  type MonthRecords,
  type MovedRecord,
  movedRecords,
} from "../../../metrics/moved/moved-records";
import type { DayRange } from "../../../time/day";
import type { ReportedFigure, ReportedOrders } from "../../planned-message";
import type { Correction } from "../corrections";
import type { Digest } from "../digest";
import { monthNow } from "../month-to-date";

const MONEY = METRICS.filter(({ unit }) => unit === "dollars").map(({ type }) => type);

/**
 * Lists of which orders the money of a digest's months consists, so that a later one can say which of them made it fall. Nothing of a figure that
 * they do not come to, as figure and orders were then read at two moments, and nothing of more than are compared.
 *
 * @param counting all of the reader's orders that count.
 */
export function reportedOrders(
  reported: readonly ReportedFigure[],
  counting: readonly MoneyRecord[],
): readonly ReportedOrders[] {
  return reported.flatMap(({ type, from, to, value, month }): ReportedOrders[] => {
    if (month !== true) return [];
    const own = counting.filter((one) => one.type === type && isWithin(one, { from, to }));
    if (own.length > MAX_COMPARED || sumOf(own) !== Math.round(value * 100)) return [];
    return [{ type, from, to, orders: own.map(({ recordId, amount }) => [recordId, amount] as const) }];
  });
}

/** A month that fell, with the orders as they were told: these come to what was told. */
export interface FallenOrders {
  readonly correction: Correction;
  readonly was: ReportedOrders;
}

/** Finds the orders that were told of each month that fell; those of which none are known are left out. */
export function fallenOrders(
  { corrections }: Pick<Digest, "corrections">,
  told: readonly ReportedOrders[],
): readonly FallenOrders[] {
  return corrections.flatMap((correction): FallenOrders[] => {
    const { type, from, to, reported, isMonth } = correction;
    if (isMonth !== true) return [];
    const cents = Math.round(reported * 100);
    const was = told.find((one) => {
      return one.type === type && one.from === from && one.to === to && orderCents(one) === cents;
    });
    return was === undefined ? [] : [{ correction, was }];
  });
}

/** The ids under which the orders of a month that fell may be stored: one may be of another metric now. */
export function idsOf({ was }: FallenOrders): readonly string[] {
  return was.orders.flatMap(([recordId]) => MONEY.map((type) => factId({ source: ORDERS_SOURCE, recordId, type })));
}

/**
 * Lists the orders by which a month differs from what was told, up to what its goal says now; `null` where they do not come to that.
 *
 * @param counting all of the reader's orders that count now.
 * @param stored what is stored of the orders that were told.
 */
export function movedOrders(
  { correction, was }: FallenOrders,
  {
    goals,
    counting,
    stored,
  }: Pick<Digest, "goals"> & { readonly counting: readonly MoneyRecord[]; readonly stored: readonly MoneyRecord[] },
): readonly MovedRecord[] | null {
  const goal = monthNow(correction, goals);
  if (goal === null || counting.length > MAX_COMPARED) return null;
  const { type, reported } = correction;
  const now = counting.filter((one) => isWithin(one, goal));
  const moved = movedRecords(type, { before: recordsThen(was, now), after: recordsNow(was, { now, stored }) });
  const cents = moved.reduce((sum, { amount }) => sum + amount, 0);
  return cents === Math.round(goal.current * 100) - Math.round(reported * 100) ? moved : null;
}

/** What counts now, and of what was told what does not, with the reason; but not of what counts for somebody else, or in another month. */
function recordsNow(
  { orders }: ReportedOrders,
  { now, stored }: { readonly now: readonly MoneyRecord[]; readonly stored: readonly MoneyRecord[] },
): MonthRecords {
  const told = new Set(orders.map(([recordId]) => recordId));
  const lost = stored.filter(({ recordId, leftOut }) => leftOut !== null && told.has(recordId));
  // What is of another metric now was taken out of the one that it was of.
  const isElsewhere = ({ recordId, type }: MoneyRecord) =>
    [...now, ...lost].some(
      (one) => one.recordId === recordId && one.type !== type && one.leftOut !== DELETED_AT_SOURCE,
    );
  const left = lost.filter((one) => one.leftOut !== DELETED_AT_SOURCE || !isElsewhere(one));
  const listed = (type: MetricType): Listed => ({
    records: [...now, ...left].flatMap((fact) => (fact.type === type ? [{ fact, leftOut: fact.leftOut }] : [])),
  });
  return new Map(MONEY.map((type) => [type, listed(type)]));
}

function isWithin({ day }: Pick<MoneyRecord, "day">, { from, to }: DayRange): boolean {
  return from <= day && day <= to;
}

function sumOf(records: readonly MoneyRecord[]): number {
  return records.reduce((sum, { amount }) => sum + amount, 0);
}
