import { EVERYONE } from "../../people/permissions";
import type { Team } from "../../teams/team";
import { normalizeText } from "./normalize";

/** Words that mean the team of all. */
export const EVERYONE_WORDS: ReadonlySet<string> = new Set(["everyone", "everybody", "all"]);

/** A team's id that words name, and the words with "team" in the place of its name. */
export interface NamedTeam {
  readonly team: string;
  readonly rest: string;
}

/** Finds the name of a team behind the word "team"; `null` for none. */
export function extractTeamName(text: string, teams: readonly Team[]): NamedTeam | null {
  return extracted(` ${normalizeText(text)} `, { teams, before: " team " });
}

/** Finds the name of a team, behind the word "team" or alone; `null` for none. */
export function extractBareTeamName(text: string, teams: readonly Team[]): NamedTeam | null {
  return extractTeamName(text, teams) ?? extracted(` ${normalizeText(text)} `, { teams, before: " " });
}

function extracted(
  words: string,
  { teams, before }: { readonly teams: readonly Team[]; readonly before: string },
): NamedTeam | null {
  const names = teams.filter(({ active }) => active).map(({ _id, name }) => ({ _id, name: normalizeText(name) }));
  const everyone = [...EVERYONE_WORDS].map((name) => ({ _id: EVERYONE, name }));
  // Where one name begins another, the longer one is meant.
  const longest = [...names, ...everyone].sort((a, b) => b.name.length - a.name.length);
  const found = longest.find(({ name }) => words.includes(`${before}${name} `));
  if (found === undefined) return null;
  return { team: found._id, rest: words.replace(`${before}${found.name} `, () => " team ").trim() };
}
