import { METRICS, type MetricType } from "../../metrics/metrics";
import type { Members, Team } from "../../teams/team";
import type { Day, DayRange } from "../../time/day";
import type { ReaderDay } from "../../time/reader-day";
import { type Calendar, countedDays, daysOf, type TeamCalendar } from "../calendar";
import { type Goal, type Period, periodOf, targetOn } from "../goal";
import type { TeamMember } from "../overview";
import { eachOnce, PERIODS, type RangeSums } from "../range-sums";
import { type Series, series, seriesRanges } from "./series";

/** One metric over time beside what a goal asked of it: of the days that were asked about those from the goal's first on. */
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
export interface Promised extends Pick<Trend, "type" | "period" | "origin"> {
  /** The target in force in the period of a day, 0 where there is none. */
  readonly targetOn: (day: Day) => number;
  /** Who counts, on which days, as where they are in a team; `null` for everybody whom the trend is of. */
  readonly of: Members | null;
}

/**
 * Makes one person's trends, the most behind first.
 *
 * @throws {RangeError} where the sums do not hold the `promisedRanges` of `memberPromises`.
 */
export function memberTrends(
  member: TeamMember,
  { figures, asked }: { readonly figures: TrendFigures; readonly asked: TrendRange },
): readonly Trend[] {
  return promisedTrends(memberPromises(member, { goals: figures.goals, asked }), {
    ...{ figures, asked },
    of: { userId: member._id },
    counted: countedDays(member.schedule, figures.calendar),
  });
}

/** One person's goals that are asked about, and the metrics without one that are. */
export function memberPromises(
  { _id }: Pick<TeamMember, "_id">,
  { goals, asked }: { readonly goals: readonly Goal[]; readonly asked: TrendRange },
): readonly Promised[] {
  const whose = { of: null, origin: "own" } as const;
  const own = goals.filter((goal) => goal.userId === _id && isMeant(goal, asked));
  return withoutGoals(
    own.map((goal) => promisedBy(goal, whose)),
    { asked, ...whose },
  );
}

/** Whether a goal has a target on one of the days that are asked about, in one of the metrics. */
export function isMeant(goal: Goal, { types, range }: TrendRange): boolean {
  if (!goal.active || (types !== null && !types.includes(goal.type))) return false;
  return daysOf(range).some((day) => targetOn(goal, day) !== null);
}

/** The promise that one goal is. */
export function promisedBy(goal: Goal, given: Pick<Promised, "of" | "origin">): Promised {
  return { ...given, type: goal.type, period: goal.period, targetOn: (day) => targetOn(goal, day) ?? 0 };
}

/** Adds the metrics that are asked for by name and have no goal: their figures alone are a trend. */
export function withoutGoals(
  promised: readonly Promised[],
  { asked, ...given }: Pick<Promised, "of" | "origin"> & { readonly asked: TrendRange },
): readonly Promised[] {
  const bare = (asked.types ?? []).filter((type) => !promised.some((one) => one.type === type));
  return [...promised, ...bare.map((type) => ({ ...given, type, period: null, targetOn: () => 0 }))];
}

/** Every range whose sums the trends of these promises need, each once. */
export function promisedRanges(
  promised: readonly Promised[],
  { range, day }: Pick<TrendRange, "range" | "day">,
): readonly DayRange[] {
  const begun = eachOnce(promised.map((one) => sinceBegin(one, range)));
  return eachOnce(begun.flatMap((one) => seriesRanges(one, day)));
}

/** The days of a range from the first on that a promise asks something of; all of them where none does. */
export function sinceBegin({ targetOn }: Pick<Promised, "targetOn">, range: DayRange): DayRange {
  const from = daysOf(range).find((day) => targetOn(day) > 0) ?? range.from;
  return { from, to: range.to };
}

/** Whoever counts toward a sum of individual goals, taken as a team. */
const SUMMED = "sum";

/** Makes a trend of each promise, the most behind first. */
export function promisedTrends(
  promised: readonly Promised[],
  given: {
    readonly figures: TrendFigures;
    readonly asked: TrendRange;
    readonly of: { readonly userId: string } | { readonly team: string; readonly named?: Team };
    readonly counted: Calendar;
  },
): readonly Trend[] {
  const { figures, asked, of, counted } = given;
  const made = promised.map((one): Trend => {
    const { type, period, origin, targetOn: target } = one;
    // Without a goal no period matters, since nothing is asked.
    const summed = one.of === null ? of : { team: SUMMED, named: { _id: SUMMED, members: one.of } };
    const subject = { ...summed, type, period: period ?? "monthly", targetOn: target, counted };
    const given = { range: sinceBegin(one, asked.range), day: asked.day, sums: figures.sums };
    return { type, period, origin, series: series(subject, given) };
  });
  return made.sort((a, b) => share(a) - share(b) || rank(a) - rank(b));
}

/** The days of all periods that a range touches: a day's share of a target depends on its whole period. */
export function wholePeriods({ from, to }: DayRange): DayRange {
  const firsts = PERIODS.map((period) => periodOf(period, from).from).sort();
  const lasts = PERIODS.map((period) => periodOf(period, to).to).sort();
  return { from: firsts[0] ?? from, to: lasts.at(-1) ?? to };
}

/** Which part of what was asked by last night is there; nothing was asked of those that come last. */
function share({ series: { ended } }: Trend): number {
  return ended === null || ended.pace === 0 ? Number.MAX_VALUE : ended.actual / ended.pace;
}

function rank({ type, period }: Trend): number {
  const row = METRICS.findIndex((metric) => metric.type === type);
  return row * PERIODS.length + (period === null ? 0 : PERIODS.indexOf(period));
}
