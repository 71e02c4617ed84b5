import { addDays, type Day, type DayRange, day, daysBetween, parseDay, type ZoneDays } from "../time/day";

/** A sync that names no days covers today and the 29 days before it. */
export const DEFAULT_DAYS = 30;
export const MAX_DAYS = 366;

/** A request for days that makes no sense; `message` says what to write instead. */
export class DateRangeError extends Error {
  override readonly name = "DateRangeError";
}

/**
 * Reads the days that a request names. `start` and `end` are days or ISO instants, which stand for the team's day they
 * lie in, both included; `start` alone runs to today, `end` alone takes the 30 days up to it, neither the last 30 days.
 *
 * @throws {DateRangeError}
 */
export function parseDateRange(
  { start, end }: { readonly start?: string | undefined; readonly end?: string | undefined },
  { days, now }: { readonly days: ZoneDays; readonly now: Date },
): DayRange {
  const today = days.dayOf(now);
  const to = end === undefined ? today : dayNamed("end", { text: end, days });
  const from = start === undefined ? addDays(to, 1 - DEFAULT_DAYS) : dayNamed("start", { text: start, days });
  if (from > today) throw new DateRangeError(`start: ${from} lies ahead; today is ${today}`);
  if (from > to) throw new DateRangeError(`start: ${from} comes after ${to}, where it should end`);
  if (daysBetween(from, to) >= MAX_DAYS) throw new DateRangeError(`start: at most ${MAX_DAYS} days at once`);
  return { from, to };
}

/** Nothing was sold before this day, and the calendar's arithmetic has a limit. */
const FIRST = day("2000-01-01");

function dayNamed(field: string, { text, days }: { text: string; days: ZoneDays }) {
  const named = parseDay(text) ?? dayOfInstant(text, days);
  if (named === null) {
    throw new DateRangeError(
      `${field}: ${JSON.stringify(text.slice(0, 40))} is neither a day such as 2026-10-01 nor an instant such as 2026-10-01T08:00:00Z`,
    );
  }
  if (named < FIRST) throw new DateRangeError(`${field}: ${named} lies before ${FIRST}`);
  return named;
}

/** JavaScript takes 30 February for 2 March, so that the instant's own day is checked first. */
function dayOfInstant(text: string, days: ZoneDays): Day | null {
  if (!/^.{10}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(text) || parseDay(text.slice(0, 10)) === null) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : days.dayOf(at);
}
