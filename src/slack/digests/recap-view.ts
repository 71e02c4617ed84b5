import type { KnownBlock } from "@slack/types";
import { praiseKey } from "../../digests/content/praise";
import { RECAP_LOOK_BACK, type Recap, type RecapLine } from "../../digests/content/recap";
import type { Day } from "../../time/day";
import { monthName, rangeInWords, weekdayInWords } from "../../words/dates";
import { exactFigure, figure, neededFigure } from "../../words/figures";
import { OUTCOMES } from "../goals/status-words";
import { drawnTrend } from "../trends/points";
import { trendChart } from "../trends/trend-chart";
import { pointLines } from "../trends/words-view";
import { sections } from "../ui/blocks";
import type { ChartBlock } from "../ui/charts";
import { counted, foreign } from "../ui/text";

/** A recap in words, and the chart that a message draws in the place of its last lines. */
export interface RecapParts {
  readonly words: readonly KnownBlock[];
  readonly chart: readonly ChartBlock[];
  /** The chart's points, a line each. */
  readonly points: readonly KnownBlock[];
  /** "Last week: 1 of 2 goals hit". */
  readonly text: string;
  /** Keys of what its lines say was reached, as praise has them. */
  readonly told: readonly string[];
}

const MAX_LINES = 8;
const BEFORE = { weekly: "the week before", monthly: "the month before" } as const;
const NOUNS = { weekly: "week", monthly: "month" } as const;

/** What a week or a month came to: reached and missed alike, the change, the best day, and how often in a row. */
export function recapParts(recap: Recap, today: Day): RecapParts {
  const { period, lines, trend } = recap;
  const drawn = trend === null ? null : drawnTrend(trend, { today, ended: false });
  const title = `${period === "weekly" ? "Last week" : monthName(recap.from)}${results(recap)}`;
  const when = period === "weekly" ? ` · ${rangeInWords(recap, today)}` : "";
  const shown = lines.slice(0, MAX_LINES);
  const more = lines.length - shown.length;
  return {
    words: sections([
      `*${title}*${when}`,
      ...shown.map((line) => recapLine(line, recap)),
      ...(more > 0 ? [`and ${counted(more, "more goal")}`] : []),
    ]),
    chart:
      trend === null || drawn === null || drawn.points.length < 2
        ? []
        : [trendChart(trend, { drawn, name: "You", days: rangeInWords(recap, today) })],
    points: trend === null || drawn === null ? [] : sections(pointLines(trend, { drawn, bars: true })),
    text: title,
    told: shown.flatMap(({ goal }) => (goal?.outcome === "reached" ? [praiseKey(goal)] : [])),
  };
}

/** ": 1 of 2 goals hit"; nothing where none was judged. */
function results({ lines }: Recap): string {
  if (lines.length === 0) return ": nothing logged";
  const judged = lines.filter(({ goal }) => goal?.outcome === "reached" || goal?.outcome === "missed");
  if (judged.length === 0) return "";
  const reached = judged.filter(({ goal }) => goal?.outcome === "reached").length;
  return `: ${reached.toLocaleString("en-US")} of ${counted(judged.length, "goal")} hit`;
}

/** "⚫ *Calls*: 78 of 100, 22 short · 14 fewer than the week before · best day Tue, Oct 20: 31". */
function recapLine(line: RecapLine, recap: Recap): string {
  const parts = [outcomeInWords(line), ...changeFrom(line, recap), ...bestDay(line), ...inARow(line, recap)];
  return parts.join(" · ");
}

function outcomeInWords({ title, unit, value, goal, days }: RecapLine): string {
  const name = `*${foreign(title)}*`;
  if (days !== null) {
    const rest = days.unread > 0 ? ` · ${counted(days.unread, "day")} not read` : "";
    return `• ${name}: ${figure(value, unit)}, daily goal hit on ${days.reached} of ${counted(days.counted, "day")}${rest}`;
  }
  if (goal === null) return `• ${name}: ${figure(value, unit)}`;
  const figures = `${name}: ${figure(goal.value, unit)} of ${exactFigure(goal.target, unit)}`;
  const { sign } = OUTCOMES[goal.outcome];
  switch (goal.outcome) {
    case "reached":
      return `${sign} ${figures}`;
    case "missed":
      return `${sign} ${figures}, ${neededFigure(goal.target - goal.value, unit)} short`;
    case "off":
      return `${sign} ${figures}, no workdays`;
    case "unread":
      return `${sign} ${figures} so far, some days not synced yet`;
  }
}

/** "8 more than the week before", "15 fewer than the week before", "$300 less than the month before". */
function changeFrom({ unit, value, before }: RecapLine, { period }: Recap): readonly string[] {
  if (before === null) return [];
  const change = value - before;
  if (Math.abs(change) < 0.005) return [];
  const than = change > 0 ? "more" : unit === "count" ? "fewer" : "less";
  return [`${figure(Math.abs(change), unit)} ${than} than ${BEFORE[period]}`];
}

function bestDay({ best, unit }: RecapLine): readonly string[] {
  return best === null ? [] : [`best day ${weekdayInWords(best.day)}: ${figure(best.value, unit)}`];
}

/** "3 weeks in a row"; with a plus where more were not looked at. */
function inARow({ streak }: RecapLine, { period }: Recap): readonly string[] {
  if (streak < 2) return [];
  return [`${streak}${streak === RECAP_LOOK_BACK[period] ? "+" : ""} ${NOUNS[period]}s in a row`];
}
