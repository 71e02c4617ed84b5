import type { MetricType } from "../metrics/metrics";
import { addDays, type Day, type DayRange, day, weekday } from "../time/day";

export type Period = "daily" | "weekly" | "monthly";

/** A target and the day it takes effect; the next one ends it. */
export interface DatedTarget {
  readonly from: Day;
  /** In the metric's unit, above zero. */
  readonly target: number;
}

/** The one team there is, as the goals that are everybody's together name it. */
export const TEAM = "sales";

/** One document of `goals`: a rep's, or with `team` everybody's together. */
export interface Goal {
  readonly _id: string;
  readonly userId?: string;
  readonly team?: string;
  readonly type: MetricType;
  readonly period: Period;
  readonly targets: readonly DatedTarget[];
  /** The sum of the metrics in the current period as of the last sync, rounded to two decimals. */
  readonly current: number;
  readonly active: boolean;
}

/** The target in force on a day; `null` while the first lies ahead. */
export function targetOn(goal: Pick<Goal, "targets">, day: Day): number | null {
  const begun = goal.targets.filter(({ from }) => from <= day);
  return [...begun].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)).at(-1)?.target ?? null;
}

/** The period a day lies in, both ends included: the day itself, Monday to Sunday, or the calendar month. */
export function periodOf(period: Period, today: Day): DayRange {
  switch (period) {
    case "daily":
      return { from: today, to: today };
    case "weekly": {
      const monday = addDays(today, 1 - weekday(today));
      return { from: monday, to: addDays(monday, 6) };
    }
    case "monthly": {
      const first = day(`${today.slice(0, 7)}-01`);
      const next = day(`${addDays(first, 31).slice(0, 7)}-01`);
      return { from: first, to: addDays(next, -1) };
    }
  }
}
