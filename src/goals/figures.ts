import type { Day } from "../metrics/day";
import type { UserSum } from "../metrics/metric-store";
import { METRICS, metricOf } from "../metrics/metrics";
import { type Goal, type Period, targetOn } from "./goal";
import type { GlanceLine, GoalLine, Overview } from "./overview";
import { periodOf } from "./periods";

/** The order in which `UserSum.sums` holds its stretches. */
export const PERIODS: readonly Period[] = ["daily", "weekly", "monthly"];

/** Goals that are recomputed and shown: active, with a target in force. */
export function currentGoals(goals: readonly Goal[], today: Day): readonly Goal[] {
  return goals.filter((goal) => goal.active && targetOn(goal, today) !== null);
}

/** What a goal has come to in its current period: its person's sum, or for a team goal everybody's. Two decimals. */
export function currentOf(goal: Pick<Goal, "userId" | "team" | "type" | "period">, sums: readonly UserSum[]): number {
  const at = PERIODS.indexOf(goal.period);
  const mine = sums.filter(
    ({ userId, type }) => type === goal.type && (goal.team !== undefined || userId === goal.userId),
  );
  return Math.round(mine.reduce((total, { sums: of }) => total + (of[at] ?? 0), 0) * 100) / 100;
}

/** One person's figures from their goals and sums. */
export function overviewOf(
  userId: string,
  { today, goals, sums }: { today: Day; goals: readonly Goal[]; sums: readonly UserSum[] },
): Overview {
  const lines = currentGoals(goals, today).map((goal) => goalLine(goal, { today, sums }));
  const own = new Map(sums.filter((sum) => sum.userId === userId).map((sum) => [sum.type, sum.sums]));
  const shown = METRICS.filter(({ type }) => own.has(type) || lines.some((line) => line.type === type));
  return {
    today,
    glance: shown.map(({ type, title, unit }): GlanceLine => {
      const [daily = 0, weekly = 0, monthly = 0] = own.get(type) ?? [];
      return { type, title, unit, today: daily, week: weekly, month: monthly };
    }),
    goals: lines.sort((a, b) => rank(a) - rank(b) || (a.goalId < b.goalId ? -1 : 1)),
  };
}

function goalLine(goal: Goal, { today, sums }: { today: Day; sums: readonly UserSum[] }): GoalLine {
  const { title, unit } = metricOf(goal.type);
  const { from, to } = periodOf(goal.period, today);
  const target = targetOn(goal, today) ?? 0;
  const { _id: goalId, type, period } = goal;
  return { goalId, type, title, unit, period, from, to, current: currentOf(goal, sums), target };
}

function rank({ type, period }: GoalLine): number {
  return METRICS.findIndex((row) => row.type === type) * PERIODS.length + PERIODS.indexOf(period);
}
