import { type Fact, factId } from "../../metrics/fact";
import { SourceError } from "../source-error";
import { type CopperClient, PAGE_SIZE } from "./client";
import type { CopperConfig } from "./config";
import { isRead, opportunitiesById } from "./lists";
import { letterOf, type Meaning, opportunityOf, stageOf } from "./mapping";
import { beginList } from "./read-list";
import { stillListed } from "./still-listed";

/**
 * Of facts that are no longer listed, those whose record is gone. E-mails and calls are, unless Copper lists them when
 * it is asked for their time. An opportunity
 * leaves the list also by moving on, or by being won or lost, so its entries are gone only when it is itself, or when
 * another stage was set to be this letter's. Nothing of a list that is not read is ever gone.
 *
 * @throws {SourceError}
 */
export async function goneFacts(
  unseen: readonly Fact[],
  { client, config, meaning }: { client: CopperClient; config: CopperConfig; meaning: Meaning },
): Promise<readonly Fact[]> {
  const letters = new Set(meaning.stages.values());
  const entries = unseen.filter(({ type }) => {
    const letter = letterOf(type);
    return letter !== null && letters.has(letter);
  });
  const read = new Set(entries);
  const moved = new Set(entries.filter((entry) => meaning.stages.get(stageOf(entry)) !== letterOf(entry.type)));
  const asked = entries.filter((entry) => !moved.has(entry));
  const wanted = [...new Set(asked.flatMap((entry) => opportunityOf(entry) ?? []))];
  const batches = Array.from({ length: Math.ceil(wanted.length / PAGE_SIZE) }, (_, index) =>
    wanted.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
  );
  const existing = new Set((await Promise.all(batches.map((ids) => existingOf(ids, client)))).flat());
  const hidden = await stillListed(unseen, { client, config, meaning });
  return unseen.filter((fact) => {
    const opportunity = opportunityOf(fact);
    if (opportunity === null) return isRead(config, fact.type) && !hidden.has(factId(fact));
    return moved.has(fact) || (read.has(fact) && !existing.has(opportunity));
  });
}

async function existingOf(ids: readonly string[], client: CopperClient): Promise<readonly string[]> {
  const list = opportunitiesById(ids);
  const { items, short } = await (await beginList(client, { list, signal: new AbortController().signal }))();
  if (short !== null || items.some(({ id }) => id === null)) {
    const message = `${short ?? "Copper listed an opportunity without its id."} Which were deleted cannot be told.`;
    throw new SourceError("copper", "unexpected-answer", message);
  }
  return items.flatMap(({ id, kind }) => (id === null || kind === "deleted" ? [] : [id]));
}
