import { type Goal, type Period, periodOf, targetOn } from "../../goals/goal";
import type { GoalLine } from "../../goals/overview";
import { PERIODS } from "../../goals/range-sums";
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

export interface PraiseInput {
  /** Days that are finished. */
  readonly finished: DayRange;
  /** The person's goals with all their targets. */
  readonly goals: readonly Goal[];
  /** The person's current goals, as everywhere else. */
  readonly lines: readonly GoalLine[];
  readonly sum: (type: MetricType, range: DayRange) => number;
  /** Keys of what was praised before. */
  readonly praised: ReadonlySet<string>;
}

/**
 * Praises each thing that was reached and not praised before: first what ended in the finished days, the longest period
 * first, then what goes on; of one period the one furthest above its target first.
 */
export function praises({ praised, ...input }: PraiseInput): readonly Praise[] {
  const reached = [...endedPraises(input), ...currentPraises(input.lines)];
  const firsts = new Map(reached.toReversed().map((praise) => [praiseKey(praise), praise]));
  return [...firsts.values()].toReversed().filter((praise) => !praised.has(praiseKey(praise)));
}

function endedPraises({ finished, goals, sum }: Pick<PraiseInput, "finished" | "goals" | "sum">): readonly Praise[] {
  return endedPeriods(finished).flatMap(({ period, range }) =>
    bestFirst(
      goals.flatMap((goal): Praise[] => {
        const target = targetOn(goal, range.to);
        const value = sum(goal.type, range);
        if (goal.period !== period || target === null || value < target) return [];
        const { type } = goal;
        const { title, unit } = metricOf(type);
        return [{ type, title, unit, period, ...range, value, target }];
      }),
    ),
  );
}

/** Praises what is reached and goes on; a day is praised only once it has ended. */
function currentPraises(lines: readonly GoalLine[]): readonly Praise[] {
  const reached = lines.filter(({ pace, period }) => pace.verdict === "reached" && period !== "daily");
  return bestFirst(
    reached.map(({ type, title, unit, period, from, to, current: value, target }) => {
      return { type, title, unit, period, from, to, value, target };
    }),
  );
}

function bestFirst(reached: readonly Praise[]): readonly Praise[] {
  const share = ({ value, target }: Praise) => value / target;
  return [...reached].sort((a, b) => share(b) - share(a));
}

/** The periods that ended in these days, the longest first: a month's end is more than a day's. */
export function endedPeriods({ from, to }: DayRange): readonly { readonly period: Period; readonly range: DayRange }[] {
  return [...PERIODS]
    .reverse()
    .map((period) => ({ period, range: periodOf(period, from) }))
    .filter(({ range }) => range.to <= to);
}
