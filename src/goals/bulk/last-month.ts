import { addDays, type Day, type DayRange } from "../../time/day";
import { type Goal, periodOf, targetOn } from "../goal";

/** The calendar month before the one that a day lies in, both ends included. */
export function monthBefore(today: Day): DayRange {
  return periodOf("monthly", addDays(periodOf("monthly", today).from, -1));
}

/**
 * The target that a goal had last month: of the days of that month on which it was in force the last one's, in the metric's
 * unit; `null` where it was in force on none.
 *
 * @param archivedOn the day from which an archived goal counted no more; `null` where nobody knows, which gives none.
 */
export function lastMonthTarget(
  goal: Pick<Goal, "targets" | "period" | "active">,
  { today, archivedOn }: { readonly today: Day; readonly archivedOn: Day | null },
): number | null {
  const { from, to } = monthBefore(today);
  if (goal.active) return targetOn(goal, to);
  if (archivedOn === null || archivedOn <= from) return null;
  return targetOn(goal, archivedOn > to ? to : addDays(archivedOn, -1));
}
