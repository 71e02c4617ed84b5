import { addDays, type Day, type InstantRange, type ZoneDays } from "../metrics/day";
import type { Fact } from "../metrics/fact";
import { REACH_MS } from "./duplicates";

/** As much of a fact as tells which totals hang on it. */
export type Whereabouts = Pick<Fact, "source" | "type" | "day" | "at">;

/**
 * The days whose totals hang on these facts: their own, and beside a JustCall call within reach of midnight the day
 * beyond, where it may be that it makes a Copper call count or not.
 */
export function touchedDays(facts: Iterable<Whereabouts>, days: ZoneDays): ReadonlySet<Day> {
  const bounds = new Map<Day, InstantRange>();
  const touched = new Set<Day>();
  for (const { source, type, day, at } of facts) {
    touched.add(day);
    if (source !== "justcall" || type !== "phone_call_quantity") continue;
    const { since, until } = bounds.get(day) ?? days.instantsOf({ from: day, to: day });
    bounds.set(day, { since, until });
    if (at.getTime() - since.getTime() <= REACH_MS) touched.add(addDays(day, -1));
    if (until.getTime() - at.getTime() <= REACH_MS) touched.add(addDays(day, 1));
  }
  return touched;
}
