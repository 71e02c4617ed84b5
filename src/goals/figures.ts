import type { UserSum } from "../metrics/metric-store";
import { METRICS, type MetricType, metricOf } from "../metrics/metrics";
import { addDays, type Day, type DayRange } from "../time/day";
import { firstOpenDay, type ReaderDay, type ReaderDays } from "../time/reader-day";
import type { WorkSchedule } from "../time/work-schedule";
import { countedDays, periodDays, type TeamCalendar } from "./calendar";
import { type Goal, type Period, periodOf, targetOn } from "./goal";
import type { GlanceLine, GoalLine, Overview, TeamMember } from "./overview";
import { pace } from "./pace";

export const PERIODS: readonly Period[] = ["daily", "weekly", "monthly"];

/** Sums by person and metric, in the order of these ranges. */
export interface RangeSums {
  readonly ranges: readonly DayRange[];
  readonly rows: readonly UserSum[];
}

/** What goals and overviews are computed from, all as of one moment. */
export interface GoalFigures {
  /** The day of whoever reads; team goals go by the team's. */
  readonly days: ReaderDays;
  readonly goals: readonly Goal[];
  readonly sums: RangeSums;
  readonly calendar: TeamCalendar;
}

type Measured = Pick<Goal, "userId" | "team" | "type" | "period">;

/** Goals that are recomputed and shown: active, with a target in force. */
export function currentGoals(goals: readonly Goal[], today: Day): readonly Goal[] {
  return goals.filter((goal) => goal.active && targetOn(goal, today) !== null);
}

/** Every range whose sums the figures of these days need, each once. */
export function figureRanges(days: readonly ReaderDay[]): readonly DayRange[] {
  const ranges = days.flatMap((day) =>
    PERIODS.flatMap((period) => [periodOf(period, day.today), rangeBefore(periodOf(period, day.today), day)]),
  );
  const asked = ranges.filter(({ from, to }) => from <= to);
  return [...new Map(asked.map((range) => [keyOf(range), range])).values()];
}

/** The days of a period before today, those of a today that has ended with it; its end is before its start for none. */
function rangeBefore({ from, to }: DayRange, day: ReaderDay): DayRange {
  const last = addDays(firstOpenDay(day), -1);
  return { from, to: last < to ? last : to };
}

/**
 * What a goal has come to in a range: its person's sum, or for a team goal everybody's. Two decimals.
 *
 * @throws {RangeError} where the sums do not hold the range.
 */
export function goalSum(goal: Omit<Measured, "period">, { range, sums }: { range: DayRange; sums: RangeSums }): number {
  if (range.to < range.from) return 0;
  const at = placeOf(range, sums);
  const own = sums.rows.filter(
    ({ userId, type }) => type === goal.type && (goal.team !== undefined || userId === goal.userId),
  );
  return Math.round(own.reduce((total, { sums: of }) => total + (of[at] ?? 0), 0) * 100) / 100;
}

/** One person's figures by the day on their own clock; those of others among the figures are passed over. */
export function overviewOf(
  member: TeamMember,
  { figures, day }: { readonly figures: Omit<GoalFigures, "days">; readonly day: ReaderDay },
): Overview {
  const { _id: userId, schedule } = member;
  const { today } = day;
  const mine = figures.goals.filter((goal) => goal.userId === userId);
  const lines = currentGoals(mine, today).map((goal) =>
    goalLine({ goal, goalId: goal._id, target: targetOn(goal, today) ?? 0, schedule, day }, figures),
  );
  const own = new Set(figures.sums.rows.filter((sum) => sum.userId === userId).map(({ type }) => type));
  const shown = METRICS.filter(({ type }) => own.has(type) || lines.some((line) => line.type === type));
  return {
    today,
    ended: day.ended,
    glance: shown.map((metric) => glanceLine(metric.type, { userId, today, sums: figures.sums })),
    goals: lines.sort(byRank),
  };
}

function glanceLine(
  type: MetricType,
  { userId, today, sums }: { readonly userId: string; readonly today: Day; readonly sums: RangeSums },
): GlanceLine {
  const { title, unit } = metricOf(type);
  const of = (period: Period) => goalSum({ userId, type }, { range: periodOf(period, today), sums });
  return { type, title, unit, today: of("daily"), week: of("weekly"), month: of("monthly") };
}

/** A goal as it stands on somebody's day, with its pace over the counted days of whoever works by the schedule. */
export function goalLine(
  given: {
    readonly goal: Measured;
    readonly goalId: string;
    /** Above zero. */
    readonly target: number;
    readonly schedule?: WorkSchedule | undefined;
    readonly day: ReaderDay;
  },
  { sums, calendar }: Pick<GoalFigures, "sums" | "calendar">,
): GoalLine {
  const { goal, goalId, target, schedule, day } = given;
  const { type, period } = goal;
  const { title, unit } = metricOf(type);
  const range = periodOf(period, day.today);
  const current = goalSum(goal, { range, sums });
  const before = goalSum(goal, { range: rangeBefore(range, day), sums });
  const days = periodDays(countedDays(schedule, calendar), { range, ...day });
  const { paceDays } = calendar;
  const paced = pace({ target, before, current, days });
  return { goalId, type, title, unit, period, ...range, current, target, pace: paced, paceDays };
}

/** In the order of the METRICS table, then daily, weekly, monthly. */
export function byRank(a: GoalLine, b: GoalLine): number {
  return rank(a) - rank(b) || (a.goalId < b.goalId ? -1 : 1);
}

function rank({ type, period }: GoalLine): number {
  return METRICS.findIndex((row) => row.type === type) * PERIODS.length + PERIODS.indexOf(period);
}

function placeOf(range: DayRange, { ranges }: RangeSums): number {
  const at = ranges.findIndex(({ from, to }) => from === range.from && to === range.to);
  if (at === -1) throw new RangeError(`The sums hold no range ${keyOf(range)}`);
  return at;
}

function keyOf({ from, to }: DayRange): string {
  return `${from} ${to}`;
}
