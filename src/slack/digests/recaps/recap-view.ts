import type { KnownBlock } from "@slack/types";
import { praiseKey } from "../../../digests/content/praise";
import { isSilent, type Recap, type RecapLine } from "../../../digests/content/recap";
import type { PastPeriod } from "../../../goals/trends/past-period";
import type { Day } from "../../../time/day";
import { monthName, rangeInWords, shortRanges } from "../../../words/dates";
import { exactFigure, figure, neededFigure, percent, shownDifference } from "../../../words/figures";
import { OUTCOMES, STATUSES } from "../../goals/status-words";
import { drawnTrend } from "../../trends/points";
import { trendChart } from "../../trends/trend-chart";
import { pointLines } from "../../trends/words-view";
import { DIVIDER, header, sections } from "../../ui/blocks";
import type { ChartBlock } from "../../ui/charts";
import { counted, foreign } from "../../ui/text";
import { NOTHING_PRAISED, type RecapPraise, recapPraise, streakInWords } from "./recap-praise-view";

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

/**
 * What a week or a month came to: how many goals were reached, what went well in a line, then a line a metric, reached and missed alike.
 *
 * @param draws whether its trend is drawn: of two recaps in one message one alone is.
 */
export function recapParts(
  recap: Recap,
  { today, draws }: { readonly today: Day; readonly draws: boolean },
): RecapParts {
  const { period, lines } = recap;
  const trend = draws ? drawable(recap) : null;
  const drawn = trend === null ? null : drawnTrend(trend, { today, ended: false });
  const [name, result] = [period === "weekly" ? "Last week" : monthName(recap.from), results(recap)];
  const days = rangeInWords(recap, today);
  // Of a period without anything its goals alone are worth a line.
  const silent = isSilent(recap);
  const told = silent ? lines.filter(({ goal }) => goal !== null) : lines;
  const shown = told.slice(0, MAX_LINES);
  const more = told.length - shown.length;
  const praised = silent ? NOTHING_PRAISED : recapPraise({ ...recap, lines: shown });
  return {
    words: [
      DIVIDER,
      header(`${name}${period === "weekly" ? `, ${days}` : ""}${result}`),
      ...sections([
        ...praised.words,
        ...shown.map((line) => (silent ? outcomeInWords(line) : recapLine(line, { ...recap, praised }))),
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

/** The trend that a recap draws; a line at zero says nothing that its words do not. */
export function drawable({ trend }: Pick<Recap, "trend">): Recap["trend"] {
  return trend?.series.total.actual === 0 ? null : trend;
}

/** ": reached 1 of 2 goals, 1 not synced"; nothing where there is none. */
function results(recap: Recap): string {
  if (isSilent(recap)) return ": nothing logged";
  const goals = recap.lines.flatMap(({ goal }) => goal ?? []);
  const of = (outcome: PastPeriod["outcome"]) => goals.filter((goal) => goal.outcome === outcome).length;
  const [reached, judged, unread] = [of("reached"), of("reached") + of("missed"), of("unread")];
  const open = unread === 0 ? [] : [`${unread.toLocaleString("en-US")} ${STATUSES.unread.words}`];
  if (judged > 0) {
    const result = `reached ${reached.toLocaleString("en-US")} of ${counted(judged, "goal")}`;
    return `: ${[result, ...open].join(", ")}`;
  }
  return unread === 0 ? "" : `: ${counted(unread, "goal")} ${STATUSES.unread.words}`;
}

/** "❌ *Calls*: 78 of 100, 22 short · 14 fewer than the week before"; without what is praised above. */
function recapLine(line: RecapLine, { period, praised }: Pick<Recap, "period"> & { readonly praised: RecapPraise }) {
  const parts = [
    outcomeInWords(line),
    ...dailyGoal(line),
    ...(praised.streaks.has(line.type) ? [] : streakInWords(line, period).map((words) => `🔥 ${words}`)),
    ...changeFrom(line, period),
  ];
  return parts.join(" · ");
}

function outcomeInWords({ title, unit, value, unread, goal }: RecapLine): string {
  const name = `*${foreign(title)}*`;
  const { sign, words } = STATUSES.unread;
  const missing = `${words} ${shortRanges(unread)}`.trimEnd();
  if (goal === null) {
    if (unread.length === 0) return `• ${name}: ${figure(value, unit)}`;
    return value === 0 ? `${sign} ${name}: ${missing}` : `• ${name}: ${figure(value, unit)} so far, ${missing}`;
  }
  const of = exactFigure(goal.target, unit);
  const figures = `${OUTCOMES[goal.outcome].sign} ${name}: ${figure(goal.value, unit)} of ${of}`;
  switch (goal.outcome) {
    case "reached":
      return `${figures}, ${percent(goal.value, goal.target)}`;
    case "missed":
      return `${figures}, ${neededFigure(goal.target - goal.value, unit)} short`;
    case "unread":
      return goal.value === 0 ? `${sign} ${name}: ? of ${of}, ${missing}` : `${figures} so far, ${missing}`;
    case "off":
      return `${figures}, ${OUTCOMES.off.words}`;
  }
}

/** "daily goal on 4 of 5 days"; the days that were not read are said beside the figure. */
function dailyGoal({ days }: RecapLine): readonly string[] {
  return days === null || days.counted === 0
    ? []
    : [`daily goal on ${days.reached} of ${counted(days.counted, "day")}`];
}

/** "8 more than the week before", "15 fewer than the week before", "$300 less than the month before". */
function changeFrom({ unit, value, before }: RecapLine, period: Recap["period"]): readonly string[] {
  if (before === null) return [];
  const change = shownDifference(value, before, unit);
  if (change === 0) return [`same as ${BEFORE[period]}`];
  const than = change > 0 ? "more" : unit === "count" ? "fewer" : "less";
  return [`${figure(Math.abs(change), unit)} ${than} than ${BEFORE[period]}`];
}
