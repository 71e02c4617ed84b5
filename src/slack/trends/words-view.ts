import type { Trend } from "../../goals/trends/trends";
import { metricOf } from "../../metrics/metrics";
import type { Day } from "../../time/day";
import { dayInWords, weekdayInWords } from "../../words/dates";
import { figure, shortBar, shownDifference } from "../../words/figures";
import { type DrawnTrend, paceFigure, shownPace } from "./points";

/** "Against the monthly goal", "Against the sum of all monthly goals", "There's no goal on these days". */
export function trendHead({ period, origin }: Trend): string {
  if (period === null) return "There's no goal on these days";
  return `Against the ${origin === "sum" ? `sum of all ${period} goals` : `${period} goal`}`;
}

/**
 * What there was by the last day that had ended beside what was asked by then, both as they are shown, and by how much they differ:
 * "312 of 340 by Tue, Oct 27, 28 behind pace", without the day where it is the last one asked about; `null` where nothing was asked.
 */
export function paceWords({ type, period, series: { total, ended } }: Trend): string | null {
  if (ended === null || period === null || ended.pace === 0) return null;
  const { unit } = metricOf(type);
  const by = ended.to === total.to ? "" : ` by ${weekdayInWords(ended.to)}`;
  const lead = shownDifference(ended.actual, shownPace(ended.pace), unit);
  const stands =
    lead === 0 ? "just on pace" : `${figure(Math.abs(lead), unit)} ${lead < 0 ? "behind" : "ahead of"} pace`;
  return `${figure(ended.actual, unit)} of ${paceFigure(ended.pace, unit)}${by}, ${stands}`;
}

/**
 * "Against the monthly goal: 95 of 190 by Tue, Oct 27, 95 behind pace", for a goal of a metric that is drawn against another one, and
 * since when, where it began within the days that were asked about.
 *
 * @param from the first of these days.
 */
export function otherGoal(trend: Trend, from: Day): string {
  const goal = trend.origin === "sum" ? `the sum of all ${trend.period} goals` : `the ${trend.period} goal`;
  const begin = trend.series.total.from;
  const since = begin > from ? `, since ${dayInWords(begin)}` : "";
  const words = paceWords(trend);
  return words === null ? `Also against ${goal}${since}` : `Against ${goal}: ${words}${since}`;
}

/** Each point in a line: "Oct 5–11: 61 of 50"; where nobody is shown a chart with bars below each other: "▰▰▰▰▰ 61 of 50 · Oct 5–11". */
export function pointLines(
  { type, period }: Trend,
  { drawn, bars }: { readonly drawn: DrawnTrend; readonly bars: boolean },
): readonly string[] {
  const { unit } = metricOf(type);
  const highest = Math.max(0, ...drawn.points.map(({ actual }) => actual));
  return drawn.points.map(({ name, actual, pace }) => {
    const asked = pace === 0 ? "" : ` of ${paceFigure(pace, unit)}`;
    const figures = `${figure(actual, unit)}${asked}`;
    if (!bars) return `${drawn.soFar ? "By " : ""}${name}: ${figures}`;
    return `${shortBar(actual, period === null ? highest : pace)} ${figures} · ${drawn.soFar ? "by " : ""}${name}`;
  });
}
