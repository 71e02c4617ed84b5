import type { Calendar } from "../../goals/calendar";
import { periodOf } from "../../goals/goal";
import { addDays, type Day, type DayRange, daysBetween } from "../../time/day";
import type { RecapSpan } from "../planned-message";

/**
 * Names what a morning looks back on: the week and the month that ended last, each on the first working day after it.
 * Where the reader's clock is ahead, a day of the team's ends after their morning, and the recap waits for the next.
 *
 * @param day the reader's date.
 */
export function recapSpans(
  day: Day,
  { teamToday, calendar }: { readonly teamToday: Day; readonly calendar: Calendar },
): readonly RecapSpan[] {
  const open = day < teamToday ? day : teamToday;
  const ahead = Math.max(0, daysBetween(teamToday, day));
  return (["weekly", "monthly"] as const).flatMap((period): RecapSpan[] => {
    const range = periodBefore(period, { from: periodOf(period, open).from });
    const since = addDays(range.to, 1 + ahead);
    const isFirst = calendar.workingDays({ from: since, to: addDays(day, -1) }) === 0;
    return since <= day && calendar.isWorkingDay(day) && isFirst ? [{ period, ...range }] : [];
  });
}

/** The week or month before the one that begins on a day. */
export function periodBefore(period: RecapSpan["period"], { from }: Pick<DayRange, "from">): DayRange {
  return periodOf(period, addDays(from, -1));
}
