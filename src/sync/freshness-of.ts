import type { Source } from "../sources/source";
import type { Freshness } from "./freshness";
import type { SourceStates } from "./source-states";

/** How old each source's figures are, with what only the sources themselves tell: which are off, and which are imported. */
export async function freshnessOf(
  sources: readonly Pick<Source, "id" | "off" | "imported">[],
  states: Pick<SourceStates, "all">,
): Promise<readonly Freshness[]> {
  const ids = (given: typeof sources) => new Set(given.map(({ id }) => id));
  const imported = ids(sources.filter((source) => source.imported));
  const found = await states.all(ids(sources.filter(({ off }) => off !== undefined)));
  return found.map((one) => (imported.has(one.source) ? { ...one, imported: true } : one));
}
