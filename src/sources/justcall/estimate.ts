import type { InstantRange } from "../../time/day";
import { JUSTCALL_PAGE_SIZE, type JustCallPage } from "./client";
import type { JustCallList } from "./pages";
import type { ListedCall } from "./schema";
import type { Slice } from "./slices";

/** A walk over a slice whose first page is known. */
export interface BegunSlice {
  readonly slice: Slice;
  readonly list: Pick<JustCallList<ListedCall>, "read">;
  readonly first: JustCallPage;
}

/**
 * Returns how many calls of the window JustCall's totals promise; `null` without totals. Of what lies around the window, a part
 * by time is taken off.
 */
export function promisedCalls(begun: readonly BegunSlice[], window: InstantRange): number | null {
  const totals = begun.map(({ first }) => first.total).filter((total) => total !== null);
  if (totals.length === 0 || totals.length < begun.length) return null;
  return ofWindow(sum(totals), { begun, window });
}

/** Estimates from the first pages alone, whose calls stand in the order of time, how many the window holds. */
export function expectedCalls(begun: readonly BegunSlice[], window: InstantRange): number {
  return ofWindow(sum(begun.map(expectedInSlice)), { begun, window });
}

/** A page over less time than this says nothing about days. */
const SHORTEST_MS = 3_600_000;

function expectedInSlice({ slice: { from, to }, list, first }: BegunSlice): number {
  const { items, next } = first;
  if (next === null && items.length < JUSTCALL_PAGE_SIZE) return items.length;
  const last = items
    .map((raw) => list.read(raw).at?.getTime() ?? from)
    .reduce((one, other) => Math.max(one, other), from);
  return items.length * Math.max(1, (to - from) / Math.max(last - from, SHORTEST_MS));
}

function ofWindow(
  calls: number,
  { begun, window: { since, until } }: { begun: readonly BegunSlice[]; window: InstantRange },
): number {
  const asked = sum(begun.map(({ slice: { from, to } }) => to - from));
  return Math.round(calls * Math.min(1, (until.getTime() - since.getTime()) / asked));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
