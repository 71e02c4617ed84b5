import type { InstantRange } from "../../metrics/day";
import { ZONE_MARGIN_MS } from "./reach";

const DAY_MS = 86_400_000;
const SECOND_MS = 1_000;
/** A window of so many days is walked in as many stretches, side by side. */
const STRETCHES = 4;

/** What one walk asks for: times of a clock whose zone is not known, both included, in ms as if they were UTC. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The stretches to ask for so that, with what was asked for up to `askedTo`, every call of the window is read whatever
 * the filter's zone. Neighbours share a second, as it is not documented to which of them a bound belongs.
 */
export function stretches(
  { since, until }: InstantRange,
  { askedTo, oldestAsked }: { askedTo: number | null; oldestAsked: number },
): readonly Stretch[] {
  const from = Math.max(since.getTime() - ZONE_MARGIN_MS, oldestAsked, askedTo ?? Number.NEGATIVE_INFINITY);
  const to = until.getTime() + ZONE_MARGIN_MS;
  if (from >= to) return [];
  const walks = until.getTime() - since.getTime() >= STRETCHES * DAY_MS ? STRETCHES : 1;
  const length = walks === 1 ? to - from : Math.ceil((to - from) / walks / DAY_MS) * DAY_MS;
  const count = Math.ceil((to - from) / length);
  return Array.from({ length: count }, (_, index) => ({
    from: Math.max(from + index * length - SECOND_MS, oldestAsked),
    to: Math.min(from + (index + 1) * length, to),
  }));
}

/** The filter's two bounds, rounded outwards to whole seconds. */
export function filter({ from, to }: Stretch): { readonly from_datetime: string; readonly to_datetime: string } {
  return { from_datetime: written(from), to_datetime: written(to + SECOND_MS - 1) };
}

function written(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace("T", " ");
}
