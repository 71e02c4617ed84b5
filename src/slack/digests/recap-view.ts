import type { KnownBlock } from "@slack/types";
import { praiseKey } from "../../digests/content/praise";
import { isSilent, RECAP_LOOK_BACK, type Recap, type RecapLine } from "../../digests/content/recap";
import type { Day } from "../../time/day";
import { dayInWords, monthName, rangeInWords, weekdayName } from "../../words/dates";
import { changeFigure, exactFigure, figure, neededFigure, percent } from "../../words/figures";
import { OUTCOMES } from "../goals/status-words";
import { drawnTrend } from "../trends/points";
import { trendChart } from "../trends/trend-chart";
import { pointLines } from "../trends/words-view";
import { DIVIDER, header, sections } from "../ui/blocks";
import type { ChartBlock } from "../ui/charts";
import { counted, foreign } from "../ui/text";

/** A recap in words below a heading of its own, and the chart that a message draws in the place of its last lines. */
export interface RecapParts {
  readonly words: readonly KnownBlock[];
  readonly chart: readonly ChartBlock[];
  /** The chart's points, a line each. */
  readonly points: readonly KnownBlock[];
  /** "Last week: reached 1 of 2 goals". */
  readonly text: string;
  /** Keys of what its lines say was reached, as praise has them. */
  readonly told: readonly string[];
}

const MAX_LINES = 8;
const BEFORE = { weekly: "the week before", monthly: "the month before" } as const;
const NOUNS = { weekly: "week", monthly: "month" } as const;

/**
 * What a week or a month came to: reached and missed alike, the change, the best day, and how often in a row.
 *
 * @param draws whether its trend is drawn: of two recaps in one message the longer one's alone.
 */
export function recapParts(
  recap: Recap,
  { today, draws }: { readonly today: Day; readonly draws: boolean },
): RecapParts {
  const { period, lines } = recap;
  // A line at zero says nothing that its words do not.
  const trend = draws && recap.trend?.series.total.actual !== 0 ? recap.trend : null;
  const drawn = trend === null ? null : drawnTrend(trend, { today, ended: false });
  const [name, result] = [period === "weekly" ? "Last week" : monthName(recap.from), results(recap)];
  const days = rangeInWords(recap, today);
  // Of a period without anything its goals alone are worth a line.
  const silent = isSilent(recap);
  const told = silent ? lines.filter(({ goal }) => goal !== null) : lines;
  const shown = told.slice(0, MAX_LINES);
  const more = told.length - shown.length;
  return {
    words: [
      DIVIDER,
      header(`${name}${period === "weekly" ? `, ${days}` : ""}${result}`),
      ...sections([
        ...shown.map((line) => (silent ? outcomeInWords(line) : recapLine(line, recap))),
        ...(more > 0 ? [`and ${counted(more, "more goal")}`] : []),
      ]),
    ],
    chart:
      trend === null || drawn === null || drawn.points.length < 2
        ? []
        : [trendChart(trend, { drawn, name: "You", days: rangeInWords(trend.series.total, today) })],
    points: trend === null || drawn === null ? [] : sections(pointLines(trend, { drawn, bars: true })),
    text: `${name}${result}`,
    told: shown.flatMap(({ goal }) => (goal?.outcome === "reached" ? [praiseKey(goal)] : [])),
  };
}

/** ": reached 1 of 2 goals"; nothing where none was judged. */
function results(recap: Recap): string {
  if (isSilent(recap)) return ": nothing logged";
  const { lines } = recap;
  const judged = lines.filter(({ goal }) => goal?.outcome === "reached" || goal?.outcome === "missed");
  if (judged.length === 0) return "";
  const reached = judged.filter(({ goal }) => goal?.outcome === "reached").length;
  return `: reached ${reached.toLocaleString("en-US")} of ${counted(judged.length, "goal")}`;
}

/** "❌ *Calls*: 78 of 100, 22 short · 14 fewer than the week before · best day Tue: 31". */
function recapLine(line: RecapLine, recap: Recap): string {
  const parts = [
    outcomeInWords(line),
    ...dailyGoal(line),
    ...inARow(line, recap),
    ...changeFrom(line, recap),
    ...bestDay(line, recap),
  ];
  return parts.join(" · ");
}

function outcomeInWords({ title, unit, value, whole, goal }: RecapLine): string {
  const name = `*${foreign(title)}*`;
  const { unread } = OUTCOMES;
  if (goal === null) {
    if (whole) return `• ${name}: ${figure(value, unit)}`;
    return value === 0
      ? `${unread.sign} ${name}: ${unread.words}`
      : `• ${name}: ${figure(value, unit)}, ${unread.words}`;
  }
  const { sign, words } = OUTCOMES[goal.outcome];
  const isKnown = goal.value !== 0 || goal.outcome !== "unread";
  const figures = `${sign} ${name}: ${isKnown ? figure(goal.value, unit) : "?"} of ${exactFigure(goal.target, unit)}`;
  switch (goal.outcome) {
    case "reached":
      return `${figures}, ${percent(goal.value, goal.target)}`;
    case "missed":
      return `${figures}, ${neededFigure(goal.target - goal.value, unit)} short`;
    default:
      return `${figures}, ${words}`;
  }
}

/** "daily goal on 4 of 5 days". */
function dailyGoal({ days }: RecapLine): readonly string[] {
  if (days === null) return [];
  const rest = days.unread > 0 ? [`${counted(days.unread, "day")} not synced`] : [];
  return [`daily goal on ${days.reached} of ${counted(days.counted, "day")}`, ...rest];
}

/** "8 more than the week before", "15 fewer than the week before", "$300 less than the month before". */
function changeFrom({ unit, value, before }: RecapLine, { period }: Recap): readonly string[] {
  if (before === null) return [];
  const change = value - before;
  if (Math.abs(change) < 0.005) return [`same as ${BEFORE[period]}`];
  const than = change > 0 ? "more" : unit === "count" ? "fewer" : "less";
  return [`${changeFigure(change, unit)} ${than} than ${BEFORE[period]}`];
}

/** "best day Tue: 31", in a month "best day Oct 20: 31". */
function bestDay({ best, unit }: RecapLine, { period }: Recap): readonly string[] {
  if (best === null) return [];
  return [
    `best day ${period === "weekly" ? weekdayName(best.day) : dayInWords(best.day)}: ${figure(best.value, unit)}`,
  ];
}

/** "3 weeks in a row"; with a plus where more were not looked at. */
function inARow({ streak }: RecapLine, { period }: Recap): readonly string[] {
  if (streak < 2) return [];
  return [`🔥 ${streak}${streak === RECAP_LOOK_BACK[period] ? "+" : ""} ${NOUNS[period]}s in a row`];
}
