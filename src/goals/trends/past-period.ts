import { type MetricType, metricOf, type Unit } from "../../metrics/metrics";
import type { DayRange } from "../../time/day";
import type { Calendar } from "../calendar";
import { toGo } from "../day-sums";
import { type Goal, type Period, targetOn } from "../goal";
import { goalSum, type RangeSums } from "../range-sums";
import { unreadDays } from "./unread-days";

/** How a period that is over came out; `off` where no day of it counted, `unread` while some of its days are not read whole. */
export type Outcome = "reached" | "missed" | "off" | "unread";

/** What a goal came to in a period that is over, by the target that was in force in it; figures in the metric's unit. */
export interface PastPeriod extends DayRange {
  readonly goalId: string;
  readonly type: MetricType;
  readonly title: string;
  readonly unit: Unit;
  readonly period: Period;
  readonly target: number;
  readonly value: number;
  readonly outcome: Outcome;
  /** The days of an unread one that are not read whole, with neighbors as one range. */
  readonly unread?: readonly DayRange[];
}

/** What past periods are judged by. */
export interface PastFigures {
  readonly sums: RangeSums;
  /** The days that pace counts for whose goals they are. */
  readonly counted: Calendar;
  /** Whether these days have ended and every source of the metric was read on each of them, and since. */
  readonly isRead: (type: MetricType, range: DayRange) => boolean;
}

/**
 * Says what a goal came to in one of its periods that is over; `null` where no target was in force.
 *
 * @throws {RangeError} where the sums do not hold the range.
 */
export function pastPeriod(
  goal: Goal,
  { range, sums, counted, isRead }: PastFigures & { readonly range: DayRange },
): PastPeriod | null {
  const target = targetOn(goal, range.to);
  if (target === null) return null;
  const { _id: goalId, type, period } = goal;
  const { title, unit } = metricOf(type);
  const value = goalSum(goal, { range, sums });
  const outcome = (): Outcome => {
    if (!isRead(type, range)) return "unread";
    if (toGo(target, value) === 0) return "reached";
    return counted.workingDays(range) === 0 ? "off" : "missed";
  };
  const past = { goalId, type, title, unit, period, ...range, target, value, outcome: outcome() };
  if (past.outcome !== "unread") return past;
  return { ...past, unread: unreadDays({ type, ...range }, isRead) };
}
