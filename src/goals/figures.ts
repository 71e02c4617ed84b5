import type { UserSum } from "../metrics/metric-store";
import { METRICS, metricOf } from "../metrics/metrics";
import type { Day } from "../time/day";
import type { WorkSchedule } from "../time/work-schedule";
import { countedDays, periodDays, type TeamCalendar } from "./calendar";
import { type Goal, type Period, periodOf, targetOn } from "./goal";
import type { GlanceLine, GoalLine, Overview, TeamMember } from "./overview";
import { pace } from "./pace";

/** The order in which `UserSum.sums` holds its ranges. */
export const PERIODS: readonly Period[] = ["daily", "weekly", "monthly"];

/** What goals and overviews are computed from, all as of one moment. */
export interface GoalFigures {
  readonly today: Day;
  readonly goals: readonly Goal[];
  readonly sums: readonly UserSum[];
  readonly calendar: TeamCalendar;
}

type Measured = Pick<Goal, "userId" | "team" | "type" | "period">;

/** Goals that are recomputed and shown: active, with a target in force. */
export function currentGoals(goals: readonly Goal[], today: Day): readonly Goal[] {
  return goals.filter((goal) => goal.active && targetOn(goal, today) !== null);
}

/** What a goal has come to in its current period: its person's sum, or for a team goal everybody's. Two decimals. */
export function currentOf(goal: Measured, sums: readonly UserSum[]): number {
  const at = PERIODS.indexOf(goal.period);
  const mine = sums.filter(
    ({ userId, type }) => type === goal.type && (goal.team !== undefined || userId === goal.userId),
  );
  return Math.round(mine.reduce((total, { sums: of }) => total + (of[at] ?? 0), 0) * 100) / 100;
}

/** One person's figures from their goals and sums; those of others are passed over. */
export function overviewOf({ _id: userId, schedule }: TeamMember, figures: GoalFigures): Overview {
  const { today } = figures;
  const mine = figures.goals.filter((goal) => goal.userId === userId);
  const lines = currentGoals(mine, today).map((goal) =>
    goalLine({ goal, goalId: goal._id, target: targetOn(goal, today) ?? 0, schedule }, figures),
  );
  const own = new Map(figures.sums.filter((sum) => sum.userId === userId).map((sum) => [sum.type, sum.sums]));
  const shown = METRICS.filter(({ type }) => own.has(type) || lines.some((line) => line.type === type));
  return {
    today,
    glance: shown.map(({ type, title, unit }): GlanceLine => {
      const [daily = 0, weekly = 0, monthly = 0] = own.get(type) ?? [];
      return { type, title, unit, today: daily, week: weekly, month: monthly };
    }),
    goals: lines.sort(byRank),
  };
}

/** A goal as it stands, with its pace over the counted days of whoever works by the schedule. */
export function goalLine(
  given: {
    readonly goal: Measured;
    readonly goalId: string;
    /** Above zero. */
    readonly target: number;
    readonly schedule?: WorkSchedule | undefined;
  },
  { today, sums, calendar }: Omit<GoalFigures, "goals">,
): GoalLine {
  const { goal, goalId, target, schedule } = given;
  const { type, period } = goal;
  const { title, unit } = metricOf(type);
  const range = periodOf(period, today);
  const current = currentOf(goal, sums);
  const days = periodDays(countedDays(schedule, calendar), { range, today });
  const sofar = { target, current, today: currentOf({ ...goal, period: "daily" }, sums), days };
  const { paceDays } = calendar;
  return { goalId, type, title, unit, period, ...range, current, target, pace: pace(sofar), paceDays };
}

/** In the order of the METRICS table, then daily, weekly, monthly. */
export function byRank(a: GoalLine, b: GoalLine): number {
  return rank(a) - rank(b) || (a.goalId < b.goalId ? -1 : 1);
}

function rank({ type, period }: GoalLine): number {
  return METRICS.findIndex((row) => row.type === type) * PERIODS.length + PERIODS.indexOf(period);
}
