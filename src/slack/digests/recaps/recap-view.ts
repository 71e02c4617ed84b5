import type { KnownBlock } from "@slack/types";
import { praiseKey } from "../../../digests/content/praise";
import { isSilent, type Recap, type RecapLine } from "../../../digests/content/recap";
import type { RecapSpan } from "../../../digests/planned-message";
import { periodBefore } from "../../../digests/schedule/recap-spans";
import { periodOf } from "../../../goals/goal";
import type { PastPeriod } from "../../../goals/trends/past-period";
import type { Day } from "../../../time/day";
import { monthName, rangeInWords, shortRange } from "../../../words/dates";
import { STATUSES } from "../../goals/status-words";
import { drawnTrend } from "../../trends/points";
import { trendChart } from "../../trends/trend-chart";
import { pointLines } from "../../trends/words-view";
import { context, DIVIDER, header, sections } from "../../ui/blocks";
import type { ChartBlock } from "../../ui/charts";
import { counted, unbrokenParts } from "../../ui/text";
import { bestDayLine } from "./highlights-view";
import { noGoalLine, outcomeInWords, recapLine, shortRecapLine } from "./recap-lines-view";

/** A recap in words below a heading of its own, and the chart that a message draws in the place of its last lines. */
export interface RecapParts {
  readonly words: readonly KnownBlock[];
  readonly chart: readonly ChartBlock[];
  /** The chart's points, a line each. */
  readonly points: readonly KnownBlock[];
  /** "Last week: reached 1 of 2 weekly goals", "Week of Oct 12–18: nothing logged". */
  readonly text: string;
  /** Keys of what its lines say was reached, as praise has them. */
  readonly told: readonly string[];
}

const MAX_LINES = 8;

interface RecapOptions {
  /** The reader's date. */
  readonly today: Day;
  /** Whether its trend is drawn: of the recaps in one message one alone is. */
  readonly draws: boolean;
  /** Whether it stands beside the recap of a longer period, so that it says its own goals alone in full. */
  readonly short?: boolean;
  /** What its last days brought, where it is of the week that has these, as mrkdwn. */
  readonly lastDays?: string | null;
}

/**
 * What a week or a month came to: how many goals were reached, then a line a metric, reached and missed alike, and in small print the best day
 * and what had no goal. Beside a month's recap a week's is short.
 */
export function recapParts(recap: Recap, { today, draws, short = false, lastDays = null }: RecapOptions): RecapParts {
  const { period } = recap;
  const trend = draws ? drawable(recap) : null;
  const drawn = trend === null ? null : drawnTrend(trend, { today, ended: false });
  const [days, result] = [shortRange(recap), results(recap)];
  const isLast = isLastWeek(recap, today);
  const name = period === "monthly" ? monthName(recap.from) : isLast ? "Last week" : `Week of ${days}`;
  const { told, others, silent } = recapLineGroups(recap);
  // What has a daily goal alone is none of the week's goals that the heading counts.
  const apart = short || told.some(({ goal }) => goal !== null);
  const [own, rest] = apart && !silent ? ownGoalsApart(recap) : [told, others];
  const shown = own.slice(0, MAX_LINES);
  const more = own.length - shown.length;
  const inWords = silent ? outcomeInWords : short ? shortRecapLine : recapLine;
  const small = [
    ...(silent || short ? [] : bestDayLine(shown, period)),
    ...noGoalLine(rest, { period, short }),
    ...(silent || lastDays === null ? [] : [lastDays]),
  ];
  const title = `${name}${isLast ? `, ${days}` : ""}`;
  return {
    words: [
      DIVIDER,
      ...(short ? [] : [header(`${title}${result}`)]),
      ...sections([
        ...(short ? [`*${title}*${result}`] : []),
        ...shown.map((line) => unbrokenParts(inWords(line, { period }))),
        ...(more > 0 ? [`and ${counted(more, "more goal")}`] : []),
      ]),
      ...(small.length === 0 ? [] : [context(small.map(unbrokenParts).join("\n"))]),
    ],
    chart:
      trend === null || drawn === null || drawn.points.length < 2
        ? []
        : [trendChart(trend, { drawn, name: "You", days: rangeInWords(trend.series.total, today) })],
    points: trend === null || drawn === null ? [] : sections(pointLines(trend, { drawn, bars: true })),
    text: `${name}${result}`,
    told: reachedKeys(shown),
  };
}

/** Tells whether a recap is of the week right before today's. */
export function isLastWeek({ period, from }: RecapSpan, today: Day): boolean {
  return period === "weekly" && from === periodBefore("weekly", periodOf("weekly", today)).from;
}

/** Keys of what these lines say was reached, as praise has them. */
export function reachedKeys(lines: readonly RecapLine[]): readonly string[] {
  return lines.flatMap(({ goal }) => (goal?.outcome === "reached" ? [praiseKey(goal)] : []));
}

/** Which lines of a recap are told one by one, and whether nothing was done in it. */
export interface RecapLineGroups {
  readonly told: readonly RecapLine[];
  /** What had no goal of the period where others had. */
  readonly others: readonly RecapLine[];
  readonly silent: boolean;
}

/** Parts what had a goal from what had none; of a period without anything its goals alone are worth a line. */
export function recapLineGroups(recap: Pick<Recap, "lines">): RecapLineGroups {
  const { lines } = recap;
  const silent = isSilent(recap);
  const asked = lines.filter(({ goal, days }) => goal !== null || (!silent && days !== null));
  // Where no line had a goal, figures are all there is to tell.
  const told = silent || asked.length > 0 ? asked : lines;
  return { told, others: silent ? [] : lines.filter((line) => !told.includes(line)), silent };
}

/** Parts what had a goal of the very period from what had none, whatever its daily goal came to. */
function ownGoalsApart({ lines }: Recap): readonly [readonly RecapLine[], readonly RecapLine[]] {
  return [lines.filter(({ goal }) => goal !== null), lines.filter(({ goal }) => goal === null)];
}

/** The trend that a recap draws; a line at zero says nothing that its words do not. */
export function drawable({ trend }: Pick<Recap, "trend">): Recap["trend"] {
  return trend?.series.total.actual === 0 ? null : trend;
}

/** ": reached 1 of 2 weekly goals, 1 not synced"; nothing where there is none. Goals of other periods are not among them. */
function results(recap: Recap): string {
  if (isSilent(recap)) return ": nothing logged";
  const goals = recap.lines.flatMap(({ goal }) => goal ?? []);
  const of = (outcome: PastPeriod["outcome"]) => goals.filter((goal) => goal.outcome === outcome).length;
  const [reached, judged, unread] = [of("reached"), of("reached") + of("missed"), of("unread")];
  const open = unread === 0 ? [] : [`${unread.toLocaleString("en-US")} ${STATUSES.unread.words}`];
  if (judged > 0) {
    const result = `reached ${reached.toLocaleString("en-US")} of ${counted(judged, `${recap.period} goal`)}`;
    return `: ${[result, ...open].join(", ")}`;
  }
  return unread === 0 ? "" : `: ${counted(unread, `${recap.period} goal`)} ${STATUSES.unread.words}`;
}
