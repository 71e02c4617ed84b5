import { fromZonedTime } from "date-fns-tz/fromZonedTime";

/** Instants in ms, both included. */
export interface CallRange {
  readonly from: number;
  readonly to: number;
}

const MAX_RANGE_MS = 90 * 86_400_000;

/**
 * The range that `from_datetime` and `to_datetime` mean in a zone, or why the vendor refuses them. A day without a time
 * means its first second in `from` and its last in `to`.
 */
export function callRange(
  query: Readonly<Record<string, string>>,
  { zone, now }: { readonly zone: string; readonly now: Date },
): CallRange | { readonly refusal: string } {
  const from = instant(query.from_datetime, { zone, clock: "00:00:00" });
  const to = instant(query.to_datetime, { zone, clock: "23:59:59" });
  if (from === "unreadable" || to === "unreadable") return { refusal: "Invalid date format, use yyyy-mm-dd hh:mm:ss" };
  const oldest = threeMonthsBefore(now);
  if (from !== null && from < oldest) return { refusal: "Data is available for the last 3 months only" };
  if (from !== null && (to ?? now.getTime()) - from > MAX_RANGE_MS) return { refusal: "Date range exceeds 90 days" };
  // The filter is in seconds, so it includes calls within the last second.
  return { from: from ?? oldest, to: to === null ? Number.POSITIVE_INFINITY : to + 999 };
}

function instant(
  text: string | undefined,
  { zone, clock }: { readonly zone: string; readonly clock: string },
): number | null | "unreadable" {
  if (text === undefined || text === "") return null;
  if (!/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2})?$/.test(text)) return "unreadable";
  const at = fromZonedTime(text.length === 10 ? `${text} ${clock}` : text, zone).getTime();
  return Number.isNaN(at) ? "unreadable" : at;
}

function threeMonthsBefore(now: Date): number {
  return new Date(now).setUTCMonth(now.getUTCMonth() - 3);
}
