import type { GlanceLine } from "../../../../goals/overview";
import type { GlancePast } from "../../../../goals/trends/glance-past";
import type { MetricType } from "../../../../metrics/metrics";
import type { ReadDays } from "../../../../sync/state/read-days";
import type { Day } from "../../../../time/day";
import { weekdayInWords } from "../../../../words/dates";
import { sparkline } from "../../../../words/sparklines";
import { counted } from "../../../ui/text";

/** What was done in each metric on one's last days, as small bars. */
export interface RecentBars {
  /** "10 workdays", of which the bars are. */
  readonly head: string;
  readonly of: ReadonlyMap<MetricType, string>;
  /** "bars through Tue, Oct 27", and that some lack days. */
  readonly note: string;
}

/** Draws the last days of metrics; `null` where none of these days was read. */
export function recentBars(lines: readonly GlanceLine[], { isRead }: Pick<ReadDays, "isRead">): RecentBars | null {
  const drawn = lines.map((line) => ({ line, read: readOf(line, isRead) }));
  const days = daysOf(drawn.map(({ read }) => read));
  const last = days.at(-1);
  if (last === undefined) return null;
  const noun = lines[0]?.past?.paceDays === "calendar" ? "day" : "workday";
  const gaps = drawn.some(({ read }) => read.length < days.length) ? ", without days not synced yet" : "";
  return {
    head: counted(days.length, noun),
    of: new Map(
      drawn.flatMap(({ line, read }) =>
        read.length === 0 ? [] : [[line.type, sparkline(read.map(({ value }) => value))]],
      ),
    ),
    note: `bars through ${weekdayInWords(last)}${gaps}`,
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
