import { type Day, type DayRange, daysBetween, weekday } from "../time/day";

/** The days of a week in full, Monday first. */
export const WEEKDAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const WEEKDAYS = WEEKDAY_NAMES.map((name) => name.slice(0, 3));
const MONTH_NAMES = "January February March April May June July August September October November December".split(" ");
const MONTHS = MONTH_NAMES.map((name) => name.slice(0, 3));

/** Writes a day without its year: "Oct 28". */
export function dayInWords(of: Day): string {
  return `${MONTHS[Number(of.slice(5, 7)) - 1]} ${Number(of.slice(8))}`;
}

/** Writes a day as "Oct 28" in today's year and as "Oct 28, 2025" in any other. */
export function datedInWords(of: Day, today: Day): string {
  return rangeInWords({ from: of, to: of }, today);
}

/** Writes a day with its weekday and without its year: "Wed, Oct 28". */
export function weekdayInWords(of: Day): string {
  return `${weekdayName(of)}, ${dayInWords(of)}`;
}

/** Names a day's weekday: "Wed". */
export function weekdayName(of: Day): string {
  return WEEKDAYS[weekday(of) - 1] ?? "";
}

/** Names days of the week, 1 for Monday to 7 for Sunday, in their order: "Mon, Wed, Fri". */
export function weekdayList(days: readonly number[]): string {
  return WEEKDAYS.filter((_, index) => days.includes(index + 1)).join(", ");
}

/** Names a day's month: "Oct 2026". */
export function monthInWords(of: Day): string {
  return `${MONTHS[Number(of.slice(5, 7)) - 1]} ${yearOf(of)}`;
}

/** Names a day's month in three letters: "Oct". */
function shortMonth(of: Day): string {
  return MONTHS[Number(of.slice(5, 7)) - 1] ?? "";
}

/** Names a day's month without its year: "October". */
export function monthName(of: Day): string {
  return MONTH_NAMES[Number(of.slice(5, 7)) - 1] ?? "";
}

/** Writes a range as "Sep 29 – Oct 28" or "Oct 19–25" and one day as "Oct 28"; with years unless both days lie in today's. */
export function rangeInWords(range: DayRange, today: Day): string {
  const isThisYear = yearOf(range.from) === yearOf(today) && yearOf(range.to) === yearOf(today);
  return isThisYear ? shortRange(range) : ends(range, { today, words: dayInWords });
}

/** Writes a range as "Mon, Oct 26 – Sun, Nov 1" and one day as "Wed, Oct 28"; with years unless both lie in today's. */
export function weekdaysInWords({ from, to }: DayRange, today: Day): string {
  return ends({ from, to }, { today, words: weekdayInWords });
}

/** Writes ranges of this year in short: "Oct 29–31, Nov 2"; of more than two the first two and how many days there are besides. */
export function shortRanges(ranges: readonly DayRange[]): string {
  const shown = ranges.slice(0, MAX_SHORT).map(shortRange);
  const rest = ranges.slice(MAX_SHORT).reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join(", ");
}

const MAX_SHORT = 2;

/** Writes a range of a year that is known in short: "Oct 19–25", "Sep 28 – Oct 4", "Oct 28". */
export function shortRange({ from, to }: DayRange): string {
  if (from === to) return dayInWords(from);
  return `${dayInWords(from)}${shortMonth(from) === shortMonth(to) ? `–${Number(to.slice(8))}` : ` – ${dayInWords(to)}`}`;
}

function ends({ from, to }: DayRange, { today, words }: { today: Day; words: (of: Day) => string }): string {
  const withYear = yearOf(from) !== yearOf(today) || yearOf(to) !== yearOf(today);
  const full = (of: Day) => (withYear ? `${words(of)}, ${yearOf(of)}` : words(of));
  return from === to ? full(from) : `${full(from)} – ${full(to)}`;
}

function yearOf(of: Day): string {
  return of.slice(0, 4);
}
