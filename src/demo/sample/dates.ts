import { type Day, day } from "../../time/day";

/** The sample's present: Wednesday, October 28, 2026, 2:05 PM in the team's zone. */
export const SAMPLE_NOW = new Date("2026-10-28T21:05:00Z");
export const SAMPLE_ZONE = "America/Los_Angeles";
/** The thirty days that a sync reads then, both ends included. */
export const SAMPLE_WINDOW = { from: day("2026-09-29"), to: day("2026-10-28") } as const;

/** A day of the sample's year: `10-06`. */
export type MonthDay = `${string}-${string}`;

/** The window's days from Monday to Friday; the last one is today. */
export const WEEKDAYS: readonly MonthDay[] = [
  ...(["09-29", "09-30", "10-01", "10-02"] as const),
  ...(["10-05", "10-06", "10-07", "10-08", "10-09"] as const),
  ...(["10-12", "10-13", "10-14", "10-15", "10-16"] as const),
  ...(["10-19", "10-20", "10-21", "10-22", "10-23"] as const),
  ...(["10-26", "10-27", "10-28"] as const),
];

/** An instant from a local time of the team; daylight saving time ends only on November 1. */
export function teamTime(monthDay: MonthDay, clock: string): Date {
  return new Date(`2026-${monthDay}T${clock}-07:00`);
}

export function afterSeconds(from: Date, seconds: number): Date {
  return new Date(from.getTime() + seconds * 1000);
}

/** The first whole second that is not before the instant: vendors drop what is less than one, which would be earlier. */
export function nextSecond(at: Date): Date {
  return new Date(Math.ceil(at.getTime() / 1_000) * 1_000);
}

export function dayOf(monthDay: MonthDay): Day {
  return day(`2026-${monthDay}`);
}

/** The nth item of a list, which starts over after its last. */
export function nth<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new RangeError("An empty list has no nth");
  return found;
}
