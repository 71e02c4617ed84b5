import { zoneOffset } from "./zone-offset";

/** A calendar day of some zone, `YYYY-MM-DD`. Which zone is said where it is made. */
export type Day = string & { readonly __day: true };

/** Days from `from` to `to`, both included. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** The instants from `since` (included) to `until` (not included). */
export interface InstantRange {
  readonly since: Date;
  readonly until: Date;
}

const DAY_MS = 86_400_000;

/** @throws {RangeError} unless the text is a day that exists, written `YYYY-MM-DD`. */
export function day(text: string): Day {
  const found = parseDay(text);
  if (found === null) throw new RangeError(`${JSON.stringify(text)} is no day; write it as YYYY-MM-DD`);
  return found;
}

/** Reads a day that exists, written `YYYY-MM-DD`; `null` for any other text. */
export function parseDay(text: string): Day | null {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== text) return null;
  return text as Day;
}

/** The day `count` days after (before, if negative). */
export function addDays(from: Day, count: number): Day {
  return new Date(utcMidnight(from) + count * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** How many days from one to the other: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcMidnight(to) - utcMidnight(from)) / DAY_MS);
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(of: Day): number {
  return new Date(utcMidnight(of)).getUTCDay() || 7;
}

/** Days and instants of one time zone. */
export interface ZoneDays {
  readonly zone: string;
  /** The day the instant lies in. */
  dayOf(at: Date): Day;
  /** The day's first instant: local midnight, or where clocks jump over it, the first instant after. */
  startOf(day: Day): Date;
  /** From the first day's first instant to the first instant of the day after the last. */
  instantsOf(range: DayRange): InstantRange;
}

/**
 * Day arithmetic in an IANA zone. Each instant lies in exactly one day, on the days clocks change too.
 *
 * @throws {RangeError} for a zone that does not exist.
 */
export function zoneDays(zone: string): ZoneDays {
  const offset = offsetOf(zone);
  if (offset === null) throw new RangeError(`There is no time zone ${JSON.stringify(zone)}`);
  const starts = new Map<Day, number>();
  const start = (of: Day): number => {
    const known = starts.get(of);
    if (known !== undefined) return known;
    const found = firstInstant(of, offset);
    starts.set(of, found);
    return found;
  };
  const around = new Map<number, DaysAround>();
  const daysAround = (time: number): DaysAround => {
    const utcDay = Math.floor(time / DAY_MS);
    const known = around.get(utcDay);
    if (known !== undefined) return known;
    const same = new Date(time).toISOString().slice(0, 10) as Day;
    const after = addDays(same, 1);
    const found = { before: addDays(same, -1), same, after, since: start(same), until: start(after) };
    around.set(utcDay, found);
    return found;
  };
  return {
    zone,
    dayOf(at) {
      const time = at.getTime();
      const { before, same, after, since, until } = daysAround(time);
      if (time < since) return before;
      return time < until ? same : after;
    },
    startOf: (of) => new Date(start(of)),
    instantsOf: ({ from, to }) => ({ since: new Date(start(from)), until: new Date(start(addDays(to, 1))) }),
  };
}

/** The days that a UTC day's instants lie in, and the bounds of the one with its date in ms. */
interface DaysAround {
  readonly before: Day;
  readonly same: Day;
  readonly after: Day;
  readonly since: number;
  readonly until: number;
}

export function isZone(zone: string): boolean {
  return offsetOf(zone) !== null;
}

type Offset = (at: number) => number;

function offsetOf(zone: string): Offset | null {
  try {
    return zoneOffset(zone);
  } catch {
    return null;
  }
}

/**
 * Local midnight lies between the two answers that the offsets half a day before and after it give;
 * where they differ, the first instant whose local time has reached midnight is searched between them.
 */
function firstInstant(of: Day, offset: Offset): number {
  const midnight = utcMidnight(of);
  const offsets = [midnight - 15 * 3_600_000, midnight + 15 * 3_600_000].map(offset);
  let low = midnight - Math.max(...offsets);
  let high = midnight - Math.min(...offsets);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (middle + offset(middle) >= midnight) high = middle;
    else low = middle + 1;
  }
  return low;
}

function utcMidnight(of: Day): number {
  return Date.parse(`${of}T00:00:00Z`);
}
