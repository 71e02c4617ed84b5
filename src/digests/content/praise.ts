import { PERIODS } from "../../goals/figures";
import { type Goal, type Period, periodOf, targetOn } from "../../goals/goal";
import type { GoalLine } from "../../goals/overview";
import { type MetricType, metricOf, type Unit } from "../../metrics/metrics";
import type { DayRange } from "../../time/day";

/** A target that was reached, of a period that ended lately or goes on. */
export interface Praise extends DayRange {
  readonly type: MetricType;
  readonly title: string;
  readonly unit: Unit;
  readonly period: Period;
  readonly value: number;
  readonly target: number;
}

/** Names what is praised, so that it is praised once: its metric, its period and the first day of that. */
export function praiseKey({ type, period, from }: Pick<Praise, "type" | "period" | "from">): string {
  return `${type}:${period}:${from}`;
}

/** Praises the best of the longest period that ended in these days, which are finished; `null` for none. */
export function endedPraise({
  finished,
  goals,
  sum,
  praised,
}: {
  readonly finished: DayRange;
  readonly goals: readonly Goal[];
  readonly sum: (type: MetricType, range: DayRange) => number;
  /** Keys of what was praised before. */
  readonly praised: ReadonlySet<string>;
}): Praise | null {
  for (const { period, range } of endedPeriods(finished)) {
    const reached = goals.flatMap((goal): Praise[] => {
      const target = targetOn(goal, range.to);
      const value = sum(goal.type, range);
      if (goal.period !== period || target === null || value < target) return [];
      const { type } = goal;
      const { title, unit } = metricOf(type);
      return [{ type, title, unit, period, ...range, value, target }];
    });
    const best = bestOf(reached, praised);
    if (best !== null) return best;
  }
  return null;
}

/** Praises the best of what is reached and goes on; a day is praised only once it has ended. */
export function currentPraise(lines: readonly GoalLine[], praised: ReadonlySet<string>): Praise | null {
  const reached = lines.filter(({ pace, period }) => pace.verdict === "reached" && period !== "daily");
  return bestOf(
    reached.map(({ current, ...line }) => ({ ...line, value: current })),
    praised,
  );
}

/** The periods that ended in these days, the longest first: a month's end is more than a day's. */
export function endedPeriods({ from, to }: DayRange): readonly { readonly period: Period; readonly range: DayRange }[] {
  return [...PERIODS]
    .reverse()
    .map((period) => ({ period, range: periodOf(period, from) }))
    .filter(({ range }) => range.to <= to);
}

function bestOf(praises: readonly Praise[], praised: ReadonlySet<string>): Praise | null {
  const share = ({ value, target }: Praise) => value / target;
  const [best] = praises.filter((praise) => !praised.has(praiseKey(praise))).sort((a, b) => share(b) - share(a));
  if (best === undefined) return null;
  const { type, title, unit, period, from, to, value, target } = best;
  return { type, title, unit, period, from, to, value, target };
}
