import { type Actor, EVERYONE } from "../people/permissions";
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
  if (!teams.some(({ managers }) => managers.includes(userId))) return { ...actor, memberOf, teams: [EVERYONE] };
  const managed = active.filter(({ managers }) => managers.includes(userId));
  const members = new Set(managed.flatMap((team) => [...memberIds(team.members, today)]));
  return { ...actor, memberOf, teams: managed.map(({ _id }) => _id), members };
}

/** Lists managers who manage Everyone now, since this change took their last team: whoever changes it is told. */
export function managersOfEveryone(before: readonly string[], { teams }: Pick<TeamsToday, "teams">): readonly string[] {
  return before.filter((userId) => !teams.some(({ managers }) => managers.includes(userId)));
}
