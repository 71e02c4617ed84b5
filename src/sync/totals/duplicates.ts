import type { CallFact, DuplicateMark } from "../../metrics/fact-store";

/** Two calls of one rep that began at most this long apart, both ends included, are one call. */
export const DUPLICATE_REACH_MS = 120_000;

type Start = Pick<CallFact, "_id" | "at">;

/**
 * Which marks must change so that every Copper call within reach of one of the same rep's counting JustCall calls is
 * that call's duplicate, its talk time with it, and no other is.
 *
 * @param copper calls and talk time that their own source lets count.
 * @param justcall calls that count.
 * @param userOf finds the rep of a call; a call without one is never a duplicate.
 */
export function duplicateMarks(
  { copper, justcall }: { readonly copper: readonly CallFact[]; readonly justcall: readonly CallFact[] },
  userOf: (call: CallFact) => string | null,
): readonly DuplicateMark[] {
  const starts = startsByUser(justcall, userOf);
  return copper.flatMap((fact): DuplicateMark[] => {
    const user = userOf(fact);
    const nearest = user === null ? null : nearestWithin(starts.get(user) ?? [], fact.at.getTime());
    const duplicateOf = nearest?._id ?? null;
    return duplicateOf === (fact.duplicateOf ?? null) ? [] : [{ _id: fact._id, duplicateOf: duplicateOf }];
  });
}

function startsByUser(
  calls: readonly CallFact[],
  userOf: (call: CallFact) => string | null,
): ReadonlyMap<string, readonly Start[]> {
  const starts = new Map<string, Start[]>();
  for (const call of calls) {
    const user = call.type === "phone_call_quantity" && call.counts ? userOf(call) : null;
    if (user === null) continue;
    const mine = starts.get(user);
    if (mine === undefined) starts.set(user, [call]);
    else mine.push(call);
  }
  for (const mine of starts.values()) mine.sort((a, b) => a.at.getTime() - b.at.getTime() || (a._id < b._id ? -1 : 1));
  return starts;
}

/** The nearest start, of two equally near the earlier one; found by halving, since a month holds many. */
function nearestWithin(starts: readonly Start[], at: number): Start | null {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = starts[middle];
    if (start !== undefined && start.at.getTime() < at) low = middle + 1;
    else high = middle;
  }
  const near = [starts[low - 1], starts[low]].flatMap((start) => (start === undefined ? [] : [start]));
  const distance = (start: Start) => Math.abs(start.at.getTime() - at);
  const [first, second] = near;
  if (first === undefined) return null;
  const best = second !== undefined && distance(second) < distance(first) ? second : first;
  return distance(best) <= DUPLICATE_REACH_MS ? best : null;
}
