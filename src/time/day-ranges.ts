import { addDays, type Day, type DayRange } from "./day";

/** Joins consecutive days, which come in order, into ranges: Oct 1–3, Oct 5. */
export function dayRanges(days: readonly Day[]): readonly DayRange[] {
  const found: { from: Day; to: Day }[] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last !== undefined && addDays(last.to, 1) === day) last.to = day;
    else found.push({ from: day, to: day });
  }
  return found;
}
