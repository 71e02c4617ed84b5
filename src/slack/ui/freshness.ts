import { type MetricType, metricOf } from "../../metrics/metrics";
import { bySource, SOURCE_IDS, SOURCES } from "../../metrics/sources";
import type { SyncProblem } from "../../sync/report";
import type { Freshness } from "../../sync/state/freshness";
import { type DisplayContext, momentInWords } from "./dates";
import { readTogether } from "./read-together";
import { listed } from "./text";

/**
 * "*Copper*: as of 2:05 PM EDT", "*JustCall*: last read Fri 10:10 PM EDT, could not be read since". It says nothing of why,
 * which names settings that are for admins alone: they are told by DM.
 */
export function freshnessLine(freshness: Freshness, display: DisplayContext): string {
  return `*${SOURCES[freshness.source].title}*: ${stateInWords(freshness, display)}`;
}

/** Says an instant by each reader's own clock unless `moment` says it otherwise. */
interface MomentDisplay extends DisplayContext {
  readonly moment?: (at: Date, display: DisplayContext) => string;
}

/**
 * "Copper, JustCall, and Fishbowl as of 2:05 PM EDT", of those read minutes apart "Copper and JustCall as of 2:05 PM EDT, Fishbowl as
 * of 1:10 PM EDT", and "JustCall no data yet"; it says nothing of what is wrong. A source that is off is left out, and `null` stands for none.
 */
export function asOfLine(freshness: readonly Freshness[], display: MomentDisplay): string | null {
  const on = readTogether(freshness.filter(({ state }) => state !== "off"));
  const minute = ({ asOf }: Freshness) => (asOf === null ? null : Math.floor(asOf.getTime() / 60_000));
  const minutes = [...new Set(on.map(minute))];
  const groups = minutes.map((one) => on.filter((source) => minute(source) === one));
  return groups.length === 0 ? null : groups.map((together) => asOfInWords(together, display)).join(", ");
}

/** Says of sources that were read in the same minute as of when; one at least. */
function asOfInWords(together: readonly Freshness[], { moment = momentInWords, ...display }: MomentDisplay): string {
  const asOf = together[0]?.asOf ?? null;
  const titles = listed(together.map(({ source }) => SOURCES[source].title));
  return `${titles} ${asOf === null ? "no data yet" : `as of ${moment(asOf, display)}`}`;
}

/**
 * Says in one quiet part how old figures are: "Updated today at 2:05 PM" by the oldest of the sources that syncs read, then of each that
 * changes by imports alone and is of another day or hour: "Fishbowl 9:00 AM", alone "Fishbowl updated 9:00 AM". Those that need more words are left out, and where there are
 * any, the others are named, all of them: "Copper updated today at 2:05 PM", "Fishbowl today at 1:10 PM", together where it was at one time.
 */
export function updatedParts(freshness: readonly Freshness[], display: DisplayContext): readonly string[] {
  const plain = freshness.filter(isPlain);
  const oldest = oldestSync(plain);
  const isNamed = freshness.some(isOld);
  const isSaid = Number.isFinite(oldest) && agedSince(freshness, display.now) === null;
  // Where the others are named, nobody would know of an import that is not, unless it is told with them.
  const near = isNamed ? MINUTE_MS : HOUR_MS;
  const isTold = ({ asOf }: Freshness) =>
    asOf !== null && Math.abs(asOf.getTime() - oldest) < near && (isSaid || !isNamed);
  const imports = plain.flatMap((one) => {
    const { source, asOf, imported } = one;
    if (imported !== true || asOf === null || isTold(one)) return [];
    return [`${SOURCES[source].title}${isSaid ? "" : " updated"} ${momentInWords(asOf, display)}`];
  });
  const named = plain.filter((one) => one.imported !== true || isTold(one));
  const updated = isNamed ? `${titlesOf(named)} updated` : "Updated";
  return [...(isSaid ? [`${updated} ${momentInWords(new Date(oldest), display)}`] : []), ...imports];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const AGED_MS = 2 * HOUR_MS;

/** When the oldest of the sources that syncs read was read, where that is hours ago and nothing is wrong: whoever looks now may want newer figures. */
export function agedSince(freshness: readonly Freshness[], now: Date): Date | null {
  const oldest = oldestSync(freshness.filter(isPlain));
  return Number.isFinite(oldest) && now.getTime() - oldest > AGED_MS ? new Date(oldest) : null;
}

function isPlain({ state, stale }: Freshness): boolean {
  return state === "fresh" && stale !== true;
}

/** Tells whether what it brought stands on the page, and is old. */
function isOld(one: Freshness): boolean {
  return one.state !== "off" && one.asOf !== null && !isPlain(one);
}

/** In ms; infinite where no sync has read any. */
function oldestSync(plain: readonly Freshness[]): number {
  return Math.min(
    ...plain.flatMap(({ asOf, imported }) => (asOf === null || imported === true ? [] : [asOf.getTime()])),
  );
}

/** Keeps what is known of the sources that these metrics come from. */
export function freshnessOf(freshness: readonly Freshness[], types: readonly MetricType[]): readonly Freshness[] {
  const sources = new Set(types.flatMap((type) => metricOf(type).sources));
  return freshness.filter(({ source }) => sources.has(source));
}

/** Says once when all was read, or of each source how it is where one is off, stale or failed; "" for no source. */
export function sourcesLine(freshness: readonly Freshness[], display: DisplayContext): string {
  const together = freshness.every(isPlain) ? asOfLine(freshness, display) : null;
  return together ?? freshness.map((one) => freshnessLine(one, display)).join("; ");
}

/** Says which data is old: "*Fishbowl* data is from Wed 2:17 PM EDT", and that a source could not be read since. */
export function oldDataLine({ source, asOf, state }: Freshness, display: DisplayContext): string {
  const from = asOf === null ? "has no data yet" : `data is from ${momentInWords(asOf, display)}`;
  return `*${SOURCES[source].title}* ${from}${state === "failed" ? `: could not be read since; ${TOLD}` : ""}`;
}

/** Says to whoever reads their own figures why these may be missing, and what to do: "JustCall could not be read. Nothing for you to do: your admins know". */
export function whyOld({ source, state }: Freshness): string {
  const { title } = SOURCES[source];
  return state === "failed"
    ? `${title} could not be read. Nothing for you to do: your admins know`
    : `Nothing newer was read from ${title}`;
}

function stateInWords({ state, asOf, stale }: Freshness, display: DisplayContext): string {
  const moment = asOf === null ? null : momentInWords(asOf, display);
  switch (state) {
    case "off":
      return moment === null ? "off" : `off; figures from ${moment}`;
    case "never":
      return "no data yet";
    case "fresh": {
      if (moment === null) return "no data yet";
      return stale === true ? `last read ${moment}, but the latest sync is missing` : `as of ${moment}`;
    }
    case "failed":
      return `${moment === null ? "could not be read yet" : `last read ${moment}, could not be read since`}; ${TOLD}`;
  }
}

const TOLD = "your admins have been told";

/** What is known of the first sync while nothing was ever read; `null` once something was. */
export type FirstSync = "running" | "waiting" | null;

/** How old the figures are that somebody looks at now. */
export interface FigureState extends DisplayContext {
  readonly freshness: readonly Freshness[];
  readonly first: FirstSync;
}

/** Stands in place of figures while nothing was ever read. */
export function noDataInWords(first: NonNullable<FirstSync>): string {
  return first === "running" ? FIRST_SYNC_RUNS : "No data yet. Run `/sync`: the first sync takes a few minutes.";
}

export const FIRST_SYNC_RUNS = "No data yet. Your first sync is running; figures appear here on their own.";

/** "Copper, JustCall, and Fishbowl"; or with "or". */
export function sourceTitles(word: "and" | "or" = "and"): string {
  return titlesOf(
    SOURCE_IDS.map((source) => ({ source })),
    word,
  );
}

/** "Copper and JustCall"; or with "or". */
export function titlesOf(sources: readonly Pick<Freshness, "source">[], word: "and" | "or" = "and"): string {
  return listed(
    sources.map(({ source }) => SOURCES[source].title),
    word,
  );
}

/** What people call whatever a problem is with. */
export const PLACE_NAMES: Readonly<Record<SyncProblem["source"], string>> = {
  ...bySource((source) => SOURCES[source].title),
  slack: "the Slack member list",
  goals: "the goals",
};
