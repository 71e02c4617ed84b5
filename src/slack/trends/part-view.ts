import type { Button, KnownBlock } from "@slack/types";
import { standingApart } from "../../goals/metric-goals";
import type { GoalLine, TeamLine } from "../../goals/overview";
import type { Trend, TrendRange } from "../../goals/trends/trends";
import { metricOf } from "../../metrics/metrics";
import type { Freshness } from "../../sync/state/freshness";
import { readDays } from "../../sync/state/read-days";
import type { Day, DayRange } from "../../time/day";
import { rangeInWords } from "../../words/dates";
import type { TrendQuestion } from "../goals/trend-button-view";
import { context, section } from "../ui/blocks";
import type { ChartBlock } from "../ui/charts";
import type { DisplayContext } from "../ui/dates";
import { staleMark } from "../ui/stale-marks";
import { unbrokenParts } from "../ui/text";
import { metricWhyButton, whyButton } from "../why/button-view";
import { lately } from "./lately";
import { drawnTrend } from "./points";
import { alsoWords, stateTitle, toDo } from "./state-words";
import { OWN, trendChart } from "./trend-chart";
import { otherGoal, pointLines, trendHead } from "./words-view";

/** A person, or a team, whose name is "Team" for Everyone; `id` is as buttons carry it. */
export interface TrendSubject {
  readonly id: string;
  readonly name: string;
}

/** Says whose trends are shown, over which days, and how fresh they are. */
export interface TrendDisplay extends DisplayContext, Pick<TrendRange, "range" | "day"> {
  readonly whose: "me" | TrendSubject;
  readonly request: TrendQuestion & { readonly days: string };
  /** The days as they were named, of which `range` is what can be drawn. */
  readonly asked: DayRange;
  /** The goals of whoever is asked about, as these stand now on every other surface; none where the days are over. */
  readonly running: readonly (GoalLine & Partial<Pick<TeamLine, "origin">>)[];
  /** Set where earlier days were asked for: nothing before it was read. */
  readonly readSince: Day | null;
  readonly freshness: readonly Freshness[];
}

/** One metric of a message of trends. */
export interface TrendPart {
  /** How things are, in a line of plain text. */
  readonly title: string;
  readonly summary: KnownBlock;
  /** None where there is nothing to draw. */
  readonly chart: readonly ChartBlock[];
  /** "Why?", for the row of buttons at the end: a phone gives one beside words a third of the width. */
  readonly why: Button;
  /** The metric's other goals, below the chart. */
  readonly others: readonly KnownBlock[];
  /** The chart's points, a line each. */
  readonly lines: readonly string[];
  /** All of it in words. */
  readonly text: string;
}

/** Says and draws one trend; where it `isOne`, the heading has its title and its days are said here. */
export function trendPart(
  trend: Trend,
  display: TrendDisplay & { readonly others: readonly Trend[]; readonly isOne: boolean },
): TrendPart {
  const { freshness, day, range, whose, others, isOne } = display;
  const drawn = drawnTrend(trend, day);
  const running = runningOf(trend, display);
  const judged = { today: day, isRead: readDays({ states: freshness, ...display }).isRead };
  const title = stateTitle(trend, { ...judged, running });
  const mark = staleMark(freshness, display)(trend);
  const { from, to } = trend.series.total;
  const apart = standingApart(display.running);
  const also = others.flatMap((other) => {
    const line = runningOf(other, display);
    if (line === undefined) return otherGoal(other, range.from);
    // A daily goal is no task of its own beside the larger one that is told above.
    return line.origin !== undefined || apart.includes(line) ? alsoWords(line) : [];
  });
  const going = [...toDo(trend, running), lately(trend, judged)].filter((line) => line !== "");
  const summary = [
    ...(isOne ? [] : [`*${title}*`]),
    `${trendHead(trend)}${mark}${isOne ? `, ${rangeInWords({ from, to }, day.today)}` : ""}`,
    ...(going.length === 0 ? [] : [`*${going[0]}*`, ...going.slice(1)]),
  ].join("\n");
  const asked = [{ ...trend, title: metricOf(trend.type).title, from, to }, whose === "me" ? "me" : whose.id] as const;
  const points = pointLines(trend, { drawn, bars: false });
  const said = [isOne ? [] : [title], summary.replaceAll("*", "").split("\n"), also].flat();
  return {
    title,
    summary: section(summary),
    why: isOne ? whyButton(...asked) : metricWhyButton(...asked),
    chart:
      drawn.points.length === 0
        ? []
        : [trendChart(trend, { drawn, name: lineName(whose), days: rangeInWords({ from, to }, day.today) })],
    others: also.length === 0 ? [] : [context(unbrokenParts(also.join("; ")))],
    lines: pointLines(trend, { drawn, bars: true }),
    text: `${[...new Set(said)].join(". ")}. ${points.join("; ")}.`,
  };
}

/** The goal that a trend is against as it stands now; `undefined` where its days are over. */
export function runningOf(
  { type, period, origin }: Trend,
  { running, range, day }: TrendDisplay,
): TrendDisplay["running"][number] | undefined {
  if (range.to !== day.today) return undefined;
  return running.find((line) => line.type === type && line.period === period && (line.origin ?? "own") === origin);
}

function lineName(whose: TrendDisplay["whose"]): string {
  return whose === "me" ? OWN : whose.name;
}
