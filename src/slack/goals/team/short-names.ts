/**
 * Shortens names to what tells these people apart, in their order: "Ana T." for Ana Torres, in full where two would read the same, and
 * as it is where there is but one word.
 */
export function shortNames(names: readonly string[]): readonly string[] {
  const whose = new Map<string, Set<string>>();
  for (const name of names) whose.set(initialed(name), (whose.get(initialed(name)) ?? new Set()).add(name));
  return names.map((name) => ((whose.get(initialed(name))?.size ?? 0) > 1 ? name : initialed(name)));
}

function initialed(name: string): string {
  const [first = "", ...others] = name.split(" ");
  const [initial] = others.at(-1) ?? "";
  return initial === undefined || first === "" ? name : `${first} ${initial}.`;
}
