import { type MetricType, metricOf } from "../../metrics/metrics";
import type { Period } from "../goal";
import type { GoalLine, TeamOverview } from "../overview";
import { PERIODS } from "../range-sums";
import { type GoalStatus, goalStatus, isBehind, toCatchUp } from "../status";

/** Somebody who is behind in one goal or more. */
export interface Straggler {
  readonly userId: string;
  /** The goals in which they are behind, that which matters most first. */
  readonly goals: readonly GoalLine[];
}

/** Who in a team needs their manager, and how many do not. */
export interface Standings {
  /** Whoever has the goal that matters most first. */
  readonly behind: readonly Straggler[];
  /** Slack ids of those with goals of which none is behind, and each is known. */
  readonly onTrack: readonly string[];
  /** Slack ids of those who are behind in nothing that is known, but have a goal of which nothing is. */
  readonly unread: readonly string[];
  /** Slack ids of those on track who have done nothing yet in any goal that asks something, as on the first day of a period. */
  readonly notStarted: readonly string[];
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
    return goals.length === 0
      ? []
      : [
          {
            userId,
            goals: goals.filter(isBehind).sort(byNeed),
            isUnread: goals.some((goal) => goalStatus(goal) === "unread"),
            begins: goals.some(asks) && goals.every(({ current }) => current <= 0),
          },
        ];
  });
  const behind = people
    .filter(({ goals }) => goals.length > 0)
    .map(({ userId, goals }) => ({ userId, goals }))
    .sort(byFirstNeed);
  const fine = people.filter(({ goals }) => goals.length === 0);
  const onTrack = fine.filter(({ isUnread }) => !isUnread);
  const notStarted = onTrack.filter(({ begins }) => begins);
  const ids = (some: readonly { readonly userId: string }[]) => some.map(({ userId }) => userId);
  const unread = fine.filter(({ isUnread }) => isUnread);
  return { behind, onTrack: ids(onTrack), unread: ids(unread), notStarted: ids(notStarted) };
}

/** How many people are behind in a goal, of all who have it and of whom that is known. */
export interface PartBehind {
  readonly count: number;
  readonly of: number;
}

/**
 * Counts who is behind in a team's goals of a metric and period, since whoever has not begun is on track in nothing yet; `null` where nobody
 * has one, or has begun.
 */
export function behindIn(members: TeamOverview["members"], chosen: StandingsChoice): PartBehind | null {
  const { behind, onTrack, notStarted } = standings(members, chosen);
  const of = behind.length + onTrack.length;
  return notStarted.length === of ? null : { count: behind.length, of };
}

function asks(goal: GoalLine): boolean {
  return goalStatus(goal) === "not-started";
}

/**
 * Compares two goals by which of them a manager looks at first: one that is behind before one that is not, more than one unit short
 * before one unit, money before activity, monthly before weekly before daily, then the one that lacks more of its target. 0 where
 * none comes first, as of two that are not behind.
 */
export function byNeed(a: GoalLine, b: GoalLine): number {
  const other = need(b);
  return need(a).reduce((order, value, at) => order || value - (other[at] ?? 0), 0);
}

/** How goals follow each other that nobody has to look at: what is not known, has not begun, goes on, is done. */
const STATES: Readonly<Record<GoalStatus, number>> = {
  ...{
    missed: 0,
    short: 0,
    behind: 0,
    unread: 1,
    "caught-up": 2,
    "not-started": 3,
    "on-pace": 4,
    ahead: 5,
    reached: 6,
  },
  off: 7,
};

/** Compares two goals for a list of all: what is behind as by `byNeed`, then the others by their state, each time money before activity. */
export function byState(a: GoalLine, b: GoalLine): number {
  const [one, other] = [a, b].map((goal) => [STATES[goalStatus(goal)], isMoney(goal) ? 0 : 1] as const);
  if (one === undefined || other === undefined) return 0;
  return one[0] - other[0] || byNeed(a, b) || one[1] - other[1];
}

/** The goal to look at first; of those that are not behind the last, which is that of the longest period, whose days hold the others'. */
export function firstNeed<T extends GoalLine>(goals: readonly T[]): T | undefined {
  return [...goals].reverse().sort(byNeed)[0];
}

/** The goals as a reader asks of them: of each metric the one to look at first, then the others. */
export function askedFirst<T extends GoalLine>(metrics: readonly { readonly goals: readonly T[] }[]): readonly T[] {
  const first = metrics.flatMap(({ goals }) => firstNeed(goals) ?? []);
  return [...new Set([...first, ...metrics.flatMap(({ goals }) => goals)])];
}

function byFirstNeed(a: Straggler, b: Straggler): number {
  const [one, other] = [a.goals[0], b.goals[0]];
  const first = one === undefined || other === undefined ? 0 : byNeed(one, other);
  return first || b.goals.length - a.goals.length || (a.userId < b.userId ? -1 : 1);
}

/** What is compared, in its order: the less, the earlier. */
function need(goal: GoalLine): readonly number[] {
  if (!isBehind(goal)) return [1, 0, 0, 0, 0];
  const short = toCatchUp(goal);
  return [0, short > 1 ? 0 : 1, isMoney(goal) ? 0 : 1, -PERIODS.indexOf(goal.period), -short / goal.target];
}

function isMoney({ type }: Pick<GoalLine, "type">): boolean {
  return metricOf(type).unit === "dollars";
}
