import type { Digest } from "../../digests/content/digest";
import type { GoalLine } from "../../goals/overview";
import { metricOf } from "../../metrics/metrics";
import { SOURCES } from "../../metrics/sources";
import type { Freshness } from "../../sync/state/freshness";
import { addDays } from "../../time/day";
import { weekdaysInWords } from "../../words/dates";
import type { DisplayContext } from "../ui/dates";
import { oldDataLine } from "../ui/freshness";
import { BEFORE_MARK, type StaleMark } from "../ui/stale-marks";
import { foreign, listed } from "../ui/text";

interface FigureSources extends DisplayContext {
  readonly digest: Pick<Digest, "goals" | "yesterday">;
  /** Covers the sources that these goals are counted from, except those that are off. */
  readonly freshness: readonly Freshness[];
}

/** Figures that syncs read are called old when they are older than this: a digest's own sync is an hour old at most. */
const OLD_MS = 2 * 3_600_000;

/**
 * A clear word for each source whose figures are missing or old, with what is wrong where that is known; not for those of which
 * `oldMark` says so beside the one metric that they bring to.
 */
export function oldFigures({ freshness, digest, ...reading }: FigureSources): readonly string[] {
  const never = freshness.filter(({ asOf }) => asOf === null).map(({ source }) => SOURCES[source].title);
  const marked = markedSources({ freshness, digest, ...reading });
  const old = freshness.filter((one) => one.asOf !== null && isOld(one, { digest, ...reading }) && !marked.has(one));
  return [
    ...(never.length === 0 ? [] : [`⚠️ *${listed(never)} has no data yet*: those figures are missing below.`]),
    ...old.map((one) => `⚠️ ${oldTitles(one, digest.goals)}${oldDataLine(one, reading)}`),
    ...missingDays(freshness, digest.goals),
  ];
}

/** Says beside a metric how old its figures are, where they are and its source brings to no other of these goals. */
export function oldMark(values: FigureSources): StaleMark {
  const marked = [...markedSources(values)];
  return ({ type }) =>
    marked
      .filter(({ source }) => metricOf(type).sources.includes(source))
      .map((one) => `${BEFORE_MARK}⚠️ ${oldDataLine(one, values)}`)
      .join("");
}

/** Sources that are old and no more than that, and bring to a single metric of these goals. */
function markedSources({ freshness, digest, ...reading }: FigureSources): ReadonlySet<Freshness> {
  const types = [...new Set(digest.goals.map(({ type }) => type))];
  const isOnlyOld = (one: Freshness) =>
    one.asOf !== null && one.state !== "failed" && isOld(one, { digest, ...reading });
  const bringsToOne = ({ source }: Freshness) =>
    types.length > 1 && types.filter((type) => metricOf(type).sources.includes(source)).length === 1;
  return new Set(freshness.filter((one) => isOnlyOld(one) && bringsToOne(one)));
}

/** "Calls, Talk time: ": the metrics of these goals that come from a source, where not all of them do. */
function oldTitles({ source }: Freshness, goals: readonly GoalLine[]): string {
  const theirs = goals.filter(({ type }) => metricOf(type).sources.includes(source));
  if (theirs.length === goals.length) return "";
  const titles = [...new Set(theirs.map(({ title }) => foreign(title)))];
  return titles.length === 0 ? "" : `${titles.join(", ")}: `;
}

/** Says which days of a source are missing in a goal's period, because no sync has read them yet. */
function missingDays(freshness: readonly Freshness[], goals: readonly GoalLine[]): readonly string[] {
  return freshness.flatMap(({ source, from, imported }) => {
    const firsts = goals.filter(({ type }) => metricOf(type).sources.includes(source)).map((goal) => goal.from);
    const first = [...firsts].sort()[0];
    if (imported || from === undefined || first === undefined || first >= from) return [];
    const missing = weekdaysInWords({ from: first, to: addDays(from, -1) }, addDays(from, -1));
    return [
      `⚠️ *${SOURCES[source].title} hasn't been read for ${missing} yet*: figures for those days are missing below.`,
    ];
  });
}

/** Marks as stale what is older than a digest's own sync, too; an import is as old as it is. */
export function withOldMarked(freshness: readonly Freshness[], now: Date): readonly Freshness[] {
  return freshness.map((one) => {
    const stale = one.asOf === null || one.state === "failed" || (one.imported !== true && isAged(one.asOf, now));
    return stale ? { ...one, stale } : one;
  });
}

type Morning = DisplayContext & { readonly digest: Pick<Digest, "yesterday"> };

/** Tells whether `oldFigures` say of a source how old it is. */
export function isOldOrMissing(one: Freshness, morning: Morning): boolean {
  return one.asOf === null || isOld(one, morning);
}

/**
 * Tells whether figures are older than they should be in the morning: those of imports, which mostly come once a day in the evening, where
 * none came since the last workday began, and all others where the digest's own sync did not read them.
 */
function isOld({ state, asOf, imported }: Freshness, { digest: { yesterday }, days, now }: Morning): boolean {
  if (state === "failed" || asOf === null) return state === "failed";
  if (imported !== true) return isAged(asOf, now);
  return asOf < days.instantsOf({ from: yesterday.from, to: yesterday.to }).since;
}

function isAged(asOf: Date, now: Date): boolean {
  return now.getTime() - asOf.getTime() > OLD_MS;
}
