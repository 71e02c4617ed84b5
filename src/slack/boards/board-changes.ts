import type { RenderedMessage } from "../../digests/planned-message";
import type { BoardChange } from "../../digests/shown-board";
import { METRICS, metricOf } from "../../metrics/metrics";
import { listed, metricNoun, plainForeign } from "../ui/text";
import { MISSING } from "./board-notes";
import { resultInWords } from "./ranking-words";
import { metricsInWords, rankedInWords } from "./settings-view";

/**
 * Tells whether a board that was posted says what a message would say now: the same headline, places and figures, of which the same is
 * missing. When and by whom each was posted, and how fresh it is, stands in its notes, which are left out, as its button is.
 *
 * @param body the posted one, as its row stores it.
 */
export function isSameBoard(body: string, now: Pick<RenderedMessage, "blocks">): boolean {
  const posted: Pick<RenderedMessage, "blocks"> = JSON.parse(body);
  return saidOf(posted) === saidOf(now);
}

function saidOf({ blocks }: Pick<RenderedMessage, "blocks">): string {
  const said = blocks.filter((block) => !isNote(block) || JSON.stringify(block).includes(MISSING));
  return JSON.stringify(said);
}

function isNote(block: object): boolean {
  return "type" in block && (block.type === "context" || block.type === "actions");
}

/** More metrics than these are counted, and more people with another result. */
const MAX_NAMED = 3;
const MAX_RESULTS = 2;
const MAX_NAME = 24;

/** What kinds of change there are: "its settings have", "its figures have", "its settings and figures have", and where it is not known, "it has". */
export function whatChanged(change: BoardChange | null): string {
  const kinds = [
    ...(settingsNow(change).length > 0 ? ["settings"] : []),
    ...(resultsNow(change).length > 0 ? ["figures"] : []),
  ];
  return kinds.length === 0 ? "it has" : `its ${listed(kinds)} have`;
}

/** "only calls", "top 2", as plain text: what is set now that was otherwise. */
export function settingsNow(change: BoardChange | null): readonly string[] {
  const { metrics, topN, by } = change?.settings ?? {};
  return [
    ...(metrics === undefined ? [] : [metricsNow(metrics)]),
    ...(topN === undefined ? [] : [`top ${topN}`]),
    ...(by === undefined ? [] : [rankedInWords(by)]),
  ];
}

function metricsNow(metrics: NonNullable<BoardChange["settings"]["metrics"]>): string {
  if (metrics.length === METRICS.length) return metricsInWords(null);
  return metrics.length > MAX_NAMED ? `${metrics.length} metrics` : `only ${metricsInWords(metrics)}`;
}

/**
 * "Ana Torres 9 calls (was 8)", "Ben Okafor 3 calls (not shown then)", "2 more": who has another result than was shown, as plain text; where nobody
 * has, who is not shown any more. What reads the same is no change.
 */
export function resultsNow(change: BoardChange | null): readonly string[] {
  if (change === null) return [];
  const { by, left } = change;
  const changed = change.results.flatMap(({ type, name, result, was }) => {
    const { unit } = metricOf(type);
    const [now, before] = [result, was].map((one) => (one === null ? null : resultInWords(one, { by, unit })));
    if (now === before) return [];
    const what = by === "share" ? `in ${metricOf(type).name}` : metricNoun(type, result);
    const then = before === null ? "not shown then" : `was ${before}`;
    return [`${plainForeign(name, MAX_NAME)} ${now} ${what} (${then})`];
  });
  const named = changed.slice(0, MAX_RESULTS);
  const more = changed.length - named.length;
  if (changed.length > 0) return more === 0 ? named : [...named, `${more.toLocaleString("en-US")} more`];
  if (left.length === 0) return [];
  const gone = left.slice(0, MAX_RESULTS).map((name) => plainForeign(name, MAX_NAME));
  const others = left.length - gone.length;
  return [`${listed(others === 0 ? gone : [...gone, `${others.toLocaleString("en-US")} more`])} no longer shown`];
}
