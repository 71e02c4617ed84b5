import type { GlanceLine } from "../../../../goals/overview";
import type { GlancePast } from "../../../../goals/trends/glance-past";
import type { MetricType } from "../../../../metrics/metrics";
import type { ReadDays } from "../../../../sync/state/read-days";
import type { Day } from "../../../../time/day";
import { sparkline } from "../../../../words/sparklines";
import { counted } from "../../../ui/text";

/** What was done in each metric on one's last days, as small bars. */
export interface RecentBars {
  /** "10 workdays", of which the bars are. */
  readonly head: string;
  /** What a bar is of: "workday", or "day" where pace counts all. */
  readonly noun: string;
  readonly of: ReadonlyMap<MetricType, string>;
  /** The last of these days; all that is compared may go through a later one, on which nothing is counted. */
  readonly last: Day;
  /** Tells that they are of the very last days, none of which is missing at the end. */
  readonly isUpToDate: boolean;
  /** Tells that some lack days. */
  readonly hasGaps: boolean;
}

/** Draws the last days of metrics; `null` where none of these days was read. */
export function recentBars(lines: readonly GlanceLine[], { isRead }: Pick<ReadDays, "isRead">): RecentBars | null {
  const drawn = lines.map((line) => ({ line, read: readOf(line, isRead) }));
  const days = daysOf(drawn.map(({ read }) => read));
  const last = days.at(-1);
  if (last === undefined) return null;
  const noun = lines[0]?.past?.paceDays === "calendar" ? "day" : "workday";
  return {
    head: counted(days.length, noun),
    noun,
    of: new Map(
      drawn.flatMap(({ line, read }) =>
        read.length === 0 ? [] : [[line.type, sparkline(read.map(({ value }) => value))]],
      ),
    ),
    last,
    isUpToDate: lines[0]?.past?.recent.at(-1)?.day === last,
    hasGaps: drawn.some(({ read }) => read.length < days.length),
  };
}

/** The last days that were read: one that was not would be drawn as one on which nothing was done. */
function readOf({ type, past }: GlanceLine, isRead: ReadDays["isRead"]): GlancePast["recent"] {
  return (past?.recent ?? []).filter(({ day }) => isRead(type, { from: day, to: day }));
}

/** The days that were read of a metric at least, the earliest first. */
function daysOf(drawn: readonly GlancePast["recent"][]): readonly Day[] {
  return [...new Set(drawn.flatMap((recent) => recent.map(({ day }) => day)))].sort();
}
