import type { ImportPreview } from "../sources/order-importer";
import { addDays, type Day, type DayRange } from "../time/day";
import { rangeInWords } from "../words/dates";
import { MAX_DAYS } from "./date-range";

/**
 * Limits a range to the year up to today and to days whose records are kept: a sync goes day by day, and days ahead have
 * no figures yet.
 */
export function syncedRange(
  affected: DayRange | null,
  { today, firstRetained }: { readonly today: Day; readonly firstRetained: Day },
): DayRange | null {
  const kept = since(firstRetained, since(addDays(today, 1 - MAX_DAYS), affected));
  if (kept === null || kept.from > today) return null;
  return kept.to <= today ? kept : { from: kept.from, to: today };
}

/** The part of a range from a day on; `null` for none. */
export function since(first: Day, range: DayRange | null): DayRange | null {
  if (range === null || range.to < first) return null;
  return range.from >= first ? range : { from: first, to: range.to };
}

/** The part of a range up to a day, that day included; `null` for none. */
export function upTo(last: Day, range: DayRange | null): DayRange | null {
  if (range === null || range.from > last) return null;
  return range.to <= last ? range : { from: range.from, to: last };
}

/** Says which days up to today are not synced now; what lies ahead is said with its orders. */
export function withNotice(
  preview: ImportPreview,
  { kept, range }: { readonly kept: DayRange | null; readonly range: DayRange | null },
): ImportPreview {
  if (kept === null || (range?.from === kept.from && range.to === kept.to)) return preview;
  const now = range === null ? "none of these days sync" : `only ${rangeInWords(range, range.to)} syncs`;
  const notice = `Orders span ${rangeInWords(kept, (range ?? kept).to)}; ${now} now, the rest when a sync covers it.`;
  return { ...preview, notices: [...preview.notices, notice] };
}
