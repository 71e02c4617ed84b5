import type { KnownBlock } from "@slack/types";
import type { Recap, RecapLine } from "../../../digests/content/recap";
import type { RecapSpan, ReportedFigure } from "../../../digests/planned-message";
import type { Day } from "../../../time/day";
import { monthName, shortRange } from "../../../words/dates";
import { section } from "../../ui/blocks";
import type { ChartBlock } from "../../ui/charts";
import { counted } from "../../ui/text";
import { outcomeInWords } from "./recap-lines-view";
import { drawable, isLastWeek, type RecapParts, reachedKeys, recapLineGroups, recapParts } from "./recap-view";

/** Somebody's recaps of a morning, below each other. */
export interface OwnRecaps {
  readonly recaps: readonly Recap[];
  /** The reader's date. */
  readonly today: Day;
  /** What the last days of the week that ended brought, as mrkdwn; `null` where that is said elsewhere. */
  readonly lastDays?: string | null;
}

/**
 * The recaps of one message, the week's before the month's: of those of what was behind the longer one has its chart, else the longer one of
 * all. A week's beside a month's is short, unless it has the chart.
 */
export function ownRecaps({ recaps, today, lastDays = null }: OwnRecaps): readonly RecapParts[] {
  const behind = recaps.findLastIndex(isBehind);
  const drawnAt = behind === -1 ? recaps.findLastIndex((recap) => drawable(recap) !== null) : behind;
  const hasMonth = recaps.some(({ period }) => period === "monthly");
  return recaps.map((recap, at) => {
    const draws = at === drawnAt;
    const short = hasMonth && recap.period === "weekly" && !draws;
    return recapParts(recap, { today, draws, short, lastDays: isLastWeek(recap, today) ? lastDays : null });
  });
}

/** So many metrics of one recap stand in one's own line. */
const MAX_IN_OWN_LINE = 4;

/** What a manager's own week and month came to, a line each in one block; none without any. */
export function ownBlocks(recaps: readonly Recap[], today: Day): readonly KnownBlock[] {
  return recaps.length === 0 ? [] : [section(recaps.map((one) => ownLine(one, today)).join("\n"))];
}

/** A recap in a line among others' figures: "*You, last week*: ✅ Calls: 7 of 5, 140%", "*You, week of Oct 12–18*: …". */
export function ownLine(recap: Recap, today: Day): string {
  const { told, silent } = recapLineGroups(recap);
  const shown = inOwnLine(recap).map((line) => outcomeInWords(line).replaceAll("*", ""));
  const more = told.length - shown.length;
  const words = [...shown, ...(more > 0 ? [`and ${counted(more, "more goal")}`] : [])].join("; ");
  return `*You, ${ownName(recap, today)}*: ${silent ? "nothing logged" : words}`;
}

function ownName(recap: Recap, today: Day): string {
  if (recap.period === "monthly") return monthName(recap.from);
  return isLastWeek(recap, today) ? "last week" : `week of ${shortRange(recap)}`;
}

/** Keys of what one's own line says was reached, as praise has them. */
export function reachedInOwnLine(recap: Recap): readonly string[] {
  return reachedKeys(inOwnLine(recap));
}

/** Keeps of what recaps come to the figures that one's own lines show. */
export function figuresInOwnLines(
  recaps: readonly Recap[],
  figures: readonly ReportedFigure[],
): readonly ReportedFigure[] {
  return figures.filter((figure) =>
    recaps.some((recap) => isOf([recap], figure) && inOwnLine(recap).some(({ type }) => type === figure.type)),
  );
}

/** Tells whether a figure is of just the days of one of these weeks and months. */
export function isOf(spans: readonly RecapSpan[], { from, to }: ReportedFigure): boolean {
  return spans.some((span) => span.from === from && span.to === to);
}

function inOwnLine(recap: Recap): readonly RecapLine[] {
  const { told, silent } = recapLineGroups(recap);
  // That nothing was logged is said of all.
  return silent ? told : told.slice(0, MAX_IN_OWN_LINE);
}

/** A recap with its chart in lines, as every workspace takes it. */
export function inFull({ words, points }: RecapParts): readonly KnownBlock[] {
  return [...words, ...points];
}

/** A recap with its chart. */
export function inCharts({ words, chart, points }: RecapParts): readonly (KnownBlock | ChartBlock)[] {
  return [...words, ...(chart.length > 0 ? chart : points)];
}

/** Names the week or the month of a recap. */
export function recapSpan({ period, from, to }: RecapSpan): RecapSpan {
  return { period, from, to };
}

/** Tells whether what a recap draws was behind in the end. */
function isBehind(recap: Recap): boolean {
  const ended = drawable(recap)?.series.ended ?? null;
  return ended !== null && ended.actual < ended.pace;
}
