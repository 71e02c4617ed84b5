import { type Day, type DayRange, daysBetween, weekday, type ZoneDays } from "../../time/day";
import { clockTimeWithZone } from "../../time/format";
import { counted } from "./text";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The zone and the time in which something is displayed. */
export interface DisplayContext {
  readonly days: ZoneDays;
  readonly now: Date;
}

/** "29 Sep – 28 Oct", one day as "28 Oct"; with years unless both days lie in today's. */
export function rangeInWords({ from, to }: DayRange, today: Day): string {
  return ends({ from, to }, { today, words: dayInWords });
}

/** "28 Oct". */
export function dayInWords(of: Day): string {
  return `${Number(of.slice(8))} ${MONTHS[Number(of.slice(5, 7)) - 1]}`;
}

/** "Mon 26 Oct". */
export function weekdayInWords(of: Day): string {
  return `${WEEKDAYS[weekday(of) - 1]} ${dayInWords(of)}`;
}

/** "Oct 2026". */
export function monthInWords(of: Day): string {
  return `${MONTHS[Number(of.slice(5, 7)) - 1]} ${year(of)}`;
}

/** "Mon 26 Oct – Sun 1 Nov", one day as "Wed 28 Oct"; with years unless both days lie in today's. */
export function weekdaysInWords({ from, to }: DayRange, today: Day): string {
  return ends({ from, to }, { today, words: weekdayInWords });
}

/** An instant as each reader's own clock shows it, as mrkdwn: "today at 2:05 PM". Where Slack shows none, the team's. */
export function momentInWords(at: Date, display: DisplayContext): string {
  return dateMarkup(at, { format: "{date_short_pretty} at {time}", fallback: momentInTeamZone(at, display) });
}

/** A time of day as each reader's own clock shows it, as mrkdwn; where Slack shows none, by the clock of this zone. */
export function timeOnReadersClock(at: Date, zone: string): string {
  return dateMarkup(at, { format: "{time}", fallback: clockTimeWithZone(at, zone) });
}

/** Slack's own markup of a date; the format's tokens are Slack's. */
function dateMarkup(at: Date, { format, fallback }: { readonly format: string; readonly fallback: string }): string {
  return `<!date^${Math.floor(at.getTime() / 1_000)}^${format}|${fallback}>`;
}

/** An instant in the team's zone: "14:05 EDT" today, "Fri 22:10 EDT" within a week, else "12 Oct 22:10 EDT". */
function momentInTeamZone(at: Date, { days, now }: DisplayContext): string {
  const clock = clockTimeWithZone(at, days.zone);
  const on = days.dayOf(at);
  const ago = daysBetween(on, days.dayOf(now));
  if (ago === 0) return clock;
  return ago > 0 && ago < 7 ? `${WEEKDAYS[weekday(on) - 1]} ${clock}` : `${dayInWords(on)} ${clock}`;
}

/** "just now", "2 minutes ago", "3 hours ago", "2 days ago". */
export function agoInWords(at: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${counted(minutes, "minute")} ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${counted(hours, "hour")} ago` : `${counted(Math.floor(hours / 24), "day")} ago`;
}

function ends({ from, to }: DayRange, { today, words }: { today: Day; words: (of: Day) => string }): string {
  const withYear = year(from) !== year(today) || year(to) !== year(today);
  const full = (of: Day) => (withYear ? `${words(of)} ${year(of)}` : words(of));
  return from === to ? full(from) : `${full(from)} – ${full(to)}`;
}

function year(of: Day): string {
  return of.slice(0, 4);
}
