import type { Calendar } from "../../goals/calendar";
import type { Day, DayRange } from "../../time/day";
import { lastWorkingDays } from "../schedule/digest-schedule";

/** The days before a morning that it speaks of, both ends included. */
export interface PastDays {
  /** The last working day that has ended in the team's zone, and the days off since that have. */
  readonly finished: DayRange;
  /** Days that are over by the reader's clock and still go on in the team's zone. */
  readonly soFar: DayRange | null;
}

/**
 * What a morning speaks of. Where the reader's clock is ahead, yesterday still goes on for the team: it is told so far,
 * and the working day before it is the last that has ended.
 *
 * @param day the reader's date.
 */
export function pastDays(
  day: Day,
  { teamToday, calendar }: { readonly teamToday: Day; readonly calendar: Calendar },
): PastDays {
  const yesterday = lastWorkingDays(day, calendar);
  if (yesterday.to < teamToday) return { finished: yesterday, soFar: null };
  const from = yesterday.from > teamToday ? yesterday.from : teamToday;
  return { finished: lastWorkingDays(teamToday, calendar), soFar: { from, to: yesterday.to } };
}
