import type { UserSum } from "../metrics/metric-store";
import { byRank, currentGoals, type GoalFigures, goalLine, overviewOf } from "./figures";
import { type Goal, TEAM, targetOn } from "./goal";
import type { TeamLine, TeamMember, TeamOverview } from "./overview";

/** The figures of these members and of the team, each by the same sums; `figures` are everybody's. */
export function teamOverviewOf(members: readonly TeamMember[], figures: GoalFigures): TeamOverview {
  const { today } = figures;
  const goalsOf = byPerson(figures.goals);
  const sumsOf = byPerson(figures.sums);
  const memberFigures = members.map((member) => {
    const own = { goals: goalsOf.get(member._id) ?? [], sums: sumsOf.get(member._id) ?? [] };
    return { userId: member._id, overview: overviewOf(member, { ...figures, ...own }) };
  });
  return { today, members: memberFigures, team: teamLines(members, figures) };
}

/** Lists the goals set for the team and, where there is none for a metric and period, the sum of its members' goals. */
function teamLines(members: readonly TeamMember[], figures: GoalFigures): readonly TeamLine[] {
  const { today } = figures;
  const goals = currentGoals(figures.goals, today);
  const set = goals
    .filter(({ team }) => team !== undefined)
    .map((goal): TeamLine => {
      const line = goalLine({ goal, goalId: goal._id, target: targetOn(goal, today) ?? 0 }, figures);
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
  const total = group.reduce((sum, goal) => sum + (targetOn(goal, figures.today) ?? 0), 0);
  const goal = { team: TEAM, type: first.type, period: first.period };
  const promised = new Set(group.map(({ userId }) => userId));
  const sums = figures.sums.filter(({ userId }) => promised.has(userId));
  const line = goalLine({ goal, goalId: `sum ${key}`, target: Math.round(total * 100) / 100 }, { ...figures, sums });
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

/** Groups by person, so that a thousand people do not search a thousand people's goals and sums each. */
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
