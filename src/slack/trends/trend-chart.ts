import type { Period } from "../../goals/goal";
import type { Trend } from "../../goals/trends/trends";
import { metricOf } from "../../metrics/metrics";
import { type ChartBlock, chartBlock, valueAxis } from "../ui/charts";
import { type DrawnTrend, shownPace } from "./points";

/** What a chart is titled with, beside what it shows. */
export interface ChartOwner {
  /** Names whoever has the figures, in the title and on the chart's line. */
  readonly name: string;
  /** The days, as "Oct 1–28". */
  readonly days: string;
}

/** What one's own line is called. */
export const OWN = "You";
/** What the line of pace is called. */
const PACES: Readonly<Record<Period, string>> = {
  daily: "Daily goal pace",
  weekly: "Weekly goal pace",
  monthly: "Monthly goal pace",
};

/** A trend as Slack's chart: what was done beside pace, as a line where it adds up and else as bars; titled with whose it is, what and when. */
export function trendChart(
  { type, period, series: { by } }: Trend,
  { drawn: { soFar, points }, name, days }: ChartOwner & { readonly drawn: DrawnTrend },
): ChartBlock {
  const { title, unit } = metricOf(type);
  const own = name === OWN ? [] : [name];
  const actual = { name, values: points.map((point) => point.actual) };
  const pace = { name: period === null ? "" : PACES[period], values: points.map((point) => shownPace(point.pace)) };
  return chartBlock({
    kind: soFar ? "line" : "bar",
    title: chartTitle({ own, days, title, against: period === null ? "" : " against pace" }),
    labels: points.map(({ label }) => label),
    xLabel: X_LABELS[by],
    yLabel: valueAxis({ title, unit }),
    lines: period === null ? [actual] : [actual, pace],
  });
}

/** Slack takes so many characters. */
const MAX_TITLE = 50;

/** "Ana Torres · Calls against pace, Oct 1–28", one's own "Calls against pace, …"; where that is too long, the least telling part goes first. */
function chartTitle({
  own,
  days,
  title,
  against,
}: Pick<ChartOwner, "days"> & { readonly own: readonly string[]; readonly title: string; readonly against: string }) {
  const titles = [
    `${[...own, title].join(" · ")}${against}, ${days}`,
    `${[...own, title].join(" · ")}, ${days}`,
    `${title}${against}, ${days}`,
  ];
  return titles.find(({ length }) => length <= MAX_TITLE) ?? `${title}, ${days}`;
}

const X_LABELS: Readonly<Record<Trend["series"]["by"], string>> = { day: "Day", week: "Week of", month: "Month" };
