import type { FactPosition } from "../../metrics/fact-store";
import { SOURCE_IDS, type SourceId } from "../../metrics/sources";
import type { Roster } from "../../people/roster";
import { addDays, type Day, type DayRange, type InstantRange, type ZoneDays } from "../../time/day";
import { DUPLICATE_REACH_MS } from "./duplicates";

/**
 * Finds the days whose totals depend on these facts: their own and, for a JustCall call within reach of midnight, the
 * neighboring day, where it may decide whether a Copper call counts.
 */
export function affectedDays(facts: Iterable<FactPosition>, days: ZoneDays): ReadonlySet<Day> {
  const bounds = new Map<Day, InstantRange>();
  const affected = new Set<Day>();
  for (const { source, type, day, at } of facts) {
    affected.add(day);
    if (source !== "justcall" || type !== "phone_call_quantity") continue;
    const { since, until } = bounds.get(day) ?? days.instantsOf({ from: day, to: day });
    bounds.set(day, { since, until });
    if (at.getTime() - since.getTime() <= DUPLICATE_REACH_MS) affected.add(addDays(day, -1));
    if (until.getTime() - at.getTime() <= DUPLICATE_REACH_MS) affected.add(addDays(day, 1));
  }
  return affected;
}

/**
 * Finds the days whose totals depend on whose a source's facts of these days are, wherever on them these lie: a JustCall call may
 * cover a Copper call of the day before or after.
 */
export function daysWithNeighbors(source: SourceId, days: readonly Day[]): readonly Day[] {
  return source === "justcall" ? days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]) : days;
}

/** How many days times owners are recomputed together. */
const OWNER_DAYS = 600;

/**
 * Splits a range into batches of days whose totals are made together, in order and without a gap: a small team's month
 * is one batch, a month of a thousand reps one per day, so that it fits in little memory.
 */
export function batchDays({ from, to }: DayRange, { owners }: Pick<Roster, "owners">): readonly DayRange[] {
  const maxOwners = Math.max(...SOURCE_IDS.map((source) => owners(source).length), 1);
  const length = Math.max(1, Math.floor(OWNER_DAYS / maxOwners));
  const parts: DayRange[] = [];
  for (let first = from; first <= to; first = addDays(first, length)) {
    const last = addDays(first, length - 1);
    parts.push({ from: first, to: last < to ? last : to });
  }
  return parts;
}

/** How many batches are made at once: while the totals of one are written, the records of the next are summed. */
export const BATCHES_AT_ONCE = 2;
