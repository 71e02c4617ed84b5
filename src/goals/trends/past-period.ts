import { type MetricType, metricOf, type Unit } from "../../metrics/metrics";
import type { DayRange } from "../../time/day";
import type { Calendar } from "../calendar";
import { toGo } from "../day-sums";
import { type Goal, type Period, targetOn } from "../goal";
import { goalSum, type RangeSums } from "../range-sums";
import { unreadDays } from "./unread-days";

/** How a period that is over came out; `off` where no day of it counted, `unread` while days that are not read whole may decide it. */
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
  /** The days that are not read whole, with neighbors as one range: of an unread one, and of one that is reached whatever they bring. */
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
  const read = isRead(type, range);
  const outcome = (): Outcome => {
    if (toGo(target, value) === 0 && (read || onlyGrows(unit))) return "reached";
    if (!read) return "unread";
    return counted.workingDays(range) === 0 ? "off" : "missed";
  };
  const past = { goalId, type, title, unit, period, ...range, target, value, outcome: outcome() };
  return read ? past : { ...past, unread: unreadDays({ type, ...range }, isRead) };
}

/** Counts the periods that asked for something, and of them those that were reached, missed, and cannot be judged yet. */
export function reachedOf(periods: readonly Pick<PastPeriod, "outcome">[]) {
  const of = (is: Outcome) => periods.filter(({ outcome }) => outcome === is).length;
  const [reached, missed, unread] = [of("reached"), of("missed"), of("unread")];
  return { reached, missed, unread, all: reached + missed + unread };
}

/** Tells whether days that are not read can't take anything away: there are no negative calls, but credits. */
export function onlyGrows(unit: Unit): boolean {
  return unit !== "dollars";
}
