import { fromZonedTime } from "date-fns-tz/fromZonedTime";
import { type Day, daysBetween } from "../../time/day";
import { afterSeconds, SAMPLE_WINDOW, SAMPLE_ZONE } from "../sample/dates";

/** The instant of a day at this time of the team's clock, such as `08:30:00`. */
export function teamTimeOn(day: Day, time: string): Date {
  return fromZonedTime(`${day} ${time}`, SAMPLE_ZONE);
}

const OPENS = "08:30:00";
const OPEN_SECONDS = 9 * 3_600;

/** When the nth of so many things of a working day happens, by the team's clock: from 8:30 AM to 5:30 PM, evenly but for chance. */
export function workTime(
  day: Day,
  { n, of, chance }: { readonly n: number; readonly of: number; readonly chance: number },
): Date {
  return afterSeconds(teamTimeOn(day, OPENS), Math.floor(((n + chance) / of) * OPEN_SECONDS));
}

const MOST_A_DAY = 100;
/** Room between two ids, so that what arrives meanwhile has ids that are nobody's; a prime, as vendors' quirks go by ids. */
const STRIDE = 1_009;

/** The id of a day's nth record, the same however often the day is made. */
export function idOf(day: Day, { n, first }: { readonly n: number; readonly first: number }): number {
  return first + (daysBetween(SAMPLE_WINDOW.to, day) * MOST_A_DAY + n) * STRIDE;
}
