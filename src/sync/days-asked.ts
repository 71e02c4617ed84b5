import { addDays, type DayRange, day, daysBetween, type ZoneDays } from "../metrics/day";

/** The days of a sync when nothing else is asked for: today and the 29 before it. */
export const DEFAULT_DAYS = 30;
const MOST_DAYS = 366;

/** A request for days that makes no sense; `message` says what to write instead. */
export class DaysError extends Error {
  override readonly name = "DaysError";
}

/**
 * The days that a request names. `start` and `end` are days or ISO instants, which stand for the team's day they lie in,
 * both included; `start` alone runs to today, `end` alone takes the 30 days up to it, neither the last 30 days.
 *
 * @throws {DaysError}
 */
export function daysAsked(
  { start, end }: { readonly start?: string | undefined; readonly end?: string | undefined },
  { days, now }: { readonly days: ZoneDays; readonly now: Date },
): DayRange {
  const today = days.dayOf(now);
  const to = end === undefined ? today : dayNamed("end", { text: end, days });
  const from = start === undefined ? addDays(to, 1 - DEFAULT_DAYS) : dayNamed("start", { text: start, days });
  if (from > today) throw new DaysError(`start: ${from} lies ahead; today is ${today}`);
  if (from > to) throw new DaysError(`start: ${from} comes after ${to}, where it should end`);
  if (daysBetween(from, to) >= MOST_DAYS) throw new DaysError(`start: at most ${MOST_DAYS} days at once`);
  return { from, to };
}

function dayNamed(field: string, { text, days }: { text: string; days: ZoneDays }) {
  try {
    return day(text);
  } catch {
    const at = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(text) ? new Date(text) : new Date(Number.NaN);
    if (!Number.isNaN(at.getTime())) return days.dayOf(at);
    throw new DaysError(
      `${field}: ${JSON.stringify(text.slice(0, 40))} is neither a day such as 2026-10-01 nor an instant such as 2026-10-01T08:00:00Z`,
    );
  }
}
