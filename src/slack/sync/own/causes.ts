import { type MonthOrders, orderCents, recordsThen } from "../../../metrics/moved/month-orders";
import { type MonthRecords, movedRecords } from "../../../metrics/moved/moved-records";
import { causesOf } from "../../ui/changes/causes";
import type { OwnChange } from "./changes";

/**
 * Says beside each change of money which orders made it: "SO-1021 voided". One of which that is not known stays as it is, and so does one
 * that its orders do not come to: their figure and their list were then read at two moments.
 */
export function withCauses(
  changes: readonly OwnChange[],
  { before, after }: { readonly before: MonthRecords; readonly after: MonthRecords },
): readonly OwnChange[] {
  return changes.map((one) => {
    if (one.unit !== "dollars" || !before.has(one.type) || !after.has(one.type)) return one;
    const moved = movedRecords(one.type, { before, after });
    const cents = moved.reduce((sum, { amount }) => sum + amount, 0);
    return cents === Math.round(one.change * 100) ? { ...one, causes: causesOf(moved) } : one;
  });
}

/**
 * Says beside each change of money that came before a sync which orders made it, where the digest that told just what its reader saw last kept the
 * orders of that; what they do not come to stays as it is.
 *
 * @param kept the orders that digests kept.
 * @param before the reader's records as the sync began.
 */
export function withEarlierCauses<T extends OwnChange>(
  since: readonly T[],
  { kept, before }: { readonly kept: readonly MonthOrders[]; readonly before: MonthRecords },
): readonly T[] {
  return since.map((one) => {
    const seen = Math.round(one.month * 100) - Math.round(one.change * 100);
    const known = kept.find((orders) => orders.type === one.type && orderCents(orders) === seen);
    const listed = before.get(one.type);
    if (known === undefined || listed === undefined) return one;
    const now = listed.records.flatMap(({ fact, leftOut }) => (leftOut === null ? [fact] : []));
    const moved = movedRecords(one.type, { before: recordsThen(known, now), after: before });
    const cents = moved.reduce((sum, { amount }) => sum + amount, 0);
    return cents === Math.round(one.change * 100) ? { ...one, causes: causesOf(moved) } : one;
  });
}
