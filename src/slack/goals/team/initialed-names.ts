/**
 * Shortens names to what tells these people apart, in their order: "Ana T." for Ana Torres, in full where two would read the same, and
 * as it is where there is no surname.
 */
export function initialedNames(names: readonly string[]): readonly string[] {
  const whose = new Map<string, Set<string>>();
  for (const name of names) whose.set(initialed(name), (whose.get(initialed(name)) ?? new Set()).add(name));
  return names.map((name) => ((whose.get(initialed(name))?.size ?? 0) > 1 ? name : initialed(name)));
}

/** What stands behind a surname and is none, in whichever case. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md|mba|cpa|esq)[.,]?$/i;

/** The initial of the last word that can be a surname: "(West)", "Jr." and "🌟" cannot. */
function initialed(name: string): string {
  const [first = "", ...others] = name.split(" ");
  const surname = others.filter((word) => /^\p{L}/u.test(word) && !SUFFIX.test(word)).at(-1);
  const [initial] = surname ?? "";
  return initial === undefined || first === "" ? name : `${first} ${initial}.`;
}
