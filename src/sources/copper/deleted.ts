import { max, min } from "date-fns";
import { type Fact, factId } from "../../metrics/fact";
import { SourceError } from "../source-error";
import { type CopperClient, PAGE_SIZE } from "./client";
import type { CopperConfig } from "./config";
import { isRead, opportunitiesById, windowLists } from "./lists";
import { type CopperContext, copperCallFacts, emailFacts, letterOf, opportunityOf, stageOf } from "./mapping";
import type { CopperList } from "./pages";
import type { Activity } from "./schema";
import { beginList } from "./verified-list";

/**
 * Picks out, of facts that are no longer listed, those whose record was deleted. E-mails and calls were, unless Copper
 * lists them when their very time is requested. An opportunity also leaves the list when it moves on, is won or is lost,
 * so its entries are deleted only with the opportunity itself, or when another stage was configured for their letter.
 * Nothing of a list that is not read is ever deleted.
 *
 * @throws {SourceError}
 */
export async function deletedFacts(
  unseen: readonly Fact[],
  { client, config, context }: { client: CopperClient; config: CopperConfig; context: CopperContext },
): Promise<readonly Fact[]> {
  const letters = new Set(context.stages.values());
  const entries = unseen.filter(({ type }) => {
    const letter = letterOf(type);
    return letter !== null && letters.has(letter);
  });
  const read = new Set(entries);
  const moved = new Set(entries.filter((entry) => context.stages.get(stageOf(entry)) !== letterOf(entry.type)));
  const asked = entries.filter((entry) => !moved.has(entry));
  const wanted = [...new Set(asked.flatMap((entry) => opportunityOf(entry) ?? []))];
  const batches = Array.from({ length: Math.ceil(wanted.length / PAGE_SIZE) }, (_, index) =>
    wanted.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
  );
  const existing = new Set((await Promise.all(batches.map((ids) => existingOf(ids, client)))).flat());
  const hidden = await stillListed(unseen, { client, config, context });
  return unseen.filter((fact) => {
    const opportunity = opportunityOf(fact);
    if (opportunity === null) return isRead(config, fact.type) && !hidden.has(factId(fact));
    return moved.has(fact) || (read.has(fact) && !existing.has(opportunity));
  });
}

async function existingOf(ids: readonly string[], client: CopperClient): Promise<readonly string[]> {
  const list = opportunitiesById(ids);
  const { items, shortfall } = await (await beginList(client, { list, signal: new AbortController().signal }))();
  if (shortfall !== null || items.some(({ id }) => id === null)) {
    const message = `${shortfall ?? "Copper listed an opportunity without its id."} Which were deleted cannot be told.`;
    throw new SourceError("copper", "unexpected-answer", message);
  }
  return items.flatMap(({ id, kind }) => (id === null || kind === "deleted" ? [] : [id]));
}

/**
 * Finds the keys of e-mails and calls that a walk did not see and that Copper lists all the same when their very time is
 * requested: a row deleted and another added between two pages can hide a third while the total stays as it was.
 *
 * @throws {SourceError}
 */
async function stillListed(
  unseen: readonly Fact[],
  { client, config, context }: { client: CopperClient; config: CopperConfig; context: CopperContext },
): Promise<ReadonlySet<string>> {
  const activities = unseen.filter((fact) => opportunityOf(fact) === null);
  if (activities.length === 0) return new Set();
  const times = activities.map(({ at }) => at);
  const window = { since: min(times), until: new Date(max(times).getTime() + 1_000) };
  const { emails, calls } = windowLists(config, { window, stages: context.stages });
  const mails = activities.some(({ type }) => type === "email_quantity") ? await listed(client, emails) : [];
  const others = activities.some(({ type }) => type !== "email_quantity") ? await listed(client, calls) : [];
  const facts = [...emailFacts(mails, context).facts, ...others.flatMap((call) => copperCallFacts(call, context))];
  return new Set(facts.map(factId));
}

async function listed(client: CopperClient, list: CopperList<Activity> | null): Promise<readonly Activity[]> {
  if (list === null) return [];
  const { items } = await (await beginList(client, { list, signal: new AbortController().signal }))();
  return items.flatMap((one) => (one.kind === "record" ? [one.record] : []));
}
