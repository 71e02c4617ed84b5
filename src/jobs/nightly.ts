import type { Day, ZoneDays } from "../metrics/day";
import type { LocalTime, ZoneTimes } from "../metrics/local-time";

/** A process that was down for longer leaves the day to whatever else brings it up to date. */
const NIGHT_MS = 6 * 3_600_000;

/** A moment of the team's night. */
export interface Night {
  readonly now: Date;
  /** `null` when there is no nightly sync. */
  readonly time: LocalTime | null;
  readonly days: ZoneDays;
  readonly times: ZoneTimes;
}

/**
 * The day whose nightly sync may run now, from its time of night on for six hours; `null` when none may. On the days
 * clocks change it comes once, too: a time that is jumped over is the first instant after, one that comes twice the first.
 */
export function nightDue({ now, time, days, times }: Night): Day | null {
  if (time === null) return null;
  const today = days.dayOf(now);
  const sinceMs = now.getTime() - times.at(today, time).getTime();
  return sinceMs >= 0 && sinceMs < NIGHT_MS ? today : null;
}
