import { type DayRange, daysBetween } from "../../time/day";
import { type Period, periodOf } from "../goal";
import { MAX_POINTS } from "./steps";
import type { Trend } from "./trends";

/**
 * Picks one trend a metric, in the order they have: against the goal whose period is that of the days that were asked about, the
 * monthly one for "this month"; where there is none, against the next nearest.
 *
 * @param asked the days as they were named, also those that lie ahead.
 */
export function mainTrends(trends: readonly Trend[], asked: DayRange): readonly Trend[] {
  const order = periodsFor(asked);
  const rank = ({ period }: Trend) => (period === null ? order.length : order.indexOf(period));
  return trends.filter((one) =>
    trends.every((other) => other === one || other.type !== one.type || rank(other) > rank(one)),
  );
}

/** The periods of goals by how well they fit days: those of one week, of one month, weeks, or months. */
function periodsFor({ from, to }: DayRange): readonly Period[] {
  if (from === to) return ["daily", "weekly", "monthly"];
  if (periodOf("weekly", from).to >= to) return ["weekly", "daily", "monthly"];
  const isMonthly = periodOf("monthly", from).to >= to || daysBetween(from, to) >= MAX_POINTS * 7;
  return isMonthly ? ["monthly", "weekly", "daily"] : ["weekly", "monthly", "daily"];
}
