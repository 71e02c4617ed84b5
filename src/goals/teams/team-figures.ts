import { EVERYONE } from "../../people/permissions";
import { isMember, memberIds, memberIdsWithin } from "../../teams/membership";
import type { Day } from "../../time/day";
import { countedDays } from "../calendar";
import { byRank, currentGoals, type GoalFigures, goalLine, type MeasuredTeam, overviewOf } from "../figures";
import { type Goal, periodOf, targetOn } from "../goal";
import type { TeamLine, TeamMember, TeamOverview } from "../overview";
import { added } from "../range-sums";
import { targetPart } from "./team-parts";

/**
 * The figures of these members by their own days, and of Everyone by the company's, each by the same sums; `figures` are
 * everybody's.
 */
export function teamOverviewOf(members: readonly TeamMember[], figures: GoalFigures): TeamOverview {
  const { today } = figures.days.team;
  return {
    today,
    members: memberOverviews(members, figures),
    team: teamLines({ people: members, team: null }, figures),
  };
}

/**
 * The figures of the named teams among these figures, by their ids: of whoever is in a team today, and of the team with all who
 * were in it within the period, on their days. `people` are all who are active, `reader` is the Slack id of whose own figures are
 * wanted beside them.
 */
export function namedTeamOverviews(
  people: readonly TeamMember[],
  { reader, ...figures }: GoalFigures & { readonly reader?: string | undefined },
): ReadonlyMap<string, TeamOverview> {
  const { today } = figures.days.team;
  const teams = [...(figures.teams ?? new Map<string, MeasuredTeam>()).values()];
  const now = new Map(teams.map((team) => [team._id, memberIds(team.members, today)]));
  const isIn = (userId: string) => teams.some((team) => now.get(team._id)?.has(userId) === true);
  const overviews = memberOverviews(
    people.filter(({ _id }) => _id === reader || isIn(_id)),
    figures,
  );
  const own = overviews.find(({ userId }) => userId === reader)?.overview;
  const rowsOf = ownRows(figures);
  return new Map(
    teams.map((team) => {
      const members = overviews.filter(({ userId }) => now.get(team._id)?.has(userId) === true);
      const lines = teamLines({ people, team }, rowsOf(team));
      return [team._id, { today, members, team: lines, ...(own !== undefined && { own }) }];
    }),
  );
}

function memberOverviews(members: readonly TeamMember[], figures: GoalFigures): TeamOverview["members"] {
  const own = ownFigures(figures);
  return members.map((member) => {
    const overview = overviewOf(member, { figures: own(member._id), day: figures.days.of(member) });
    return { userId: member._id, overview };
  });
}

/** One person's part of everybody's figures, so that a thousand people do not search a thousand people's each. */
export function ownFigures(figures: GoalFigures): (userId: string) => Omit<GoalFigures, "days"> {
  const goals = byPerson(figures.goals);
  const rows = byPerson(figures.sums.rows);
  return (userId) => ({
    goals: goals.get(userId) ?? [],
    sums: { ranges: figures.sums.ranges, rows: rows.get(userId) ?? [] },
    calendar: figures.calendar,
    ...(figures.readThrough !== undefined && { readThrough: figures.readThrough }),
  });
}

/** One team's part of everybody's figures: its goals, and goals and sums of whoever was in it. */
function ownRows(figures: GoalFigures): (team: MeasuredTeam) => GoalFigures {
  const goals = byPerson(figures.goals);
  const rows = byPerson(figures.sums.rows);
  return (team) => {
    const ids = [...new Set(team.members.map(({ userId }) => userId))];
    const set = figures.goals.filter((goal) => goal.team === team._id);
    const sums = { ...figures.sums, rows: ids.flatMap((userId) => rows.get(userId) ?? []) };
    return { ...figures, goals: [...set, ...ids.flatMap((userId) => goals.get(userId) ?? [])], sums };
  };
}

/** The team whose lines are wanted, Everyone with `null`, and all who are active. */
interface LinesOf {
  readonly people: readonly TeamMember[];
  readonly team: MeasuredTeam | null;
}

/** Lists the goals set for the team and, where there is none for a metric and period, the sum of its members' goals. */
function teamLines({ people, team }: LinesOf, figures: GoalFigures): readonly TeamLine[] {
  const day = figures.days.team;
  const teamId = team?._id ?? EVERYONE;
  const goals = currentGoals(figures.goals, day.today);
  const set = goals
    .filter((goal) => goal.team === teamId)
    .map((goal): TeamLine => {
      const line = goalLine({ goal, goalId: goal._id, target: targetOn(goal, day.today) ?? 0, day }, figures);
      return { ...line, origin: "set" };
    });
  const covered = new Set(set.map(kind));
  const known = new Map(people.map((person) => [person._id, person]));
  const promised = goals.flatMap((goal): Promised[] => {
    const person = known.get(goal.userId ?? "");
    const target = person === undefined ? null : promisedTarget(goal, { person, team, figures });
    return target === null ? [] : [{ goal, target }];
  });
  const of = peopleIn(promised);
  const summed = promised.filter(({ goal }) => !covered.has(kind(goal)));
  const sums = [...grouped(summed)].map(([key, group]) => sumLine(key, { group, of, teamId, figures }));
  return [...set, ...sums.flat()].sort(byRank);
}

/** Somebody's goal, and what it promises to the team. */
interface Promised {
  readonly goal: Goal;
  /** Two decimals. */
  readonly target: number;
}

/** Says what a goal promises to a team: all of it to Everyone, else by the days on which its person is in the team; `null` without any. */
export function promisedTarget(
  goal: Goal,
  { person, team, figures }: { person: TeamMember; team: MeasuredTeam | null; figures: GoalFigures },
): number | null {
  const { today } = figures.days.team;
  const target = targetOn(goal, today) ?? 0;
  if (team === null) return target;
  const period = periodOf(goal.period, today);
  if (!memberIdsWithin(team.members, period).has(person._id)) return null;
  const isIn = (on: Day) => isMember(team.members, { userId: person._id, on });
  return targetPart(target, { period, counted: countedDays(person.schedule, figures.calendar), isIn });
}

/** Sums the goals of some against what these people did: what others did would flatter it. */
function sumLine(
  key: string,
  { group, of, teamId, figures }: { group: readonly Promised[]; of: number; teamId: string; figures: GoalFigures },
): readonly TeamLine[] {
  const [first] = group;
  const target = added(group.map((one) => one.target));
  // Who is in the team on days off alone promises nothing to it.
  if (first === undefined || target <= 0) return [];
  const { type, period } = first.goal;
  const promised = new Set(group.map(({ goal }) => goal.userId));
  const rows = figures.sums.rows.filter(({ userId }) => promised.has(userId));
  const goal = { team: teamId, type, period };
  const given = { goal, goalId: `sum ${key}`, target, day: figures.days.team };
  const line = goalLine(given, { ...figures, sums: { ...figures.sums, rows } });
  return [{ ...line, origin: "sum", summed: { people: promised.size, of } }];
}

/** How many people have a goal among these. */
function peopleIn(promises: readonly Promised[]): number {
  return new Set(promises.map(({ goal }) => goal.userId)).size;
}

function kind({ type, period }: Pick<Goal, "type" | "period">): string {
  return `${type} ${period}`;
}

function grouped(promises: readonly Promised[]): ReadonlyMap<string, readonly Promised[]> {
  const groups = new Map<string, Promised[]>();
  for (const one of promises) {
    const group = groups.get(kind(one.goal)) ?? [];
    group.push(one);
    groups.set(kind(one.goal), group);
  }
  return groups;
}

/** Groups what is of people by Slack id. */
export function byPerson<T extends { readonly userId?: string | undefined }>(
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
