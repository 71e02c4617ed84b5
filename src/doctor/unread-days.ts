import type { SourceId } from "../metrics/sources";
import { DEFAULT_DAYS } from "../sync/date-range";
import { isReadCompletely } from "../sync/report";
import type { SyncRun } from "../sync/run/run-store";
import { addDays, type Day, type ZoneDays } from "../time/day";

/** A sync that names no days reads today and these before it. */
const DAYS = DEFAULT_DAYS - 1;

/**
 * Lists those of the 29 days before today that no run read completely: a run reads a day completely when it asks for it, the source
 * succeeds, and it begins after the day has ended.
 */
export function unreadDays(
  source: SourceId,
  { runs, now, days }: { runs: readonly SyncRun[]; now: Date; days: ZoneDays },
): readonly Day[] {
  const today = days.dayOf(now);
  const read = runs.filter(({ results }) => results !== undefined && isReadCompletely(results[source]));
  return Array.from({ length: DAYS }, (_, index) => addDays(today, index - DAYS)).filter((day) => {
    const { since, until } = days.instantsOf({ from: day, to: day });
    return !read.some(
      ({ dateRange: { start, end }, startedAt }) =>
        Date.parse(start) <= since.getTime() && until.getTime() <= Date.parse(end) && startedAt >= until,
    );
  });
}
