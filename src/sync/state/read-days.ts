import { type MetricType, metricOf } from "../../metrics/metrics";
import type { DayRange, ZoneDays } from "../../time/day";
import type { Freshness } from "./freshness";

/** Tells which days of a metric are done with. */
export interface ReadDays {
  /** Whether these days have ended for the team, and every source of the metric that is on was read since. */
  isFinal(type: MetricType, range: DayRange): boolean;
  /** Whether they are final, and were all read: some source of the metric is on, and none that is was read from a later day only. */
  isRead(type: MetricType, range: DayRange): boolean;
}

export function readDays({
  states,
  days,
  now,
}: {
  readonly states: readonly Freshness[];
  readonly days: ZoneDays;
  readonly now: Date;
}): ReadDays {
  const on = states.filter(({ state }) => state !== "off");
  const sourcesOf = (type: MetricType) => on.filter(({ source }) => metricOf(type).sources.includes(source));
  const isFinal: ReadDays["isFinal"] = (type, range) => {
    const end = days.instantsOf(range).until;
    return end <= now && sourcesOf(type).every(({ asOf }) => asOf !== null && asOf >= end);
  };
  // Orders of before may have been imported, and may not: of days that no sync has read, nothing is claimed.
  const wasRead: ReadDays["isRead"] = (type, { from }) => {
    const sources = sourcesOf(type);
    return sources.length > 0 && sources.every((one) => one.from !== undefined && one.from <= from);
  };
  return { isFinal, isRead: (type, range) => isFinal(type, range) && wasRead(type, range) };
}
