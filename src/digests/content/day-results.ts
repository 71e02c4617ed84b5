import { type Goal, periodOf, targetOn } from "../../goals/goal";
import type { MetricType } from "../../metrics/metrics";
import type { Day, DayRange } from "../../time/day";

/** What a daily goal came to on a day that has ended. */
export interface DayResult {
  readonly day: Day;
  readonly reached: boolean;
}

/** What days came to, both ends included. */
export interface DayFigures extends DayRange {
  /** One a metric that the person has a goal in. */
  readonly figures: readonly DayFigure[];
}

interface DayFigure {
  readonly type: MetricType;
  readonly value: number;
  /** What its daily goal came to on the first of these days; absent where it has none, or the day may still change. */
  readonly daily?: DayResult;
}

interface Judged {
  readonly goals: readonly Goal[];
  readonly sum: (type: MetricType, range: DayRange) => number;
  readonly isFinal: (type: MetricType, range: DayRange) => boolean;
}

/** What the daily goal of a metric came to on a day; `null` where it has none, or that may still change. */
function dayResult(type: MetricType, { day, goals, sum, isFinal }: Judged & { readonly day: Day }): DayResult | null {
  const goal = goals.find((one) => one.type === type && one.period === "daily");
  const target = goal === undefined ? null : targetOn(goal, day);
  const range = periodOf("daily", day);
  return target === null || !isFinal(type, range) ? null : { day, reached: sum(type, range) >= target };
}

/** Puts beside figures of days that have ended what the daily goal of each came to on the first of them, a workday. */
export function withDayResults({ figures, ...range }: DayFigures, judged: Judged): DayFigures {
  const judgedOn = (one: DayFigure): DayFigure => {
    const daily = dayResult(one.type, { ...judged, day: range.from });
    return daily === null ? one : { ...one, daily };
  };
  return { ...range, figures: figures.map(judgedOn) };
}
