import type { SeriesPoint } from "../../goals/trends/steps";
import type { Trend } from "../../goals/trends/trends";
import { metricOf } from "../../metrics/metrics";
import type { Day } from "../../time/day";
import { firstOpenDay, type ReaderDay } from "../../time/reader-day";
import { dayInWords, weekdayInWords } from "../../words/dates";
import { bar, figure, percent } from "../../words/figures";
import { counted } from "../ui/text";
import { type DrawnTrend, namesOf, paceFigure } from "./points";

/** "*Calls*, weekly goal", "*Calls*, the sum of all weekly goals", "*Calls*, no goal on these days"; as mrkdwn. */
export function trendHead({ type, period, origin }: Trend): string {
  const { title } = metricOf(type);
  if (period === null) return `*${title}*, no goal on these days`;
  return `*${title}*, ${origin === "sum" ? `the sum of all ${period} goals` : `${period} goal`}`;
}

/** A trend's points as they are drawn, and today for whoever it is of. */
interface Shown {
  readonly drawn: DrawnTrend;
  readonly today: ReaderDay;
}

/**
 * Says first the one thing that the chart shows, then the rest, up to the day with which it ends: "*3 of 11 weeks at or above pace,
 * 2 of the last 4*" and "316 through Wed, Oct 28 · 4 today so far · 91% of pace by Tue, Oct 27 (312 of 340) · best week Oct 5 –
 * Oct 11: 61". A day that goes on is judged by nobody.
 */
export function trendLines(trend: Trend, { drawn, today }: Shown): readonly string[] {
  const pace = paceWords(trend, drawn);
  const first = (drawn.soFar ? null : atPaceWords(trend, today)) ?? pace;
  const rest = [...upToNow(trend), ...(first === pace || pace === null ? [] : [pace]), ...best(trend, today)];
  return [...(first === null ? [] : [`*${first}*`]), rest.join(" · ")];
}

/** So many of the latest stretches say where things are going. */
const LATELY = 4;

/** "3 of 11 weeks at or above pace, 2 of the last 4"; `null` until two that asked for something have ended. */
function atPaceWords({ period, series: { by, points } }: Trend, today: ReaderDay): string | null {
  const judged = points.filter(({ to, pace }) => to < firstOpenDay(today) && pace > 0);
  // A week's or a month's goal asks nothing of a single day.
  const asksEach = period === "daily" || (period !== null && by !== "day");
  if (!asksEach || judged.length < 2) return null;
  // Judged by what was asked, not by how it is shown; sums of fractions miss by their last digit.
  const atPace = (some: readonly SeriesPoint[]) => some.filter(({ actual, pace }) => actual >= pace - 1e-9).length;
  const all = `${atPace(judged)} of ${counted(judged.length, by)} at or above pace`;
  return judged.length <= LATELY ? all : `${all}, ${atPace(judged.slice(-LATELY))} of the last ${LATELY}`;
}

function upToNow({ type, series: { total, ended } }: Trend): readonly string[] {
  const { unit } = metricOf(type);
  const open = Math.round((total.actual - (ended?.actual ?? 0)) * 100) / 100;
  const hasToday = ended === null || ended.to < total.to;
  return [
    ...(ended === null ? [] : [`${figure(total.actual, unit)} through ${weekdayInWords(total.to)}`]),
    ...(hasToday ? [`${figure(open, unit)} today so far`] : []),
  ];
}

/** "91% of pace (340)", and where days shown have not ended, by which day: "91% of pace by Tue, Oct 27 (312 of 340)". */
function paceWords(
  { type, period, series: { total, ended } }: Trend,
  { soFar }: Pick<DrawnTrend, "soFar">,
): string | null {
  if (ended === null || period === null || ended.pace === 0) return null;
  const { unit } = metricOf(type);
  const share = `${percent(ended.actual, ended.pace)} of pace`;
  const asked = paceFigure(ended.pace, { soFar, unit });
  if (ended.to === total.to) return `${share} (${asked})`;
  return `${share} by ${weekdayInWords(ended.to)} (${figure(ended.actual, unit)} of ${asked})`;
}

/**
 * "Against the monthly goal: 50% of pace by Tue, Oct 27 (95 of 190)", for a goal of a metric that is drawn against another one, and
 * since when, where it began within the days that were asked about.
 *
 * @param from the first of these days.
 */
export function otherGoal(trend: Trend, from: Day): string {
  const goal = trend.origin === "sum" ? `the sum of all ${trend.period} goals` : `the ${trend.period} goal`;
  const begin = trend.series.total.from;
  const since = begin > from ? `, since ${dayInWords(begin)}` : "";
  const words = paceWords(trend, { soFar: true });
  return words === null ? `Also against ${goal}${since}` : `Against ${goal}: ${words}${since}`;
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
    const asked = pace === 0 ? "" : ` of ${paceFigure(pace, { soFar: drawn.soFar, unit })}`;
    const filled = bars ? `${bar(actual, period === null ? highest : pace)} ` : "";
    return `${drawn.soFar ? "By " : ""}${name}: ${filled}${figure(actual, unit)}${asked}`;
  });
}
