import { addDays, type Day, type DayRange } from "../../metrics/day";

const MOST_DAYS_OFF = 366;
const FURTHEST_DAYS = 731;

/** Which end of a stretch of days off is wrong, and why. */
export interface TimeOffFault {
  readonly field: "from" | "to";
  readonly message: string;
}

/** Why these days cannot be added to those taken off already; `null` when they can. */
export function timeOffFault(
  { from, to }: DayRange,
  { taken, today }: { taken: readonly DayRange[]; today: Day },
): TimeOffFault | null {
  if (to < from) return { field: "to", message: "The last day away is the first one, or comes after it." };
  if (to < addDays(today, -FURTHEST_DAYS) || from > addDays(today, FURTHEST_DAYS)) {
    return { field: "from", message: "Days away lie within two years." };
  }
  if (to > addDays(from, MOST_DAYS_OFF)) return { field: "to", message: "That is more than a year away at a stretch." };
  const other = taken.find((one) => one.from <= to && from <= one.to);
  if (other === undefined) return null;
  return { field: "from", message: `You are away from ${other.from} to ${other.to} already: take that back first.` };
}

/** All days off, in the order of their days. */
export function withTimeOff(taken: readonly DayRange[], added: DayRange): readonly DayRange[] {
  return [...taken, added].sort((a, b) => (a.from < b.from ? -1 : 1));
}
