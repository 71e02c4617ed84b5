import { addDays, type DayRange } from "../metrics/day";
import { SOURCE_IDS } from "../metrics/metrics";
import type { Roster } from "../people/roster";

/** So many days of so many owners are made anew together. */
const OWNER_DAYS = 600;

/**
 * Cuts a range into stretches of days whose totals are made together, in order and without a gap: a small team's month is
 * one, a month of a thousand reps one a day, so that it fits in little memory.
 */
export function daysTogether({ from, to }: DayRange, { owners }: Pick<Roster, "owners">): readonly DayRange[] {
  const most = Math.max(...SOURCE_IDS.map((source) => owners(source).length), 1);
  const length = Math.max(1, Math.floor(OWNER_DAYS / most));
  const parts: DayRange[] = [];
  for (let first = from; first <= to; first = addDays(first, length)) {
    const last = addDays(first, length - 1);
    parts.push({ from: first, to: last < to ? last : to });
  }
  return parts;
}
