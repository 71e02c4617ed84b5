import { METRICS, type MetricType, type Unit } from "../metrics/metrics";
import { dayPlan, type GoalLine, type PlannedAmount } from "./overview";
import { isBehind } from "./status";

/** All goals that somebody has of one metric, so that it is told once, whatever its periods. */
export interface MetricGoals<T extends GoalLine = GoalLine> {
  readonly type: MetricType;
  readonly title: string;
  readonly unit: Unit;
  /** One at least, in the order in which they were given. */
  readonly goals: readonly T[];
  /** What today asks of the metric; `null` where it asks for nothing. */
  readonly plan: PlannedAmount | null;
  /** Whether one of the goals is behind, or past reaching. */
  readonly behind: boolean;
}

/** Puts goals together by their metric, in the order of the METRICS table, those with a goal that is behind first. */
export function byMetric<T extends GoalLine>(lines: readonly T[]): readonly MetricGoals<T>[] {
  const plans = new Map(dayPlan(lines).map((plan) => [plan.type, plan]));
  const groups = METRICS.flatMap(({ type, title, unit }): MetricGoals<T>[] => {
    const goals = lines.filter((line) => line.type === type);
    const plan = plans.get(type) ?? null;
    return goals.length === 0 ? [] : [{ type, title, unit, goals, plan, behind: goals.some(isBehind) }];
  });
  return [...groups.filter(({ behind }) => behind), ...groups.filter(({ behind }) => !behind)];
}
