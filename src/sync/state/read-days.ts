import { type MetricType, metricOf } from "../../metrics/metrics";
import type { Day, DayRange, ZoneDays } from "../../time/day";
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
  const sourcesOf = sourcesThatAreOn(states);
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

/** Tells on which of the team's days all sources of a metric that are on were last read; `null` where none is on. */
export function lastReadDay(states: readonly Freshness[], days: ZoneDays): (type: MetricType) => Day | "never" | null {
  const sourcesOf = sourcesThatAreOn(states);
  return (type) => {
    const read = sourcesOf(type).map(({ asOf }) => asOf);
    const [earliest] = read.filter((asOf) => asOf !== null).sort((a, b) => a.getTime() - b.getTime());
    if (read.includes(null)) return "never";
    return earliest === undefined ? null : days.dayOf(earliest);
  };
}

function sourcesThatAreOn(states: readonly Freshness[]): (type: MetricType) => readonly Freshness[] {
  const on = states.filter(({ state }) => state !== "off");
  return (type) => on.filter(({ source }) => metricOf(type).sources.includes(source));
}
