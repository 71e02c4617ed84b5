import type { KnownBlock } from "@slack/types";
import type { Recap } from "../../../digests/content/recap";
import type { RecapSpan } from "../../../digests/planned-message";
import type { Day } from "../../../time/day";
import { monthName } from "../../../words/dates";
import type { ChartBlock } from "../../ui/charts";
import { counted } from "../../ui/text";
import { outcomeInWords } from "./recap-lines-view";
import { drawable, type RecapParts, recapLineGroups, recapParts } from "./recap-view";

/** Somebody's recaps of a morning, below each other. */
export interface OwnRecaps {
  readonly recaps: readonly Recap[];
  /** The reader's date. */
  readonly today: Day;
}

/**
 * The recaps of one message, the week's before the month's: of those of what was behind the longer one has its chart, else the longer one of
 * all.
 */
export function ownRecaps({ recaps, today }: OwnRecaps): readonly RecapParts[] {
  const behind = recaps.findLastIndex(isBehind);
  const drawnAt = behind === -1 ? recaps.findLastIndex((recap) => drawable(recap) !== null) : behind;
  return recaps.map((recap, at) => recapParts(recap, { today, draws: at === drawnAt }));
}

/** So many metrics of one recap stand in a line. */
const MAX_IN_LINE = 4;

/** A recap in a line among others' figures: "*You, last week*: ✅ Calls: 7 of 5, 140%". */
export function ownLine(recap: Recap): string {
  const { told, silent } = recapLineGroups(recap);
  const shown = told.slice(0, MAX_IN_LINE).map((line) => outcomeInWords(line).replaceAll("*", ""));
  const more = told.length - shown.length;
  const words = [...shown, ...(more > 0 ? [`and ${counted(more, "more goal")}`] : [])].join(" · ");
  const name = recap.period === "weekly" ? "last week" : monthName(recap.from);
  return `*You, ${name}*: ${silent ? "nothing logged" : words}`;
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
