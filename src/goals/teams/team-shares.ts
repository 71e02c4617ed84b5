import { METRICS, type MetricType } from "../../metrics/metrics";
import type { DayRange } from "../../time/day";
import { currentGoals, type GoalFigures, type MeasuredTeam } from "../figures";
import { type Period, periodOf } from "../goal";
import type { TeamMember } from "../overview";
import { PERIODS } from "../range-sums";
import { promisedTarget } from "./team-figures";
import { teamWhole } from "./team-parts";

/** What one person is to a team's figure of a metric and period, by the company's days. */
export interface TeamShare extends DayRange {
  /** Slack's member id. */
  readonly userId: string;
  readonly type: MetricType;
  readonly period: Period;
  /** The days of the period on which they count, in their order. */
  readonly days: readonly DayRange[];
  /** What they brought on these days, in the metric's unit; two decimals. */
  readonly value: number;
  /** The part of their own target that falls to these days; `null` where they have no goal in force. */
  readonly target: number | null;
}

/**
 * Lists what each person is to a team's figures, or with `null` to Everyone's: of a metric and period, the values of all add up to
 * a goal that was set for the team, and those of whoever has a target to the sum of individual goals, as their targets do.
 *
 * @param people all who are active.
 */
export function teamShares(
  { people, team }: { readonly people: readonly TeamMember[]; readonly team: MeasuredTeam | null },
  figures: GoalFigures,
): readonly TeamShare[] {
  const { today } = figures.days.team;
  const targets = targetsOf({ people, team }, figures);
  const brought = new Set(figures.sums.rows.map(({ type }) => type));
  const types = METRICS.map(({ type }) => type).filter((type) => brought.has(type) || targets.has(type));
  return types.flatMap((type) =>
    PERIODS.flatMap((period) => {
      const range = periodOf(period, today);
      const { parts } = teamWhole({ type, team }, { range, sums: figures.sums });
      const known = new Map(parts.map((part) => [part.userId, part]));
      const promised = targets.get(type)?.get(period) ?? new Map<string, number>();
      return [...new Set([...known.keys(), ...promised.keys()])].map((userId): TeamShare => {
        const { days, value } = known.get(userId) ?? { days: [range], value: 0 };
        return { ...range, userId, type, period, days, value, target: promised.get(userId) ?? null };
      });
    }),
  );
}

/** What each person's goals promise to the team, by metric and period, then by person. */
function targetsOf(
  { people, team }: { readonly people: readonly TeamMember[]; readonly team: MeasuredTeam | null },
  figures: GoalFigures,
): ReadonlyMap<MetricType, ReadonlyMap<Period, ReadonlyMap<string, number>>> {
  const known = new Map(people.map((person) => [person._id, person]));
  const targets = new Map<MetricType, Map<Period, Map<string, number>>>();
  for (const goal of currentGoals(figures.goals, figures.days.team.today)) {
    const person = known.get(goal.userId ?? "");
    const target = person === undefined ? null : promisedTarget(goal, { person, team, figures });
    if (person === undefined || target === null) continue;
    const periods = targets.get(goal.type) ?? new Map<Period, Map<string, number>>();
    targets.set(goal.type, periods);
    periods.set(goal.period, (periods.get(goal.period) ?? new Map<string, number>()).set(person._id, target));
  }
  return targets;
}
