import type { RecordSet } from "./record-set";

/** Far above the ids of samples and tests, which add records of their own later. */
const FIRST_ID = 800_000_000;

/** The id of what arrives next: above all that were used, and above those of samples and tests. */
export function nextArrivalId<T extends { readonly id: number }>(records: RecordSet<T>): number {
  return Math.max(FIRST_ID, records.unusedId);
}

/**
 * Makes what goes on in a busy account while it is read: each call lets something more arrive, until there were so many.
 *
 * @param arrive adds the nth arrival, from 1 on.
 */
export function arrivals(most: number, arrive: (nth: number) => void): () => void {
  let arrived = 0;
  return () => {
    if (arrived >= most) return;
    arrived += 1;
    arrive(arrived);
  };
}
