import { EVERYONE } from "../../people/permissions";
import { isMember, memberIdsWithin } from "../../teams/membership";
import type { Team } from "../../teams/team";
import type { Day } from "../../time/day";
import { countedDays, type TeamCalendar } from "../calendar";
import { type Goal, periodOf, targetOn } from "../goal";
import type { TeamMember } from "../overview";
import { added } from "../range-sums";
import { summedMembers, targetPart } from "../teams/team-parts";
import {
  isMeant,
  type Promised,
  promisedBy,
  promisedTrends,
  type Trend,
  type TrendFigures,
  type TrendRange,
  wholePeriods,
  withoutGoals,
} from "./trends";

/** A named team, and the days that it works as a whole. */
export interface TrendTeam extends Team {
  readonly calendar: TeamCalendar;
}

/** What a team's trends are made of; `team` is `null` for Everyone. */
export interface TeamTrendInput {
  readonly figures: TrendFigures;
  readonly asked: TrendRange;
  readonly team: TrendTeam | null;
}

/** What a team promised is made of. */
export interface TeamPromisesInput extends Omit<TeamTrendInput, "figures"> {
  readonly figures: Omit<TrendFigures, "sums">;
}

/**
 * Makes the trends of a team, or of everybody together, the most behind first: against the goal set for it, to which counts what
 * everybody in it did, or else against the sum of these members' goals, to which counts what those did who have them, while they are in
 * force. In a named team each counts on the days on which they are in it, and a member's target by the same days, as in the team's goals.
 */
export function teamTrends(members: readonly TeamMember[], { figures, asked, team }: TeamTrendInput): readonly Trend[] {
  return promisedTrends(teamPromises(members, { figures, asked, team }), {
    ...{ figures, asked },
    of: { team: team?._id ?? EVERYONE, ...(team !== null && { named: team }) },
    counted: countedDays(undefined, team?.calendar ?? figures.calendar),
  });
}

/** What `teamTrends` are against: goals of the team, sums of its members', and the metrics without one that are asked about. */
export function teamPromises(
  members: readonly TeamMember[],
  { figures, asked, team }: TeamPromisesInput,
): readonly Promised[] {
  const teamId = team?._id ?? EVERYONE;
  const known = new Map(membersOf(team, { members, asked }).map((member) => [member._id, member]));
  const meant = figures.goals.filter((goal) => isMeant(goal, asked));
  const set = meant.filter((goal) => goal.team === teamId);
  const theirs = meant.filter((goal) => known.has(goal.userId ?? "") && !set.some((one) => isAlike(one, goal)));
  const groups = theirs.filter((goal, at) => theirs.findIndex((one) => isAlike(one, goal)) === at);
  const sums = groups.map((goal): Promised => {
    const targets = theirs
      .filter((one) => isAlike(one, goal))
      .map((one) => promisedTo(team, { goal: one, known, figures }));
    const { type, period } = goal;
    const of = summedMembers(
      { type, period, range: asked.range },
      { people: [...known.values()], goals: theirs, team },
    );
    return {
      ...promisedBy(goal, { of, origin: "sum" }),
      targetOn: (day) => added(targets.map((promised) => promised(day))),
    };
  });
  const promised = [...set.map((goal) => promisedBy(goal, { of: null, origin: "set" })), ...sums];
  return withoutGoals(promised, { asked, of: null, origin: "sum" });
}

/** Those of them whose goals may promise something to the team within the periods that are asked about. */
function membersOf(
  team: TrendTeam | null,
  { members, asked }: { readonly members: readonly TeamMember[]; readonly asked: TrendRange },
): readonly TeamMember[] {
  if (team === null) return members;
  const ids = memberIdsWithin(team.members, wholePeriods(asked.range));
  return members.filter(({ _id }) => ids.has(_id));
}

/** What a member's goal promises to the team in the period of a day: all of it to Everyone. */
function promisedTo(
  team: TrendTeam | null,
  {
    goal,
    known,
    figures,
  }: { goal: Goal; known: ReadonlyMap<string, TeamMember>; figures: TeamPromisesInput["figures"] },
): (day: Day) => number {
  if (team === null) return (day) => targetOn(goal, day) ?? 0;
  const { userId = "" } = goal;
  const counted = countedDays(known.get(userId)?.schedule, figures.calendar);
  const isIn = (on: Day) => isMember(team.members, { userId, on });
  return (day) => targetPart(targetOn(goal, day) ?? 0, { period: periodOf(goal.period, day), counted, isIn });
}

function isAlike(a: Pick<Goal, "type" | "period">, b: Pick<Goal, "type" | "period">): boolean {
  return a.type === b.type && a.period === b.period;
}
