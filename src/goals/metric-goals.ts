import { METRICS, type MetricType, metricOf, type Unit } from "../metrics/metrics";
import { toGo } from "./day-sums";
import type { Period } from "./goal";
import type { GoalLine } from "./overview";
import { PERIODS } from "./range-sums";
import { isBehind, isUnread, wasOutOfReach } from "./status";

/** What today asks of somebody in one metric, in its unit. */
export interface PlannedAmount {
  readonly type: MetricType;
  readonly title: string;
  readonly unit: Unit;
  /** Today's target, above zero: the same from morning to night. */
  readonly target: number;
  /** What today has brought so far; below zero where it took something back. */
  readonly done: number;
  /** What is still to do today, never below zero. */
  readonly left: number;
  /** What each goal of the metric asks of today, the most first, and last what is out of reach; a goal that asks for nothing is left out. */
  readonly asked: readonly { readonly period: Period; readonly target: number }[];
  /** Whether each goal that asks for anything is out of reach. */
  readonly outOfReach: boolean;
}

/**
 * Makes one plan of all goals, in the order of the METRICS table: of several goals of one metric the highest of their
 * today's targets that can be reached, which meets all of these. Nothing is planned where today asks for nothing.
 */
export function dayPlan(lines: readonly GoalLine[]): readonly PlannedAmount[] {
  return METRICS.flatMap(({ type }): PlannedAmount[] => {
    const asked = lines
      .flatMap((line) => {
        const { today } = line.pace;
        if (line.type !== type || today === null || today.target <= 0) return [];
        return [{ period: line.period, ...today, outOfReach: wasOutOfReach(line) }];
      })
      .sort((a, b) => Number(a.outOfReach) - Number(b.outOfReach) || b.target - a.target);
    const [highest] = asked;
    if (highest === undefined) return [];
    const { title, unit } = metricOf(type);
    const { target, done, outOfReach } = highest;
    return [{ type, title, unit, target, done, left: toGo(target, done), asked, outOfReach }];
  });
}

/** Marks each goal of which today asks less than of another of its metric: there is one target of today a metric. */
export function withCovers(lines: readonly GoalLine[]): readonly GoalLine[] {
  const targets = new Map(dayPlan(lines).map(({ type, target }) => [type, target]));
  return lines.map((line) => {
    const target = targets.get(line.type) ?? 0;
    const own = line.pace.today?.target ?? 0;
    return own > 0 && own < target ? { ...line, coveredBy: target } : line;
  });
}

/** Tells whether today's target is met. */
export function isMet({ target, done }: Pick<PlannedAmount, "target" | "done">): boolean {
  return done >= target;
}

/** Tells whether a daily goal asks for less of today than another of its metric, so that to meet that is to meet it, too. */
export function isIncluded(goal: GoalLine, plan: Pick<PlannedAmount, "target"> | null): boolean {
  const own = goal.pace.today?.target ?? 0;
  return plan !== null && goal.period === "daily" && own > 0 && own < plan.target && !isUnread(goal);
}

/** Leaves out each daily goal that is nothing apart from what today asks of its metric, until it is reached. */
export function standingApart(lines: readonly GoalLine[]): readonly GoalLine[] {
  const plans = new Map(dayPlan(lines).map((plan) => [plan.type, plan]));
  return lines.filter((line) => line.pace.verdict === "reached" || !isIncluded(line, plans.get(line.type) ?? null));
}

/** All goals that somebody has of one metric, so that it is told once, whatever its periods. */
export interface MetricGoals<T extends GoalLine = GoalLine> {
  readonly type: MetricType;
  readonly title: string;
  readonly unit: Unit;
  /** One at least, those that are behind first, then daily, weekly, monthly. */
  readonly goals: readonly T[];
  /** What today asks of the metric; `null` where it asks for nothing. */
  readonly plan: PlannedAmount | null;
  /** Whether one of the goals is behind, or past reaching. */
  readonly behind: boolean;
}

/**
 * Puts goals together by their metric, in the order of the METRICS table, those with a goal that is behind first, and of these what today
 * can do something about before what is out of reach, as the day's plan has them.
 */
export function byMetric<T extends GoalLine>(lines: readonly T[]): readonly MetricGoals<T>[] {
  const plans = new Map(dayPlan(lines).map((plan) => [plan.type, plan]));
  const groups = METRICS.flatMap(({ type, title, unit }): MetricGoals<T>[] => {
    const goals = behindFirst(lines.filter((line) => line.type === type));
    const plan = plans.get(type) ?? null;
    return goals.length === 0 ? [] : [{ type, title, unit, goals, plan, behind: goals.some(isBehind) }];
  });
  const order = ({ behind, plan }: MetricGoals<T>) => (behind ? Number(plan?.outOfReach === true) : 2);
  return [0, 1, 2].flatMap((rank) => groups.filter((group) => order(group) === rank));
}

/** Has a metric's goals in one order on every surface, whatever order a list of all goals has there. */
function behindFirst<T extends GoalLine>(goals: readonly T[]): readonly T[] {
  const order = (goal: T) => Number(!isBehind(goal)) * PERIODS.length + PERIODS.indexOf(goal.period);
  return [...goals].sort((a, b) => order(a) - order(b));
}
