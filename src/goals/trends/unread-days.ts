import type { MetricType } from "../../metrics/metrics";
import type { DayRange } from "../../time/day";
import { dayRanges } from "../../time/day-ranges";
import { daysOf } from "../calendar";

/** Lists the days of a range on which a metric was not read, or not to their end, with neighbors as one range. */
export function unreadDays(
  { type, from, to }: DayRange & { readonly type: MetricType },
  isRead: (type: MetricType, range: DayRange) => boolean,
): readonly DayRange[] {
  return dayRanges(daysOf({ from, to }).filter((day) => !isRead(type, { from: day, to: day })));
}
