import { periodOf } from "../../goals/goal";
import { cumulated, type SeriesPoint } from "../../goals/trends/steps";
import type { Trend } from "../../goals/trends/trends";
import type { Unit } from "../../metrics/metrics";
import type { Day } from "../../time/day";
import { firstOpenDay, type ReaderDay } from "../../time/reader-day";
import { dayInWords, monthInWords, rangeInWords, weekdayInWords } from "../../words/dates";
import { figure } from "../../words/figures";

/** The points of a trend as they are drawn, each with its names. */
export interface DrawnTrend {
  /** Whether each point holds those before it: how far a period had come by its end. */
  readonly soFar: boolean;
  readonly points: readonly DrawnPoint[];
}

export interface DrawnPoint extends SeriesPoint {
  /** "Oct 5", below the chart. */
  readonly label: string;
  /** "Oct 5–11", in words. */
  readonly name: string;
}

/** Bars of more days than this are a fence in which nobody sees where they stand. */
const MAX_DAY_BARS = 10;

/**
 * Draws how far things had come where the days lie in one period of the goal, are many single ones, or each ask for a part of a
 * week's or a month's target, of which nobody does a tenth; else what each stretch of days brought.
 */
export function drawnTrend({ period, series }: Trend, today: ReaderDay): DrawnTrend {
  const { points, total, by } = series;
  const isWithin = period !== null && periodOf(period, total.from).to >= total.to;
  const isParted = by === "day" && (period !== "daily" || points.length > MAX_DAY_BARS);
  const soFar = period !== null && points.length > 1 && (isWithin || isParted);
  const drawn = soFar ? cumulated(points) : points;
  return { soFar, points: drawn.map((point) => ({ ...point, ...namesOf(point, { by, today }) })) };
}

/** What a stretch is called below a chart, and in words. */
export function namesOf(
  { from, to }: SeriesPoint,
  { by, today }: { readonly by: Trend["series"]["by"]; readonly today: ReaderDay },
): Pick<DrawnPoint, "label" | "name"> {
  // A stretch that goes on is no less than those before it: it is not over.
  const open = firstOpenDay(today) <= to ? " so far" : "";
  const [label, name] = NAMES[by]({ from, to, today: today.today });
  return { label: `${label}${open}`, name: `${name}${open}` };
}

interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
}

/** What the stretches are called below a chart, and in words. */
const NAMES: Readonly<Record<Trend["series"]["by"], (stretch: Stretch) => readonly [string, string]>> = {
  day: ({ from }) => [dayInWords(from), weekdayInWords(from)],
  week: ({ from, to, today }) => [dayInWords(from), rangeInWords({ from, to }, today)],
  month: ({ from }) => [monthInWords(from), monthInWords(from)],
};

/** What was asked, as it is shown. */
export function paceFigure(pace: number, unit: Unit): string {
  return figure(shownPace(pace), unit);
}

/** What was asked as the number that is shown: rounded up to a whole one, as every need is, since nobody makes half a call. */
export function shownPace(pace: number): number {
  return Math.ceil(Math.round(pace * 100) / 100);
}
