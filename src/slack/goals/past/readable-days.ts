import { daysOf } from "../../../goals/calendar";
import type { PastPeriod } from "../../../goals/trends/past-period";
import type { Freshness } from "../../../sync/state/freshness";
import type { DayRange, ZoneDays } from "../../../time/day";
import { dayRanges } from "../../../time/day-ranges";
import { freshnessOf } from "../../ui/freshness";

interface SourcesRead {
  readonly states: readonly Freshness[];
  /** The team's. */
  readonly days: ZoneDays;
}

/**
 * Lists the days of past periods that were not read and that a sync can bring, the earliest first: none of a metric whose sources are all
 * off, and none after the last import of a source that changes by imports alone.
 */
export function readableDays(
  past: readonly Pick<PastPeriod, "type" | "unread">[],
  { states, days }: SourcesRead,
): readonly DayRange[] {
  const readable = past.flatMap(({ type, unread = [] }) => {
    const on = freshnessOf(states, [type]).filter(({ state }) => state !== "off");
    const imported = on.filter((one) => one.imported === true);
    if (on.length === 0) return [];
    // The day of an import may have had orders after it.
    const isImported = (end: Date) => imported.every(({ asOf }) => asOf !== null && asOf >= end);
    return unread.flatMap(daysOf).filter((day) => isImported(days.instantsOf({ from: day, to: day }).until));
  });
  return dayRanges([...new Set(readable)].sort());
}
