import { daysOf } from "../../goals/calendar";
import { periodOf } from "../../goals/goal";
import { metricOf } from "../../metrics/metrics";
import type { Day } from "../../time/day";
import { isWeekday, WEEK } from "../../time/work-schedule";
import { total } from "../../why/figure";
import type { Why } from "../../why/why";
import { dayInWords, monthInWords } from "../../words/dates";
import { fitsTogether, type Message } from "../ui/blocks";
import { type ChartBlock, type ChartMessage, chartBlock, valueAxis } from "../ui/charts";
import { type WhyDisplay, whyMessage, whyParts } from "./view";

/** Slack draws no more points in a chart. */
const MAX_POINTS = 20;

/**
 * A figure's message with a chart of its days up to today above its records, by week where there are more than Slack draws, and by month
 * where the weeks are too many; the message without one where but one day has records, is no first page, has no room for its records
 * in words, or none for a chart.
 */
export function whyWithChart(
  why: Why,
  { today, ...display }: WhyDisplay & { readonly today: Day },
): Message | ChartMessage {
  const message = whyMessage(why, display);
  const chart = why.page > 0 ? null : dayChart(why, today);
  const { above, records, below, isWhole } = whyParts(why, { ...display, charted: true });
  if (chart === null || !isWhole) return message;
  const blocks = [...above, chart, ...records, ...below];
  return fitsTogether(blocks) ? { text: message.text, blocks, plain: message.blocks } : message;
}

function dayChart(why: Why, today: Day): ChartBlock | null {
  const { cells } = why.figure;
  const steps = stepsOf(why, today);
  const step = steps.find(({ starts }) => starts.length <= MAX_POINTS);
  if (step === undefined || step.starts.length < 2) return null;
  const { by, starts, startOf, label, xLabel } = step;
  const { title, unit } = metricOf(why.type);
  const values = starts.map((start) =>
    total(
      cells.filter(({ day }) => startOf(day) === start),
      "value",
    ),
  );
  return chartBlock({
    kind: "bar",
    title: `${title} by ${by}`,
    labels: starts.map(label),
    xLabel,
    yLabel: valueAxis({ title, unit }),
    lines: [{ name: title, values }],
  });
}

interface ChartStep {
  readonly by: "day" | "week" | "month";
  readonly xLabel: string;
  /** The first days of all stretches that are drawn, also of those without a record. */
  readonly starts: readonly Day[];
  readonly startOf: (day: Day) => Day;
  readonly label: (start: Day) => string;
}

/**
 * Cuts the days into each kind of stretch: a weekend is a day of it only where it has records. What was before the first record of a
 * longer time may never have been read, so weeks and months begin with it.
 */
function stepsOf({ range, figure: { cells } }: Why, today: Day): readonly ChartStep[] {
  const [first, last] = [cells[0]?.day, cells.at(-1)?.day];
  if (first === undefined || last === undefined || first === last) return [];
  const held = new Set(cells.map(({ day }) => day));
  const past = daysOf(range).filter((day) => day <= today || day <= last);
  const days = past.filter((day) => held.has(day) || isWeekday(day, { team: WEEK }));
  const since = past.filter((day) => day >= first);
  const weekOf = (day: Day) => periodOf("weekly", day).from;
  const monthOf = (day: Day) => periodOf("monthly", day).from;
  return [
    { by: "day", xLabel: "Day", starts: days, startOf: (day) => day, label: dayInWords },
    { by: "week", xLabel: "Week of", starts: [...new Set(since.map(weekOf))], startOf: weekOf, label: dayInWords },
    { by: "month", xLabel: "Month", starts: [...new Set(since.map(monthOf))], startOf: monthOf, label: monthInWords },
  ];
}
