import type { UserSum } from "../metrics/metric-store";
import { byRank, currentGoals, type GoalFigures, goalLine, overviewOf } from "./figures";
import { type Goal, TEAM, targetOn } from "./goal";
import type { TeamLine, TeamMember, TeamOverview } from "./overview";

/**
 * The figures of these members by their own days, and of the team by its own, each by the same sums; `figures` are
 * everybody's.
 */
export function teamOverviewOf(members: readonly TeamMember[], figures: GoalFigures): TeamOverview {
  const own = ownFigures(figures);
  const memberFigures = members.map((member) => {
    const overview = overviewOf(member, { figures: own(member._id), day: figures.days.of(member) });
    return { userId: member._id, overview };
  });
  return { today: figures.days.team.today, members: memberFigures, team: teamLines(members, figures) };
}

/** One person's part of everybody's figures, so that a thousand people do not search a thousand people's each. */
export function ownFigures(figures: GoalFigures): (userId: string) => Omit<GoalFigures, "days"> {
  const goals = byPerson(figures.goals);
  const rows = byPerson(figures.sums.rows);
  return (userId) => ({
    goals: goals.get(userId) ?? [],
    sums: { ranges: figures.sums.ranges, rows: rows.get(userId) ?? [] },
    calendar: figures.calendar,
  });
}

/** Lists the goals set for the team and, where there is none for a metric and period, the sum of its members' goals. */
function teamLines(members: readonly TeamMember[], figures: GoalFigures): readonly TeamLine[] {
  const day = figures.days.team;
  const goals = currentGoals(figures.goals, day.today);
  const set = goals
    .filter(({ team }) => team !== undefined)
    .map((goal): TeamLine => {
      const line = goalLine({ goal, goalId: goal._id, target: targetOn(goal, day.today) ?? 0, day }, figures);
      return { ...line, origin: "set" };
    });
  const covered = new Set(set.map(kind));
  const ids = new Set(members.map(({ _id }) => _id));
  const promised = goals.filter((goal) => ids.has(goal.userId ?? "") && !covered.has(kind(goal)));
  const sums = [...grouped(promised)].map(([key, group]) => sumLine(key, { group, figures }));
  return [...set, ...sums.flat()].sort(byRank);
}

/** Sums the goals of some against what these people did: what others did would flatter it. */
function sumLine(
  key: string,
  { group, figures }: { group: readonly Goal[]; figures: GoalFigures },
): readonly TeamLine[] {
  const [first] = group;
  if (first === undefined) return [];
  const day = figures.days.team;
  const total = group.reduce((sum, goal) => sum + (targetOn(goal, day.today) ?? 0), 0);
  const goal = { team: TEAM, type: first.type, period: first.period };
  const promised = new Set(group.map(({ userId }) => userId));
  const rows = figures.sums.rows.filter(({ userId }) => promised.has(userId));
  const target = Math.round(total * 100) / 100;
  const line = goalLine(
    { goal, goalId: `sum ${key}`, target, day },
    { ...figures, sums: { ranges: figures.sums.ranges, rows } },
  );
  return [{ ...line, origin: "sum" }];
}

function kind({ type, period }: Pick<Goal, "type" | "period">): string {
  return `${type} ${period}`;
}

function grouped(goals: readonly Goal[]): ReadonlyMap<string, readonly Goal[]> {
  const groups = new Map<string, Goal[]>();
  for (const goal of goals) {
    const group = groups.get(kind(goal)) ?? [];
    group.push(goal);
    groups.set(kind(goal), group);
  }
  return groups;
}

/** Groups goals or sums by person. */
export function byPerson<T extends Pick<Goal, "userId"> | UserSum>(
  all: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const own = new Map<string, T[]>();
  for (const one of all) {
    if (one.userId === undefined) continue;
    const list = own.get(one.userId) ?? [];
    list.push(one);
    own.set(one.userId, list);
  }
  return own;
}
