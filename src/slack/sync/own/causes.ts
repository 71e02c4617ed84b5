import { type MonthRecords, movedRecords } from "../../../metrics/moved-records";
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
