import type { Team } from "../../../src/teams/team";

/** A team of these people since ever, which nobody manages. */
export function aTeam(_id: string, given: Partial<Team> & { readonly people?: readonly string[] } = {}): Team {
  const { people = [], ...rest } = given;
  return {
    _id,
    name: `Team ${_id}`,
    members: people.map((userId) => ({ userId, from: null })),
    managers: [],
    active: true,
    version: 1,
    ...rest,
  };
}
