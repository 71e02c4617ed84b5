import type { Fact } from "../../metrics/fact";
import { METRICS } from "../../metrics/metrics";
import type { SourceId } from "../../metrics/sources";
import type { Source } from "../../sources/source";
import { addDays, type Day, type ZoneDays } from "../../time/day";
import type { Freshness } from "../state/freshness";
import type { DirtyDay } from "../totals/dirty-days-store";

/** What tells which days of which source were read. */
export interface ReadState {
  readonly states: readonly Freshness[];
  readonly dirty: readonly DirtyDay[];
  readonly sources: readonly Pick<Source, "id" | "off" | "imported" | "reachDays">[];
  readonly days: ZoneDays;
  readonly now: Date;
}

/** A vendor's clock may be ahead of ours by so much. */
const CLOCK_SKEW_MS = 120_000;

/** Says whether the record has not happened yet: a sync reads it when its time has come. */
export function isAhead({ at }: Pick<Fact, "at">, { now }: Pick<ReadState, "now">): boolean {
  return at.getTime() > now.getTime() + CLOCK_SKEW_MS;
}

/** Says whether a sync has read all that the source has of a day; only then may a single record change its total. */
export function wasRead(
  { source, day }: Pick<Fact, "source" | "day">,
  { states, dirty, days }: Pick<ReadState, "states" | "dirty" | "days">,
): boolean {
  const state = states.find((one) => one.source === source);
  if (state === undefined || state.asOf === null || state.from === undefined) return false;
  // What stands as of midnight has nothing of the day that begins then.
  const last = days.dayOf(new Date(state.asOf.getTime() - 1));
  if (day < state.from || day > last) return false;
  return !dirty.some((one) => one.day === day && one.unread === source);
}

/**
 * Lists the days to read before records of theirs may count, for every source that feeds the same metrics, so that no total
 * shows one source's part alone. A source that was never read waits for its first sync, and what lies beyond a vendor's reach,
 * or ahead, cannot be read.
 */
export function daysToRead(
  waiting: readonly Pick<Fact, "source" | "day" | "at">[],
  state: ReadState,
): readonly Required<DirtyDay>[] {
  const marks = waiting
    .filter((fact) => !isAhead(fact, state) && canRead(fact, state))
    .flatMap(({ source, day }) =>
      state.sources
        .filter(({ id }) => sharesMetric(id, source) && canRead({ source: id, day }, state))
        .filter(({ id }) => !wasRead({ source: id, day }, state))
        .map(({ id }) => ({ day, unread: id })),
    );
  return [...new Map(marks.map((mark) => [`${mark.unread} ${mark.day}`, mark])).values()];
}

/** Says whether a sync can list what a source has of a day: it was read before, and the day is within the vendor's reach. */
export function canRead(
  { source, day }: { readonly source: SourceId; readonly day: Day },
  { sources, states, days, now }: ReadState,
): boolean {
  const from = sources.find(({ id }) => id === source);
  if (from === undefined || from.off !== undefined || from.imported) return false;
  const isKnown = states.some((state) => state.source === source && state.asOf !== null);
  return isKnown && (from.reachDays === undefined || day > addDays(days.dayOf(now), -from.reachDays));
}

function sharesMetric(one: SourceId, other: SourceId): boolean {
  return METRICS.some(({ sources }) => sources.includes(one) && sources.includes(other));
}
