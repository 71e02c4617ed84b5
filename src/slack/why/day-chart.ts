import { periodOf } from "../../goals/goal";
import { metricOf } from "../../metrics/metrics";
import type { Day } from "../../time/day";
import { total, type WhyCell } from "../../why/figure";
import type { Why } from "../../why/why";
import { dayInWords } from "../../words/dates";
import { fitsTogether, type Message } from "../ui/blocks";
import { type ChartBlock, type ChartMessage, chartBlock, valueAxis } from "../ui/charts";

/** Slack draws no more points in a chart. */
const MAX_POINTS = 20;

/**
 * Sets a chart of a figure's days below its title, by week where there are more than Slack draws; the message as it is where it has
 * but one day, is no first page, or leaves no room.
 */
export function withDayChart(message: Message, why: Why): Message | ChartMessage {
  const chart = why.page > 0 ? null : dayChart(why);
  const [title, ...rest] = message.blocks;
  if (chart === null || title === undefined) return message;
  const blocks = [title, chart, ...rest];
  return fitsTogether(blocks) ? { text: message.text, blocks, plain: message.blocks } : message;
}

function dayChart({ type, figure: { cells } }: Why): ChartBlock | null {
  const byDay = sums(cells, ({ day }) => day);
  const byWeek = sums(cells, ({ day }) => periodOf("weekly", day).from);
  const [points, xLabel] = byDay.length <= MAX_POINTS ? [byDay, "Day"] : [byWeek, "Week of"];
  if (points.length < 2 || points.length > MAX_POINTS) return null;
  const { title, unit } = metricOf(type);
  return chartBlock({
    kind: "bar",
    title: `${title} by ${xLabel === "Day" ? "day" : "week"}`,
    labels: points.map(([from]) => dayInWords(from)),
    xLabel,
    yLabel: valueAxis({ title, unit }),
    lines: [{ name: title, values: points.map(([, value]) => value) }],
  });
}

/** Adds up what the cells of each stretch hold, the earliest first. */
function sums(cells: readonly WhyCell[], startOf: (cell: WhyCell) => Day): readonly (readonly [Day, number])[] {
  const starts = [...new Set(cells.map(startOf))].sort();
  return starts.map((start) => {
    const own = cells.filter((cell) => startOf(cell) === start);
    return [start, total(own, "value")] as const;
  });
}
