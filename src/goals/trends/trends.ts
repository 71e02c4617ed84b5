import { METRICS, type MetricType } from "../../metrics/metrics";
import { EVERYONE } from "../../people/permissions";
import type { Day, DayRange } from "../../time/day";
import type { ReaderDay } from "../../time/reader-day";
import { type Calendar, countedDays, daysOf, type TeamCalendar } from "../calendar";
import { type Goal, type Period, targetOn } from "../goal";
import type { TeamMember } from "../overview";
import { PERIODS, type RangeSums } from "../range-sums";
import { type Series, series } from "./series";

/** One metric over time beside what a goal asked of it. */
export interface Trend {
  readonly type: MetricType;
  /** The goal's period; `null` where no target was in force on any of the days, so that nothing is asked. */
  readonly period: Period | null;
  /** Says whose target it is: one's own, one set for the team, or the sum of its members' where none was. */
  readonly origin: "own" | "set" | "sum";
  readonly series: Series;
}

/** What trends are computed from: goals and sums of whoever is asked about, and the calendar of all their periods. */
export interface TrendFigures {
  readonly goals: readonly Goal[];
  readonly sums: RangeSums;
  readonly calendar: TeamCalendar;
}

/** The days that are asked about, and the metrics; without any, those that have goals. */
export interface TrendRange {
  readonly range: DayRange;
  /** Today as whose figures they are has it. */
  readonly day: ReaderDay;
  readonly types: readonly MetricType[] | null;
}

/** Goals of one metric and period that are one promise, and whose figures it is about. */
interface Promised extends Pick<Trend, "type" | "period" | "origin"> {
  readonly goals: readonly Goal[];
  readonly rows: RangeSums["rows"];
}

/** Makes one person's trends, the most behind first. */
export function memberTrends(
  member: TeamMember,
  { figures, asked }: { readonly figures: TrendFigures; readonly asked: TrendRange },
): readonly Trend[] {
  const rows = figures.sums.rows.filter(({ userId }) => userId === member._id);
  const own = figures.goals.filter((goal) => goal.userId === member._id && isMeant(goal, asked));
  const promised = own.map((goal) => promisedBy(goal, rows));
  return trends(withoutGoals(promised, { asked, rows, origin: "own" }), {
    ...{ figures, asked },
    of: { userId: member._id },
    counted: countedDays(member.schedule, figures.calendar),
  });
}

/**
 * Makes the trends of everybody together, the most behind first: against the goal set for Everyone, to which counts what
 * everybody did, or else against the sum of these members' goals, to which counts what those did who have them.
 */
export function teamTrends(
  members: readonly TeamMember[],
  { figures, asked }: { readonly figures: TrendFigures; readonly asked: TrendRange },
): readonly Trend[] {
  const { rows } = figures.sums;
  const ids = new Set(members.map(({ _id }) => _id));
  const meant = figures.goals.filter((goal) => isMeant(goal, asked));
  const set = meant.filter(({ team }) => team === EVERYONE);
  const theirs = meant.filter((goal) => ids.has(goal.userId ?? "") && !set.some((one) => isAlike(one, goal)));
  const groups = theirs.filter((goal, at) => theirs.findIndex((one) => isAlike(one, goal)) === at);
  const promised = [
    ...set.map((goal) => ({ ...promisedBy(goal, rows), origin: "set" as const })),
    ...groups.map((goal) => {
      const goals = theirs.filter((one) => isAlike(one, goal));
      const who = new Set(goals.map(({ userId }) => userId));
      const own = rows.filter(({ userId }) => who.has(userId));
      return { ...promisedBy(goal, own), goals, origin: "sum" as const };
    }),
  ];
  return trends(withoutGoals(promised, { asked, rows, origin: "sum" }), {
    ...{ figures, asked },
    of: { team: EVERYONE },
    counted: countedDays(undefined, figures.calendar),
  });
}

function isMeant(goal: Goal, { types, range }: TrendRange): boolean {
  if (!goal.active || (types !== null && !types.includes(goal.type))) return false;
  return daysOf(range).some((day) => targetOn(goal, day) !== null);
}

function isAlike(a: Pick<Goal, "type" | "period">, b: Pick<Goal, "type" | "period">): boolean {
  return a.type === b.type && a.period === b.period;
}

function promisedBy(goal: Goal, rows: Promised["rows"]): Promised {
  return { type: goal.type, period: goal.period, origin: "own", goals: [goal], rows };
}

/** Adds the metrics that are asked for by name and have no goal: their figures alone are a trend. */
function withoutGoals(
  promised: readonly Promised[],
  { asked, rows, origin }: Pick<Promised, "rows" | "origin"> & { readonly asked: TrendRange },
): readonly Promised[] {
  const bare = (asked.types ?? []).filter((type) => !promised.some((one) => one.type === type));
  return [...promised, ...bare.map((type) => ({ type, period: null, origin, goals: [], rows }))];
}

function trends(
  promised: readonly Promised[],
  given: {
    readonly figures: TrendFigures;
    readonly asked: TrendRange;
    readonly of: { readonly userId: string } | { readonly team: string };
    readonly counted: Calendar;
  },
): readonly Trend[] {
  const { figures, asked, of, counted } = given;
  const made = promised.map(({ type, period, origin, goals, rows }): Trend => {
    const targetOf = (day: Day) => goals.reduce((sum, goal) => sum + (targetOn(goal, day) ?? 0), 0);
    // Without a goal no period matters, since nothing is asked.
    const subject = { ...of, type, period: period ?? "monthly", targetOn: targetOf, counted };
    const sums = { ranges: figures.sums.ranges, rows };
    return { type, period, origin, series: series(subject, { range: asked.range, day: asked.day, sums }) };
  });
  return made.sort((a, b) => share(a) - share(b) || rank(a) - rank(b));
}

/** Which part of what was asked by last night is there; nothing was asked of those that come last. */
function share({ series: { ended } }: Trend): number {
  return ended === null || ended.pace === 0 ? Number.MAX_VALUE : ended.actual / ended.pace;
}

function rank({ type, period }: Trend): number {
  const row = METRICS.findIndex((metric) => metric.type === type);
  return row * PERIODS.length + (period === null ? 0 : PERIODS.indexOf(period));
}
