import { addDays, type Day, type DayRange } from "../../time/day";
import { daysOf } from "../calendar";
import { type Goal, periodOf, targetOn } from "../goal";

/** The calendar month before the one that a day lies in, both ends included. */
export function monthBefore(today: Day): DayRange {
  return periodOf("monthly", addDays(periodOf("monthly", today).from, -1));
}

/** Whether a month is in its last seven days, when it is too late to bring goals back into it, and those that run go on into the next. */
export function isMonthEnding(today: Day): boolean {
  return addDays(today, 6) >= periodOf("monthly", today).to;
}

/**
 * The target that a goal had last month: of the days of that month on which it was in force the last one's, in the metric's
 * unit; `null` where it was in force on none.
 *
 * @param archivedOn the day from which an archived goal counted no more; `null` where nobody knows, which gives none.
 */
export function lastMonthTarget(
  goal: Pick<Goal, "targets" | "period" | "active" | "pauses">,
  { today, archivedOn }: { readonly today: Day; readonly archivedOn: Day | null },
): number | null {
  const month = monthBefore(today);
  const { targets, period, active, pauses = [] } = goal;
  if (!active && archivedOn === null) return null;
  const ran = (day: Day) => !pauses.some(({ from, to }) => from <= day && day <= to);
  const until = archivedOn === null || active ? addDays(month.to, 1) : archivedOn;
  const last = daysOf(month).findLast((day) => day < until && ran(day));
  return last === undefined ? null : targetOn({ targets, period }, last);
}
