import type { SeriesPoint } from "../../goals/trends/steps";
import type { Trend } from "../../goals/trends/trends";
import { type MetricType, metricOf } from "../../metrics/metrics";
import type { ReaderDay } from "../../time/reader-day";
import { rangeInWords, weekdayInWords } from "../../words/dates";
import { bar, figure, percent } from "../../words/figures";
import { type DrawnTrend, namesOf, paceFigure, shownPace } from "./points";

/** "*Calls*, weekly goal", "*Calls*, the sum of all weekly goals", "*Calls*, no goal on these days"; as mrkdwn. */
export function trendHead({ type, period, origin }: Trend): string {
  const { title } = metricOf(type);
  if (period === null) return `*${title}*, no goal on these days`;
  return `*${title}*, ${origin === "sum" ? `the sum of all ${period} goals` : `${period} goal`}`;
}

/**
 * Says what the chart shows, up to the day with which it ends: "316 through Wed, Oct 28 · 4 today so far · 91% of pace by Tue,
 * Oct 27 (312 of 340) · best week Oct 5 – Oct 11: 61". A day that goes on is judged by nobody.
 */
export function trendSummary(trend: Trend, today: ReaderDay): string {
  const { unit } = metricOf(trend.type);
  const { total, ended } = trend.series;
  const open = Math.round((total.actual - (ended?.actual ?? 0)) * 100) / 100;
  const hasToday = ended === null || ended.to < total.to;
  const parts = [
    ...(ended === null ? [] : [`${figure(total.actual, unit)} through ${weekdayInWords(total.to)}`]),
    ...(hasToday ? [`${figure(open, unit)} today so far`] : []),
    ...paceWords(trend, today),
    ...best(trend, today),
  ];
  return parts.join(" · ");
}

/** "91% of pace (340)", and where that is not of all days shown, of which: "91% of pace by Tue, Oct 27 (312 of 340)". */
function paceWords({ type, period, series: { total, judged } }: Trend, { today }: ReaderDay): readonly string[] {
  if (judged === null || period === null || judged.pace === 0) return [];
  if (judged.from === total.from && judged.to === total.to) return [ofPace(judged, type)];
  const { unit } = metricOf(type);
  const days = judged.from === total.from ? `by ${weekdayInWords(judged.to)}` : `on ${rangeInWords(judged, today)}`;
  const sum = `${figure(judged.actual, unit)} of ${paceFigure(judged.pace, unit)}`;
  return [`${percent(judged.actual, judged.pace)} of pace ${days} (${sum})`];
}

/** "Against the monthly goal: 50% of pace by Tue, Oct 27 (95 of 190)", for a goal of a metric that is drawn against another one. */
export function otherGoal(trend: Trend, today: ReaderDay): string {
  const goal = trend.origin === "sum" ? `the sum of all ${trend.period} goals` : `the ${trend.period} goal`;
  const [words] = paceWords(trend, today);
  return words === undefined ? `Also against ${goal}` : `Against ${goal}: ${words}`;
}

/** "91% of pace (340)". */
function ofPace({ actual, pace }: SeriesPoint, type: MetricType): string {
  return `${percent(actual, pace)} of pace (${paceFigure(pace, metricOf(type).unit)})`;
}

/** The stretch that brought most, where several brought something. */
function best({ type, series: { points, by } }: Trend, today: ReaderDay): readonly string[] {
  const [most, second] = [...points].sort((a, b) => b.actual - a.actual);
  if (most === undefined || second === undefined || most.actual <= 0 || second.actual === most.actual) return [];
  return [`best ${by} ${namesOf(most, { by, today }).name}: ${figure(most.actual, metricOf(type).unit)}`];
}

/** Each point in a line: "Oct 5 – Oct 11: 61 of 50", with a bar where nobody is shown a chart. */
export function pointLines(
  { type, period }: Trend,
  { drawn, bars }: { readonly drawn: DrawnTrend; readonly bars: boolean },
): readonly string[] {
  const { unit } = metricOf(type);
  const highest = Math.max(0, ...drawn.points.map(({ actual }) => actual));
  return drawn.points.map(({ name, actual, pace }) => {
    const asked = shownPace(pace, unit) === 0 ? "" : ` of ${paceFigure(pace, unit)}`;
    const filled = bars ? `${bar(actual, period === null ? highest : pace)} ` : "";
    return `${drawn.soFar ? "By " : ""}${name}: ${filled}${figure(actual, unit)}${asked}`;
  });
}
