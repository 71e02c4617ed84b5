import { METRICS, type MetricType, metricOf } from "../metrics/metrics";
import type { Team } from "../teams/team";
import type { Day, DayRange } from "../time/day";
import type { ReaderDay, ReaderDays } from "../time/reader-day";
import type { WorkSchedule } from "../time/work-schedule";
import { countedDays, lastDayAfter, periodDays, type TeamCalendar } from "./calendar";
import { firstBegin, type Goal, type Period, periodOf, targetOn } from "./goal";
import { withCovers } from "./metric-goals";
import type { GlanceLine, GoalLine, Overview, StartingGoal, TeamMember } from "./overview";
import { pace } from "./pace";
import { added, goalSum, type Measured, PERIODS, type RangeSums, rangeBefore } from "./range-sums";
import { isUnread } from "./status";

/** A named team whose figures are asked for. */
export interface MeasuredTeam extends Team {
  /** The days that pace counts for the team as a whole. */
  readonly calendar: TeamCalendar;
}

/** The last team day that all sources of a metric were read on; "never" where one never was, `null` where none is on. */
export type ReadThrough = (type: MetricType) => Day | "never" | null;

/** What goals and overviews are computed from, all as of one moment. */
export interface GoalFigures {
  /** The day of whoever reads; team goals go by the team's. */
  readonly days: ReaderDays;
  readonly goals: readonly Goal[];
  readonly sums: RangeSums;
  readonly calendar: TeamCalendar;
  /** Until when sources were read; taken as until now where it is unset. */
  readonly readThrough?: ReadThrough;
  /** The named teams that were asked for, by their ids. */
  readonly teams?: ReadonlyMap<string, MeasuredTeam>;
}

/** Goals that are recomputed and shown: active, with a target in force. */
export function currentGoals(goals: readonly Goal[], today: Day): readonly Goal[] {
  return goals.filter((goal) => goal.active && targetOn(goal, today) !== null);
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
    goals: withCovers(lines.sort(byRank)),
    starting: startingGoals(mine, today),
  };
}

function startingGoals(goals: readonly Goal[], today: Day): readonly StartingGoal[] {
  const ahead = goals.filter(({ active, targets, period }) => active && targetOn({ targets, period }, today) === null);
  const starting = ahead.flatMap(({ type, period, targets }): readonly StartingGoal[] => {
    const begins = targets.map(({ from, target }) => ({ from: firstBegin(period, from), set: from, target }));
    const [first] = begins.sort((a, b) => compared(a.from, b.from) || compared(b.set, a.set));
    if (first === undefined) return [];
    const { title, unit } = metricOf(type);
    return [{ type, title, unit, period, from: first.from, target: first.target }];
  });
  return starting.sort((a, b) => compared(a.from, b.from));
}

function compared(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function glanceLine(
  type: MetricType,
  { userId, today, sums }: { readonly userId: string; readonly today: Day; readonly sums: RangeSums },
): GlanceLine {
  const { title, unit } = metricOf(type);
  const of = (period: Period) => goalSum({ userId, type }, { range: periodOf(period, today), sums });
  return { type, title, unit, today: of("daily"), week: of("weekly"), month: of("monthly") };
}

/** A goal as it stands on somebody's day, with its pace over the counted days of whoever works by the schedule, or of its team. */
export function goalLine(
  given: {
    readonly goal: Measured;
    readonly goalId: string;
    /** Above zero. */
    readonly target: number;
    readonly schedule?: WorkSchedule | undefined;
    readonly day: ReaderDay;
  },
  { sums, calendar: company, teams, readThrough }: Pick<GoalFigures, "sums" | "calendar" | "teams" | "readThrough">,
): GoalLine {
  const { goal, goalId, target, schedule, day } = given;
  const team = goal.team === undefined ? undefined : teams?.get(goal.team);
  const calendar = team?.calendar ?? company;
  const { type, period } = goal;
  const { title, unit } = metricOf(type);
  const range = periodOf(period, day.today);
  const current = goalSum(goal, { range, sums, team });
  const before = goalSum(goal, { range: rangeBefore(range, day), sums, team });
  const counted = countedDays(schedule, calendar);
  const days = periodDays(counted, { range, ...day });
  const lastDay = lastDayAfter(counted, { range, ...day });
  const { paceDays } = calendar;
  const paced = pace({ target, before, current, days });
  // Where their day has ended, what the period has beyond it is of the team's day that goes on.
  const dated = day.ended ? 0 : current - before - goalSum(goal, { range: periodOf("daily", day.today), sums, team });
  const datedAhead = added([dated]);
  const unread = unreadSince(readThrough?.(type) ?? null, range);
  // What is not known to be done leaves open, too, what each day asks.
  const asked = isUnread({ pace: paced, ...unread }) ? { today: null, afterToday: null, forecast: null } : {};
  return {
    goalId,
    type,
    title,
    unit,
    period,
    ...range,
    current,
    target,
    pace: { ...paced, ...asked },
    paceDays,
    ...(lastDay !== null && { lastDay }),
    ...(datedAhead !== 0 && { datedAhead }),
    ...unread,
  };
}

function unreadSince(through: ReturnType<ReadThrough>, { from }: DayRange): Pick<GoalLine, "unreadSince"> {
  if (through === "never") return { unreadSince: null };
  return through !== null && through < from ? { unreadSince: through } : {};
}

/** In the order of the METRICS table, then daily, weekly, monthly. */
export function byRank(a: Ranked, b: Ranked): number {
  return rank(a) - rank(b) || (a.goalId < b.goalId ? -1 : 1);
}

type Ranked = Pick<GoalLine, "goalId" | "type" | "period">;

function rank({ type, period }: Ranked): number {
  return METRICS.findIndex((row) => row.type === type) * PERIODS.length + PERIODS.indexOf(period);
}
