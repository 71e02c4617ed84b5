import type { MetricType } from "../../metrics/metrics";
import type { Period } from "../goal";
import type { GoalLine, TeamOverview } from "../overview";

/** Tells whether a goal is behind, or past reaching. */
export function isBehind({ pace: { verdict } }: Pick<GoalLine, "pace">): boolean {
  return verdict === "behind" || verdict === "short" || verdict === "missed";
}

/**
 * Says by how much a goal is behind: what its even spread expects by last night less what that had brought, and of one past
 * reaching all that is to go. In the metric's unit, not rounded; 0 where it is not behind.
 */
export function shortBy({ pace }: Pick<GoalLine, "pace">): number {
  if (pace.verdict !== "behind") return isBehind({ pace }) ? pace.remaining : 0;
  return pace.expected * Math.max(0, 1 - (pace.share ?? 0));
}

/** Somebody who is behind in one goal or more. */
export interface Straggler {
  readonly userId: string;
  /** The goals in which they are behind, that which is furthest from pace first. */
  readonly goals: readonly GoalLine[];
}

/** Who in a team needs their manager, and how many do not. */
export interface Standings {
  /** Whoever has the goal that is furthest from pace first. */
  readonly behind: readonly Straggler[];
  /** Slack ids of those with goals of which none is behind. */
  readonly onTrack: readonly string[];
}

/** Which goals are looked at; all without a choice. */
export interface StandingsChoice {
  readonly type?: MetricType | null;
  readonly period?: Period | null;
}

/** Sorts a team's people by who needs their manager most, by their goals of the metric and period chosen. */
export function standings(
  members: TeamOverview["members"],
  { type = null, period = null }: StandingsChoice = {},
): Standings {
  const people = members.flatMap(({ userId, overview }) => {
    const goals = overview.goals.filter(
      (goal) => (type === null || goal.type === type) && (period === null || goal.period === period),
    );
    return goals.length === 0 ? [] : [{ userId, goals: goals.filter(isBehind).sort(byDistance) }];
  });
  const behind = people
    .filter(({ goals }) => goals.length > 0)
    .sort((a, b) => distance(a) - distance(b) || order(a, b));
  return { behind, onTrack: people.filter(({ goals }) => goals.length === 0).map(({ userId }) => userId) };
}

/** What was done as a share of what pace expects: the less, the further behind; below zero of what is past reaching. */
export function shareDone({ pace }: Pick<GoalLine, "pace">): number {
  return pace.verdict === "behind" ? (pace.share ?? 0) : -1;
}

function byDistance(a: GoalLine, b: GoalLine): number {
  return shareDone(a) - shareDone(b) || b.target - a.target || (a.goalId < b.goalId ? -1 : 1);
}

function distance({ goals: [worst] }: Straggler): number {
  return worst === undefined ? 0 : shareDone(worst);
}

function order(a: Straggler, b: Straggler): number {
  return b.goals.length - a.goals.length || (a.userId < b.userId ? -1 : 1);
}
