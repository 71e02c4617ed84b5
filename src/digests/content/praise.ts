import { PERIODS } from "../../goals/figures";
import { type Goal, type Period, periodOf, targetOn } from "../../goals/goal";
import type { GoalLine } from "../../goals/overview";
import { type MetricType, metricOf, type Unit } from "../../metrics/metrics";
import type { DayRange } from "../../time/day";

/** A target that was reached, of a period that ended lately or goes on. */
export interface Praise extends DayRange {
  readonly title: string;
  readonly unit: Unit;
  readonly period: Period;
  readonly value: number;
  readonly target: number;
}

/** Praises the best of the longest period that ended in these days, which are finished; `null` for none. */
export function endedPraise({
  finished,
  goals,
  sum,
}: {
  readonly finished: DayRange;
  readonly goals: readonly Goal[];
  readonly sum: (type: MetricType, range: DayRange) => number;
}): Praise | null {
  for (const { period, range } of endedPeriods(finished)) {
    const reached = goals.flatMap((goal): Praise[] => {
      const target = targetOn(goal, range.to);
      const value = sum(goal.type, range);
      if (goal.period !== period || target === null || value < target) return [];
      const { title, unit } = metricOf(goal.type);
      return [{ title, unit, period, ...range, value, target }];
    });
    const best = bestOf(reached);
    if (best !== null) return best;
  }
  return null;
}

/** Praises the best of what is reached and goes on; a day is praised only once it has ended. */
export function currentPraise(lines: readonly GoalLine[]): Praise | null {
  const reached = lines.filter(({ pace, period }) => pace.verdict === "reached" && period !== "daily");
  return bestOf(reached.map(({ current, ...line }) => ({ ...line, value: current })));
}

/** The periods that ended in these days, the longest first: a month's end is more than a day's. */
export function endedPeriods({ from, to }: DayRange): readonly { readonly period: Period; readonly range: DayRange }[] {
  return [...PERIODS]
    .reverse()
    .map((period) => ({ period, range: periodOf(period, from) }))
    .filter(({ range }) => range.to <= to);
}

function bestOf(praises: readonly Praise[]): Praise | null {
  const share = ({ value, target }: Praise) => value / target;
  const [best] = [...praises].sort((a, b) => share(b) - share(a));
  if (best === undefined) return null;
  const { title, unit, period, from, to, value, target } = best;
  return { title, unit, period, from, to, value, target };
}
