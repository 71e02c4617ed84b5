import type { KnownBlock } from "@slack/types";
import type { Recap } from "../../../digests/content/recap";
import type { RecapSpan } from "../../../digests/planned-message";
import type { Day } from "../../../time/day";
import type { ChartBlock } from "../../ui/charts";
import { drawable, type RecapParts, recapParts } from "./recap-view";

/** Somebody's recaps of a morning, below each other. */
export interface OwnRecaps {
  readonly recaps: readonly Recap[];
  /** The reader's date. */
  readonly today: Day;
  /** Whether others' figures stand in the same message, so that headings say whose these are. */
  readonly amongOthers?: boolean;
}

/**
 * The recaps of one message, the week's before the month's: of those of what was behind the longer one has its chart, else the longer one of
 * all. Among others' figures a chart of what went well is left out.
 */
export function ownRecaps({ recaps, ...options }: OwnRecaps): readonly RecapParts[] {
  const behind = recaps.findLastIndex(isBehind);
  const any = options.amongOthers === true ? -1 : recaps.findLastIndex((recap) => drawable(recap) !== null);
  const drawnAt = behind === -1 ? any : behind;
  return recaps.map((recap, at) => recapParts(recap, { ...options, draws: at === drawnAt }));
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
