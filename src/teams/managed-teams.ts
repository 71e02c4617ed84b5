import { type Actor, EVERYONE } from "../people/permissions";
import type { Person } from "../people/person";
import type { Day } from "../time/day";
import { isMember, memberIds } from "./membership";
import type { Team } from "./team";

/** The teams, and the day on which it is asked who is in them, by the company's zone. */
export interface TeamsToday {
  readonly teams: readonly Team[];
  readonly today: Day;
}

/**
 * Adds to somebody what they manage and which teams they are in today. A manager whom no team names manages Everyone; one
 * whom only teams name that are not active any more manages nobody: taking a team away must not give them everybody's figures.
 */
export function withTeams(actor: Actor, { teams, today }: TeamsToday): Actor {
  const { userId, role } = actor;
  if (role === "outsider" || role === "newcomer") return actor;
  const active = teams.filter((team) => team.active);
  const memberOf = active.filter(({ members }) => isMember(members, { userId, on: today })).map(({ _id }) => _id);
  if (role !== "manager") return { ...actor, memberOf };
  const own = ownTeams({ _id: userId, role, active: true }, teams);
  if (own.includes(EVERYONE)) return { ...actor, memberOf, teams: own };
  const managed = active.filter(({ _id }) => own.includes(_id));
  const members = new Set(managed.flatMap((team) => [...memberIds(team.members, today)]));
  return { ...actor, memberOf, teams: own, members };
}

/**
 * Names the teams of somebody's own: those that a manager manages, or Everyone alone, and of an admin only those that name them,
 * since an admin may see all.
 */
export function ownTeams(person: Pick<Person, "_id" | "role" | "active">, teams: readonly Team[]): readonly string[] {
  const { _id: userId, role, active } = person;
  if (!active || role === "rep") return [];
  if (role === "manager" && !teams.some(({ managers }) => managers.includes(userId))) return [EVERYONE];
  return teams.filter((team) => team.active && team.managers.includes(userId)).map(({ _id }) => _id);
}

/** Lists managers who manage Everyone now, since this change took their last team: whoever changes it is told. */
export function managersOfEveryone(before: readonly string[], { teams }: Pick<TeamsToday, "teams">): readonly string[] {
  return before.filter((userId) => !teams.some(({ managers }) => managers.includes(userId)));
}
