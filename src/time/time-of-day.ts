import { type Day, zoneDays } from "./day";
import { zoneOffset } from "./zone-offset";

/** A time of day on the wall, `HH:MM`. */
export type LocalTime = string & { readonly __localTime: true };

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** @throws {RangeError} unless the text is a time from `00:00` to `23:59`. */
export function localTime(text: string): LocalTime {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) {
    throw new RangeError(`${JSON.stringify(text)} is no time of day; write it as HH:MM`);
  }
  return text as LocalTime;
}

/** Instants of times of day in one zone. */
export interface ZoneTimes {
  /**
   * The instant at which the clocks on the wall show this time on this day. A time they show twice is the first one; a
   * time they jump over is the first instant after the gap. Every day has exactly one, on the days clocks change too.
   */
  at(day: Day, time: LocalTime): Date;
}

/** @throws {RangeError} for a zone that does not exist. */
export function zoneTimes(zone: string): ZoneTimes {
  const offset = zoneOffset(zone);
  const days = zoneDays(zone);
  return {
    at: (day, time) => {
      const wall = Date.parse(`${day}T${time}:00Z`);
      const found = new Date(firstShown(wall, offset));
      if (found.getTime() + offset(found.getTime()) === wall) return found;
      // A zone that skips a whole day has no such time: the day's only instant stands for it.
      return found < days.startOf(day) ? days.startOf(day) : found;
    },
  };
}

/** The first instant whose local time has reached `wall`, a local time written as if it were UTC. */
function firstShown(wall: number, offset: (at: number) => number): number {
  const offsets = [wall - 15 * HOUR_MS, wall + 15 * HOUR_MS].map(offset);
  let [low, high] = [wall - Math.max(...offsets), wall - Math.min(...offsets)];
  if (low === high || low + offset(low) >= wall) return low;
  while (low < high) {
    const middle = Math.floor((low + high) / 2 / MINUTE_MS) * MINUTE_MS;
    if (middle + offset(middle) >= wall) high = middle;
    else low = middle + MINUTE_MS;
  }
  return high;
}
