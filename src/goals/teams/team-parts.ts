import type { MetricType } from "../../metrics/metrics";
import { memberIdsWithin, memberSpans } from "../../teams/membership";
import type { Members, Team } from "../../teams/team";
import { addDays, type Day, type DayRange, daysBetween } from "../../time/day";
import type { Calendar } from "../calendar";
import { hundredths } from "../day-sums";
import { type Goal, inForce } from "../goal";
import { added, memberSums, type RangeSums, sumOfRange } from "../range-sums";

/** What one member is to a team's figure. */
export interface TeamPart {
  /** Slack's member id. */
  readonly userId: string;
  /** The days of the period on which they are in the team, in their order. */
  readonly days: readonly DayRange[];
  /** What they brought on these days, in the metric's unit; two decimals. */
  readonly value: number;
}

/**
 * Lists the parts that a team's figure is the sum of: whoever is in it on a day of the range, by Slack id, those who brought
 * nothing as well. Their values add up to the figure of a goal that was set for the team.
 */
export function teamParts(
  { type, team }: { readonly type: MetricType; readonly team: Pick<Team, "members"> },
  { range, sums }: { readonly range: DayRange; readonly sums: RangeSums },
): readonly TeamPart[] {
  const values = memberSums({ type, team }, { range, sums });
  return [...memberIdsWithin(team.members, range)].sort().map((userId) => {
    return { userId, days: memberSpans(team.members, { userId, range }), value: values.get(userId) ?? 0 };
  });
}

/** What a whole is the sum of, with the whole: both are made of the same amounts. */
export interface TeamWhole {
  readonly value: number;
  readonly parts: readonly TeamPart[];
}

/**
 * Says who counts toward a sum of individual goals, and on which days of the range: the active people, `people`, while a goal of theirs of
 * the metric and period is in force, in a named team only while they are in it.
 */
export function summedMembers(
  { type, period, range }: Pick<Goal, "type" | "period"> & { readonly range: DayRange },
  {
    people,
    goals,
    team,
  }: {
    readonly people: readonly { readonly _id: string }[];
    readonly goals: readonly Goal[];
    readonly team: Pick<Team, "members"> | null;
  },
): Members {
  const active = new Set(people.map(({ _id }) => _id));
  const meant = goals.filter(
    (goal) => goal.active && goal.type === type && goal.period === period && active.has(goal.userId ?? ""),
  );
  return meant.flatMap((goal) => {
    const { userId = "" } = goal;
    const spans = inForce(goal, range).flatMap((span) => {
      return team === null ? [span] : memberSpans(team.members, { userId, range: span });
    });
    return spans.map(({ from, to }) => ({ userId, from, to }));
  });
}

/**
 * Says what a figure of a team is the sum of, the largest part first; with `null` of Everyone, where each person counts once,
 * on all days, and those who have left too. Of a sum of individual goals the team is who counts toward it.
 */
export function teamWhole(
  { type, team }: { readonly type: MetricType; readonly team: Pick<Team, "members"> | null },
  { range, sums }: { readonly range: DayRange; readonly sums: RangeSums },
): TeamWhole {
  const found = team === null ? everyonesParts(type, { range, sums }) : teamParts({ type, team }, { range, sums });
  const parts = [...found].sort((a, b) => b.value - a.value || (a.userId < b.userId ? -1 : 1));
  return { value: added(parts.map(({ value }) => value)), parts };
}

function everyonesParts(
  type: MetricType,
  { range, sums }: { readonly range: DayRange; readonly sums: RangeSums },
): readonly TeamPart[] {
  return sums.rows
    .filter((row) => row.type === type)
    .map((row) => ({
      userId: row.userId,
      days: [range],
      value: added([sumOfRange(row, { range, ranges: sums.ranges })]),
    }));
}

/**
 * The part of somebody's target that falls to some days of its period, by their counted days; where none of the period's days
 * is counted, by all of them. It is rounded to hundredths by what the days up to each have come to, so that the parts of days
 * that make up the period together are the target exactly, however the days are shared.
 *
 * @example
 * // A target of 100 over three counted days: 33.33 + 33.34 + 33.33.
 * targetPart(100, { period, counted, isIn: (day) => day === second }); // => 33.34
 */
export function targetPart(
  target: number,
  {
    period,
    counted,
    isIn,
  }: {
    readonly period: DayRange;
    /** The days that pace counts for whoever has the target, whichever team asks. */
    readonly counted: Pick<Calendar, "isWorkingDay">;
    readonly isIn: (day: Day) => boolean;
  },
): number {
  const all = Array.from({ length: daysBetween(period.from, period.to) + 1 }, (_, at) => addDays(period.from, at));
  const working = all.filter((day) => counted.isWorkingDay(day));
  const days = working.length === 0 ? all : working;
  const upTo = (count: number) => Math.round((hundredths(target) * count) / days.length);
  const part = days.reduce((sum, day, at) => sum + (isIn(day) ? upTo(at + 1) - upTo(at) : 0), 0);
  return part / 100;
}
