import { type Actor, can, EVERYONE, type TeamAct } from "../../people/permissions";
import type { Team } from "../../teams/team";
import { normalizeText } from "../parse/normalize";

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

const EVERYONE_WORDS: ReadonlySet<string> = new Set(["everyone", "everybody", "all"]);

/** The id of the active team that words name, whatever their case, spaces and quotes; `null` for none. */
export function teamNamed(words: string, teams: readonly Team[]): string | null {
  const named = normalizeText(words);
  if (EVERYONE_WORDS.has(named)) return EVERYONE;
  return teams.find(({ active, name }) => active && normalizeText(name) === named)?._id ?? null;
}

/** Finds the name of a team behind the word "team": which it is, and the text without the name; `null` for none. */
export function extractTeamName(
  text: string,
  teams: readonly Team[],
): { readonly team: string; readonly rest: string } | null {
  const words = normalizeText(text);
  const names = teams.filter(({ active }) => active).map(({ _id, name }) => ({ _id, name: normalizeText(name) }));
  const everyone = [...EVERYONE_WORDS].map((name) => ({ _id: EVERYONE, name }));
  // Where one name begins another, the longer one is meant.
  const longest = [...names, ...everyone].sort((a, b) => b.name.length - a.name.length);
  const found = longest.find(({ name }) => `${words} `.includes(` team ${name} `));
  if (found === undefined) return null;
  return { team: found._id, rest: `${words} `.replace(` team ${found.name} `, () => " team ").trim() };
}
