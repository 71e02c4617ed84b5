import { type Actor, can, EVERYONE, type TeamAct } from "../../../people/permissions";
import type { Team } from "../../../teams/team";
import { normalizeText } from "../../parse/normalize";
import { EVERYONE_WORDS } from "../../parse/team-name";

/** A team that somebody may choose; Everyone has no name. */
export interface PickableTeam {
  readonly id: string;
  readonly name: string | null;
}

/** Lists the teams with which somebody may do this, Everyone first. */
export function teamChoices(
  actor: Actor,
  { teams, does }: { readonly teams: readonly Team[]; readonly does: Exclude<TeamAct["does"], "see-board"> },
): readonly PickableTeam[] {
  const named = teams.filter(({ active }) => active).map(({ _id: id, name }) => ({ id, name }));
  return [{ id: EVERYONE, name: null }, ...named].filter(({ id }) => can(actor, { does, team: id }));
}

/** The id of the active team that words name, whatever their case, spaces and quotes; `null` for none. */
export function teamNamed(words: string, teams: readonly Team[]): string | null {
  const named = normalizeText(words);
  if (EVERYONE_WORDS.has(named)) return EVERYONE;
  return teams.find(({ active, name }) => active && normalizeText(name) === named)?._id ?? null;
}
