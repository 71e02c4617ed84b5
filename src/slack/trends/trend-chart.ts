import type { Trend } from "../../goals/trends/trends";
import { metricOf } from "../../metrics/metrics";
import { type ChartBlock, chartBlock, valueAxis } from "../ui/charts";
import { type DrawnTrend, shownPace } from "./points";

/** A trend as Slack's chart: what was done beside pace, as a line where it adds up and else as bars. `over` is a period that has ended. */
export function trendChart(
  { type, period, series: { by } }: Trend,
  {
    drawn: { soFar, points },
    name,
    over = false,
  }: { readonly drawn: DrawnTrend; readonly name: string; readonly over?: boolean },
): ChartBlock {
  const { title, unit } = metricOf(type);
  const actual = { name, values: points.map((point) => point.actual) };
  const pace = { name: "Pace", values: points.map((point) => shownPace(point.pace, unit)) };
  return chartBlock({
    kind: soFar ? "line" : "bar",
    title: `${title} ${soFar && !over ? "so far" : `by ${by}`}${period === null ? "" : " against pace"}`,
    labels: points.map(({ label }) => label),
    xLabel: X_LABELS[by],
    yLabel: valueAxis({ title, unit }),
    lines: period === null ? [actual] : [actual, pace],
  });
}

const X_LABELS: Readonly<Record<Trend["series"]["by"], string>> = { day: "Day", week: "Week of", month: "Month" };
