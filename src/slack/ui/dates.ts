import { daysBetween, type ZoneDays } from "../../time/day";
import { dayInWords, weekdayName } from "../../words/dates";
import { clockTimeWithZone, dateAndTime } from "../../words/times";
import { counted } from "./text";

/** The zone and the time in which something is displayed. */
export interface DisplayContext {
  readonly days: ZoneDays;
  readonly now: Date;
}

/** An instant as each reader's own clock shows it, as mrkdwn: "today at 2:05 PM". Where Slack shows none, the team's. */
export function momentInWords(at: Date, display: DisplayContext): string {
  return dateMarkup(at, { format: "{date_short_pretty} at {time}", fallback: momentInTeamZone(at, display) });
}

/** An instant as each reader's own clock shows it, as mrkdwn, for readers in many zones; where Slack shows none, in UTC. */
export function momentOnReadersClock(at: Date): string {
  return dateMarkup(at, { format: "{date_short_pretty} at {time}", fallback: dateAndTime(at, "UTC") });
}

/** A time of day as each reader's own clock shows it, as mrkdwn; where Slack shows none, by the clock of this zone. */
export function timeOnReadersClock(at: Date, zone: string): string {
  return dateMarkup(at, { format: "{time}", fallback: clockTimeWithZone(at, zone) });
}

/** An instant as mrkdwn for a line that speaks of today: its time of day alone where it is of the team's today, else as `momentInWords`. */
export function momentOfToday(at: Date, display: DisplayContext): string {
  const { days, now } = display;
  return days.dayOf(at) === days.dayOf(now) ? timeOnReadersClock(at, days.zone) : momentInWords(at, display);
}

/** Slack's own markup of a date; the format's tokens are Slack's. */
function dateMarkup(at: Date, { format, fallback }: { readonly format: string; readonly fallback: string }): string {
  return `<!date^${Math.floor(at.getTime() / 1_000)}^${format}|${fallback}>`;
}

/** An instant in the team's zone: "2:05 PM EDT" today, "Fri 10:10 PM EDT" within a week, else "Oct 12, 10:10 PM EDT". */
export function momentInTeamZone(at: Date, { days, now }: DisplayContext): string {
  const clock = clockTimeWithZone(at, days.zone);
  const on = days.dayOf(at);
  const ago = daysBetween(on, days.dayOf(now));
  if (ago === 0) return clock;
  return ago > 0 && ago < 7 ? `${weekdayName(on)} ${clock}` : `${dayInWords(on)}, ${clock}`;
}

/** "just now", "2 minutes ago", "3 hours ago", "2 days ago". */
export function agoInWords(at: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${counted(minutes, "minute")} ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${counted(hours, "hour")} ago` : `${counted(Math.floor(hours / 24), "day")} ago`;
}
