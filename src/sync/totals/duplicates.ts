import type { CallFact, CallStart, DuplicateMark } from "../../metrics/fact-store";

/** Two calls of one rep that began at most this long apart, both ends included, are one call. */
export const DUPLICATE_REACH_MS = 120_000;

interface Start {
  readonly _id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** When each rep's calls began that may cover another's: a day of a large team has so many that no more of them is kept. */
export class CallStarts {
  private readonly byUser = new Map<string, Start[]>();
  private isSorted = true;

  /** @param userOf finds the rep of an owner; a call without one covers none. */
  constructor(private readonly userOf: (owner: string) => string | null) {}

  add(calls: Iterable<CallStart>): void {
    for (const { _id, at, owner } of calls) {
      const user = this.userOf(owner);
      if (user === null) continue;
      const start = { _id, at: at.getTime() };
      const mine = this.byUser.get(user);
      if (mine === undefined) this.byUser.set(user, [start]);
      else mine.push(start);
    }
    this.isSorted = false;
  }

  /** Finds a rep's start nearest to an instant and within reach of it, of two equally near the earlier one. */
  nearest(user: string, at: number): Start | null {
    if (!this.isSorted) {
      for (const mine of this.byUser.values()) mine.sort((a, b) => a.at - b.at || (a._id < b._id ? -1 : 1));
      this.isSorted = true;
    }
    return nearestWithin(this.byUser.get(user) ?? [], at);
  }
}

/**
 * Which marks must change so that every Copper call within reach of one of the same rep's counting JustCall calls is
 * that call's duplicate, its talk time with it, and no other is.
 *
 * @param copper calls and talk time that their own source lets count.
 * @param starts of JustCall calls that count.
 * @param userOf finds the rep of a Copper owner; a call without one is never a duplicate.
 */
export function duplicateMarks(
  { copper, starts }: { readonly copper: readonly CallFact[]; readonly starts: CallStarts },
  userOf: (owner: string) => string | null,
): readonly DuplicateMark[] {
  return copper.flatMap(({ _id, owner, at, duplicateOf: before = null }): DuplicateMark[] => {
    const user = userOf(owner);
    const nearest = user === null ? null : starts.nearest(user, at.getTime());
    const duplicateOf = nearest?._id ?? null;
    return duplicateOf === before ? [] : [{ _id, duplicateOf }];
  });
}

/** Found by halving, since a month holds many. */
function nearestWithin(starts: readonly Start[], at: number): Start | null {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = starts[middle];
    if (start !== undefined && start.at < at) low = middle + 1;
    else high = middle;
  }
  const near = [starts[low - 1], starts[low]].flatMap((start) => (start === undefined ? [] : [start]));
  const distance = (start: Start) => Math.abs(start.at - at);
  const [first, second] = near;
  if (first === undefined) return null;
  const best = second !== undefined && distance(second) < distance(first) ? second : first;
  return distance(best) <= DUPLICATE_REACH_MS ? best : null;
}
