import type { Button, KnownBlock, ModalView } from "@slack/types";
import { isBehind } from "../../goals/status";
import { mainTrends } from "../../goals/trends/main-trends";
import type { Trend } from "../../goals/trends/trends";
import { metricOf } from "../../metrics/metrics";
import type { Day, DayRange } from "../../time/day";
import { dayInWords, rangeInWords } from "../../words/dates";
import { rangeButtons } from "../goals/trend-button-view";
import { context, header, type Message, plainText, section, sectionMessage, sections } from "../ui/blocks";
import { type ChartMessage, MAX_CHARTS } from "../ui/charts";
import { asOfLine, freshnessOf } from "../ui/freshness";
import { capitalized, listed, metricNoun, plainForeign, sentence, unbrokenParts } from "../ui/text";
import { runningOf, type TrendDisplay, trendPart } from "./part-view";

/**
 * Trends as charts, two at most, the most behind first, with the same in words. A metric is drawn once, against the goal whose
 * period the days fit; its other goals are in words beside it. Of one metric the heading says how things are.
 */
export function trendMessage(trends: readonly Trend[], display: TrendDisplay): Message | ChartMessage {
  if (trends.length === 0) return sectionMessage(NO_GOALS);
  const byMetric = behindFirst(mainTrends(trends, display.asked), display);
  const shown = byMetric.slice(0, MAX_CHARTS);
  const isOne = shown.length === 1;
  const parts = shown.map((trend) => {
    const others = trends.filter((one) => one.type === trend.type && one !== trend);
    return trendPart(trend, { ...display, others, isOne });
  });
  const title = isOne ? `${ownerWords(display)}${parts[0]?.title ?? ""}` : trendTitle(shown, display);
  const around = <B>(blocks: readonly B[]) => [
    header(title),
    ...blocks,
    ...footer(byMetric, { ...display, why: parts.map(({ why }) => why) }),
  ];
  return {
    text: `${sentence(title, MAX_TITLE)}. ${parts.map(({ text }) => text).join(" ")}`,
    blocks: around(parts.flatMap(({ summary, chart, others }) => [summary, ...chart, ...others])),
    plain: around(parts.flatMap(({ summary, lines, others }) => [summary, ...sections(lines), ...others])),
  };
}

/** Puts first what Home calls behind now, whatever the days that are drawn brought. */
function behindFirst(trends: readonly Trend[], display: TrendDisplay): readonly Trend[] {
  const isNow = (trend: Trend) => {
    const running = runningOf(trend, display);
    return running !== undefined && isBehind(running);
  };
  return [...trends.filter(isNow), ...trends.filter((trend) => !isNow(trend))];
}

/** A trend for Home, where Slack draws no chart: a modal with bars of text. */
export function trendModal({ text, ...message }: Message | ChartMessage): ModalView {
  const blocks = "plain" in message ? message.plain : message.blocks;
  // Its reader has the same buttons on the page below it.
  const shown = blocks.filter(({ type }) => type !== "actions");
  return {
    type: "modal",
    title: plainText("Trend"),
    close: plainText("Close"),
    blocks: shown.length > 0 ? shown : [section(text)],
  };
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

/** "Ana Torres · ", as plain text; nothing before one's own. */
function ownerWords({ whose }: Pick<TrendDisplay, "whose">): string {
  return whose === "me" ? "" : `${plainForeign(whose.name, MAX_NAME)} · `;
}

/** "Ana Torres · Calls and Emails, Aug 10 – Oct 28", one's own "Calls and Emails, …", as plain text. */
function trendTitle(shown: readonly Trend[], display: TrendDisplay): string {
  const { range, day } = display;
  const titles = shown.map(({ type }) => metricOf(type).title);
  const [from = range.from] = shown.map(({ series }) => series.total.from).sort();
  return `${ownerWords(display)}${listed(titles)}, ${rangeInWords({ from, to: range.to }, day.today)}`;
}

function footer(
  trends: readonly Trend[],
  { request, readSince, freshness, range, why, ...display }: TrendDisplay & { readonly why: readonly Button[] },
): readonly KnownBlock[] {
  const others = trends.slice(MAX_CHARTS).map(({ type }) => `\`/goals trend ${metricOf(type).name}\``);
  const notes = [
    ...(trends.some(({ period }) => period !== null) ? [PACE] : []),
    ...(readSince === null ? [] : [`nothing before ${dayInWords(readSince)} was read`]),
    ...begins(trends.slice(0, MAX_CHARTS), range),
    ...(others.length === 0 ? [] : [`the most behind are shown; also ${listed(others)}`]),
  ];
  const shown = trends.slice(0, MAX_CHARTS).map(({ type }) => type);
  const asOf = asOfLine(freshnessOf(freshness, shown), display);
  const said = [...(asOf === null ? [] : [asOf]), ...notes];
  return [
    ...(said.length === 0 ? [] : [context(unbrokenParts(said.map(capitalized).join(". ")))]),
    ...rangeButtons(request, why),
  ];
}

/** "the goal for calls began Oct 5", of each whose goal began within the days that were asked about. */
function begins(trends: readonly Trend[], { from }: DayRange): readonly string[] {
  return trends
    .filter(({ series }) => series.total.from > from)
    .map(({ type, series }) => `the goal for ${metricNoun(type, 0)} began ${dayInWords(series.total.from)}`);
}

const PACE = "pace is the target spread evenly over the days that count";
