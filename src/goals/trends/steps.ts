import { addDays, type DayRange, daysBetween } from "../../time/day";
import { firstOpenDay, type ReaderDay } from "../../time/reader-day";
import { daysOf } from "../calendar";
import { type Period, periodOf } from "../goal";

/** How long the stretches are that a series is cut into. */
export type SeriesStep = "day" | "week" | "month";

/** What a stretch of days brought beside what was asked of it, in the metric's unit; both ends included. */
export interface SeriesPoint extends DayRange {
  /** Two decimals. */
  readonly actual: number;
  /** The share of the targets that the counted days among these ask, not rounded. */
  readonly pace: number;
}

/** Slack draws no more points in a chart. */
export const MAX_POINTS = 20;
/** A longer range is never cut into days, so that no day of the year comes twice. */
const MAX_DAYS = 31;

/** Cuts a range into its days, where it is longer than a month into its weeks, and where these are too many into months. */
export function seriesSteps(range: DayRange): { readonly by: SeriesStep; readonly ranges: readonly DayRange[] } {
  if (daysBetween(range.from, range.to) < MAX_DAYS) {
    return { by: "day", ranges: daysOf(range).map((day) => ({ from: day, to: day })) };
  }
  const weeks = periodsIn(range, "weekly");
  return weeks.length <= MAX_POINTS
    ? { by: "week", ranges: weeks }
    : { by: "month", ranges: periodsIn(range, "monthly") };
}

/** The days of a range that have ended for a reader; its end is before its start for none. */
export function endedDays({ from, to }: DayRange, day: ReaderDay): DayRange {
  const last = addDays(firstOpenDay(day), -1);
  return { from, to: last < to ? last : to };
}

/** Puts days that follow each other together into weeks from Monday to Sunday; the first and the last may be cut. */
export function inWeeks(days: readonly SeriesPoint[]): readonly SeriesPoint[] {
  const weeks: SeriesPoint[] = [];
  for (const day of days) {
    const last = weeks.at(-1);
    if (last === undefined || periodOf("weekly", last.from).from !== periodOf("weekly", day.from).from) weeks.push(day);
    else weeks[weeks.length - 1] = together([last, day]);
  }
  return weeks;
}

/** Adds each point to those before it: how far things had come by its end. */
export function cumulated(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  return points.map((point, index) => ({ ...point, ...amounts(points.slice(0, index + 1)) }));
}

function together(points: readonly [SeriesPoint, SeriesPoint]): SeriesPoint {
  return { from: points[0].from, to: points[1].to, ...amounts(points) };
}

function amounts(points: readonly SeriesPoint[]): Pick<SeriesPoint, "actual" | "pace"> {
  const actual = points.reduce((sum, point) => sum + point.actual, 0);
  return { actual: Math.round(actual * 100) / 100, pace: points.reduce((sum, { pace }) => sum + pace, 0) };
}

/** The stretches of a range that lie in one week or month each, the first and the last cut to the range. */
function periodsIn({ from, to }: DayRange, period: Period): readonly DayRange[] {
  const found: DayRange[] = [];
  for (let first = from; first <= to; ) {
    const whole = periodOf(period, first);
    found.push({ from: first, to: whole.to < to ? whole.to : to });
    first = addDays(whole.to, 1);
  }
  return found;
}
