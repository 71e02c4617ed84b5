import type { MetricType } from "../metrics/metrics";
import { addDays, type Day, type DayRange, day, weekday } from "../time/day";

export type Period = "daily" | "weekly" | "monthly";

/** A target and the day it is set from: it takes effect with the first period that begins on that day or after it. */
export interface DatedTarget {
  readonly from: Day;
  /** In the metric's unit, above zero. */
  readonly target: number;
}

/** One document of `goals`: a rep's, or with the id of a team, or `EVERYONE`, one of all its members together. */
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
  /** The day from which an archived goal counts no more; `null` where nobody noted it. */
  readonly archivedOn?: Day | null;
  /** The days on which it was archived and after which it was restored, the earliest first; no target was in force at their ends. */
  readonly pauses?: readonly DayRange[];
}

/**
 * The target of the period that a day lies in: of those set from its first day or before, the latest. One that is set
 * within a period leaves it as it is. `null` while the first lies ahead, and of a period that ended while the goal was archived: what
 * nobody was asked for is neither reached nor missed, whether the goal is restored later or not.
 */
export function targetOn(
  { targets, period, pauses = [] }: Pick<Goal, "targets" | "period" | "pauses">,
  day: Day,
): number | null {
  const { from: begin, to: end } = periodOf(period, day);
  if (pauses.some(({ from, to }) => from <= end && end <= to)) return null;
  const begun = targets.filter(({ from }) => from <= begin);
  return [...begun].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)).at(-1)?.target ?? null;
}

/** The days of a range on which a target is in force, in stretches: from the first period on that has one, but for those that ended while it was archived. */
export function inForce(
  goal: Pick<Goal, "targets" | "period" | "pauses">,
  { from, to }: DayRange,
): readonly DayRange[] {
  const [earliest] = goal.targets.map((target) => target.from).sort();
  if (earliest === undefined) return [];
  const begin = firstBegin(goal.period, earliest);
  const since = begin > from ? begin : from;
  if (goal.pauses === undefined) return since > to ? [] : [{ from: since, to }];
  const found: { from: Day; to: Day }[] = [];
  for (let first = since; first <= to; first = addDays(periodOf(goal.period, first).to, 1)) {
    const end = periodOf(goal.period, first).to;
    const stretch = { from: first, to: end < to ? end : to };
    const last = found.at(-1);
    if (targetOn(goal, first) === null) continue;
    if (last !== undefined && addDays(last.to, 1) === first) last.to = stretch.to;
    else found.push(stretch);
  }
  return found;
}

/** The first day of the first period that begins on a day or after it. */
export function firstBegin(period: Period, from: Day): Day {
  const running = periodOf(period, from);
  return running.from === from ? from : addDays(running.to, 1);
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
