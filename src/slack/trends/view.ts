import type { KnownBlock, ModalView } from "@slack/types";
import type { Trend, TrendRange } from "../../goals/trends/trends";
import { metricOf } from "../../metrics/metrics";
import type { Freshness } from "../../sync/state/freshness";
import type { Day, DayRange } from "../../time/day";
import { dayInWords, rangeInWords } from "../../words/dates";
import { rangeButtons, type TrendQuestion } from "../goals/trend-button-view";
import { context, header, type Message, plainText, section, sectionMessage, sections } from "../ui/blocks";
import { type ChartBlock, type ChartMessage, MAX_CHARTS } from "../ui/charts";
import type { DisplayContext } from "../ui/dates";
import { asOfLine, freshnessOf, staleMark } from "../ui/freshness";
import { listed, metricNoun, plainForeign, sentence } from "../ui/text";
import { whyButton } from "../why/button-view";
import { drawnTrend } from "./points";
import { trendChart } from "./trend-chart";
import { otherGoal, pointLines, trendHead, trendLines } from "./words-view";

/** A person, or a team, whose name is "Team" for Everyone; `id` is as buttons carry it. */
export interface TrendSubject {
  readonly id: string;
  readonly name: string;
}

/** Says whose trends are shown, over which days, and how fresh they are. */
export interface TrendDisplay extends DisplayContext, Pick<TrendRange, "range" | "day"> {
  readonly whose: "me" | TrendSubject;
  readonly request: TrendQuestion & { readonly days: string };
  /** Set where earlier days were asked for: nothing before it was read. */
  readonly readSince: Day | null;
  readonly freshness: readonly Freshness[];
}

/**
 * Trends as charts, two at most, the most behind first, with the same in words. A metric is drawn once, against the goal
 * that is most behind; its other goals are in words beside it.
 */
export function trendMessage(trends: readonly Trend[], display: TrendDisplay): Message | ChartMessage {
  if (trends.length === 0) return sectionMessage(NO_GOALS);
  const byMetric = trends.filter(({ type }, at) => trends.findIndex((one) => one.type === type) === at);
  const shown = byMetric.slice(0, MAX_CHARTS);
  const title = trendTitle(shown, display);
  const parts = shown.map((trend) => {
    const others = trends.filter((one) => one.type === trend.type && one !== trend);
    return trendPart(trend, { ...display, others });
  });
  const around = <B>(blocks: readonly B[]) => [header(title), ...blocks, ...footer(byMetric, display)];
  return {
    text: `${sentence(title, MAX_TITLE)}. ${parts.map(({ text }) => text).join(" ")}`,
    blocks: around(parts.flatMap(({ summary, chart }) => [summary, ...chart])),
    plain: around(parts.flatMap(({ summary, lines }) => [summary, ...sections(lines)])),
  };
}

/** A trend for Home, where Slack draws no chart: a modal with bars of text. */
export function trendModal({ text, ...message }: Message | ChartMessage): ModalView {
  const blocks = "plain" in message ? message.plain : message.blocks;
  // Its reader has the same buttons on the page below it.
  const shown = blocks.filter(({ type }) => type !== "actions").map(withoutButton);
  return {
    type: "modal",
    title: plainText("Trend"),
    close: plainText("Close"),
    blocks: shown.length > 0 ? shown : [section(text)],
  };
}

function withoutButton(block: KnownBlock): KnownBlock {
  if (block.type !== "section") return block;
  const { accessory: _, ...text } = block;
  return text;
}

const NO_GOALS =
  "No goals on these days, so there's no pace to compare with. Name a number to see it over time: `/goals trend calls`.";

/** Says that none of the days was ever read, and what reads them. */
export function nothingRead({ from, to }: DayRange, today: Day): Message {
  return sectionMessage(
    `Nothing was read of ${rangeInWords({ from, to }, today)} yet, so there's nothing to draw. Run \`/sync ${from}..${to < today ? to : today}\` first.`,
  );
}

/** With the longest metrics and days it fills a header, were each character two for Slack. */
const MAX_NAME = 35;
const MAX_TITLE = 200;

/** "Ana Torres · Calls, Aug 10 – Oct 28", one's own "You · Calls, …", as plain text. */
function trendTitle(shown: readonly Trend[], { whose, range, day }: TrendDisplay): string {
  const titles = shown.map(({ type }) => metricOf(type).title);
  const [from = range.from] = shown.map(({ series }) => series.total.from).sort();
  return `${plainForeign(lineName(whose), MAX_NAME)} · ${listed(titles)}, ${rangeInWords({ from, to: range.to }, day.today)}`;
}

interface TrendPart {
  readonly summary: KnownBlock;
  /** None where there is nothing to draw. */
  readonly chart: readonly ChartBlock[];
  /** The chart's points, a line each. */
  readonly lines: readonly string[];
  /** All of it in words. */
  readonly text: string;
}

function trendPart(trend: Trend, display: TrendDisplay & { readonly others: readonly Trend[] }): TrendPart {
  const { freshness, day, range, whose, others } = display;
  const drawn = drawnTrend(trend, day);
  const mark = staleMark(freshness, display)(trend);
  const { from, to } = trend.series.total;
  const lines = [
    `${trendHead(trend)}${mark}`,
    ...trendLines(trend, { drawn, today: day }),
    ...others.map((other) => otherGoal(other, range.from)),
  ];
  const summary = lines.join("\n");
  const why = whyButton({ ...trend, title: metricOf(trend.type).title, from, to }, whose === "me" ? "me" : whose.id);
  return {
    summary: { ...section(summary), accessory: why },
    chart:
      drawn.points.length === 0
        ? []
        : [trendChart(trend, { drawn, name: lineName(whose), days: rangeInWords({ from, to }, day.today) })],
    lines: pointLines(trend, { drawn, bars: true }),
    text: `${summary.replaceAll("*", "").replaceAll("\n", ". ")}. ${pointLines(trend, { drawn, bars: false }).join("; ")}.`,
  };
}

function lineName(whose: TrendDisplay["whose"]): string {
  return whose === "me" ? "You" : whose.name;
}

function footer(
  trends: readonly Trend[],
  { request, readSince, freshness, range, ...display }: TrendDisplay,
): readonly KnownBlock[] {
  const others = trends.slice(MAX_CHARTS).map(({ type }) => `\`/goals trend ${metricOf(type).name}\``);
  const notes = [
    ...(trends.some(({ period }) => period !== null) ? [PACE] : []),
    ...(readSince === null ? [] : [`Nothing before ${dayInWords(readSince)} was read, so it starts there.`]),
    ...begins(trends.slice(0, MAX_CHARTS), range),
    ...(others.length === 0 ? [] : [`The most behind are shown; also ${listed(others)}.`]),
  ];
  const shown = trends.slice(0, MAX_CHARTS).map(({ type }) => type);
  const asOf = asOfLine(freshnessOf(freshness, shown), display);
  const lines = [...(notes.length === 0 ? [] : [notes.join(" ")]), ...(asOf === null ? [] : [asOf])];
  return [...lines.map(context), ...rangeButtons(request)];
}

/** "The goal for calls began Oct 5, and so does its trend.", of each whose goal began within the days that were asked about. */
function begins(trends: readonly Trend[], { from }: DayRange): readonly string[] {
  return trends
    .filter(({ series }) => series.total.from > from)
    .map(
      ({ type, series }) =>
        `The goal for ${metricNoun(type, 0)} began ${dayInWords(series.total.from)}, and so does its trend.`,
    );
}

const PACE = "Pace is the goal's target spread evenly over the days that count.";
