import { type Goal, periodOf, targetOn } from "../../goals/goal";
import type { MetricType } from "../../metrics/metrics";
import type { Day, DayRange } from "../../time/day";

/** What a daily goal came to on a day that has ended. */
export interface DayResult {
  readonly day: Day;
  readonly reached: boolean;
}

interface Judged {
  readonly goals: readonly Goal[];
  readonly sum: (type: MetricType, range: DayRange) => number;
  readonly isFinal: (type: MetricType, range: DayRange) => boolean;
}

/** What the daily goal of a metric came to on a day; `null` where it has none, or that may still change. */
export function dayResult(
  type: MetricType,
  { day, goals, sum, isFinal }: Judged & { readonly day: Day },
): DayResult | null {
  const goal = goals.find((one) => one.type === type && one.period === "daily");
  const target = goal === undefined ? null : targetOn(goal, day);
  const range = periodOf("daily", day);
  return target === null || !isFinal(type, range) ? null : { day, reached: sum(type, range) >= target };
}
