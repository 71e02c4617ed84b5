import type { MetricType } from "../../metrics/metrics";
import { addDays, type DayRange } from "../../time/day";
import { daysOf } from "../calendar";

/** Lists the days of a range on which a metric was not read, or not to their end, with neighbors as one range. */
export function unreadDays(
  { type, from, to }: DayRange & { readonly type: MetricType },
  isRead: (type: MetricType, range: DayRange) => boolean,
): readonly DayRange[] {
  const unread: DayRange[] = [];
  for (const day of daysOf({ from, to })) {
    if (isRead(type, { from: day, to: day })) continue;
    const last = unread.at(-1);
    if (last !== undefined && addDays(last.to, 1) === day) unread[unread.length - 1] = { from: last.from, to: day };
    else unread.push({ from: day, to: day });
  }
  return unread;
}
