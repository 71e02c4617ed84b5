import type { Fact } from "../../metrics/fact";
import { COPPER_PAGE_SIZE, type CopperClient } from "./client";
import type { CopperConfig } from "./config";
import { isRead, opportunitiesById } from "./lists";
import { type CopperContext, letterOf, opportunityOf, stageOf } from "./mapping";

/** What it takes to ask Copper about records it did not list. */
export interface CopperLookUp {
  readonly client: CopperClient;
  readonly config: CopperConfig;
  readonly context: CopperContext;
}

/**
 * Returns, of facts that a walk did not list, those that it should have listed. An opportunity leaves the list also by moving
 * on, or by being won or lost: its entries are missing only when it is itself gone, for which 200 are asked for in a request,
 * or when another stage was set to be this letter's. Nothing of a list that is not read is ever missing.
 *
 * @throws {SourceError}
 */
export async function missingFacts(unlisted: readonly Fact[], lookUp: CopperLookUp): Promise<readonly Fact[]> {
  const { config, context } = lookUp;
  const letters = new Set(context.stages.values());
  const entries = unlisted.filter(({ type }) => {
    const letter = letterOf(type);
    return letter !== null && letters.has(letter);
  });
  const isCounted = (entry: Fact) => context.stages.get(stageOf(entry)) === letterOf(entry.type);
  const existing = await existingOpportunities(entries.filter(isCounted), lookUp);
  const missing = new Set(entries.filter((entry) => !isCounted(entry) || !existing.has(opportunityOf(entry) ?? "")));
  return unlisted.filter((fact) => (opportunityOf(fact) === null ? isRead(config, fact.type) : missing.has(fact)));
}

async function existingOpportunities(entries: readonly Fact[], { client }: CopperLookUp): Promise<ReadonlySet<string>> {
  const wanted = [...new Set(entries.flatMap((entry) => opportunityOf(entry) ?? []))];
  const batches = Array.from({ length: Math.ceil(wanted.length / COPPER_PAGE_SIZE) }, (_, index) =>
    wanted.slice(index * COPPER_PAGE_SIZE, (index + 1) * COPPER_PAGE_SIZE),
  );
  return new Set((await Promise.all(batches.map((ids) => existingOf(ids, client)))).flat());
}

/** The ids fit on one page, whatever the total says. Where one is listed without its id, none of them is known to be gone. */
async function existingOf(ids: readonly string[], client: CopperClient): Promise<readonly string[]> {
  const list = opportunitiesById(ids);
  const { items } = await client.page({ ...list, number: 1 });
  const read = items.map(list.read);
  if (read.some(({ id }) => id === null)) return ids;
  return read.flatMap(({ id, kind }) => (id === null || kind === "deleted" ? [] : [id]));
}
