import { max, min } from "date-fns";
import { type Fact, factId } from "../../metrics/fact";
import { SourceError } from "../source-error";
import { type CopperClient, PAGE_SIZE } from "./client";
import type { CopperConfig } from "./config";
import { isRead, opportunitiesById, windowLists } from "./lists";
import { callFacts, emailFacts, letterOf, type Meaning, opportunityOf, stageOf } from "./mapping";
import type { List } from "./pages";
import type { Activity } from "./schema";
import { beginList } from "./verified-list";

/**
 * Of facts that are no longer listed, those whose record is gone. E-mails and calls are, unless Copper lists them when
 * it is asked for their time. An opportunity
 * leaves the list also by moving on, or by being won or lost, so its entries are gone only when it is itself, or when
 * another stage was set to be this letter's. Nothing of a list that is not read is ever gone.
 *
 * @throws {SourceError}
 */
export async function deletedFacts(
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

/**
 * Of e-mails and calls that a walk did not see, the keys of those that Copper lists all the same when it is asked for
 * their very time: a row deleted and another added between two pages can hide a third while the total stays as it was.
 *
 * @throws {SourceError}
 */
async function stillListed(
  unseen: readonly Fact[],
  { client, config, meaning }: { client: CopperClient; config: CopperConfig; meaning: Meaning },
): Promise<ReadonlySet<string>> {
  const activities = unseen.filter((fact) => opportunityOf(fact) === null);
  if (activities.length === 0) return new Set();
  const times = activities.map(({ at }) => at);
  const window = { since: min(times), until: new Date(max(times).getTime() + 1_000) };
  const { emails, calls } = windowLists(config, { window, stages: meaning.stages });
  const mails = activities.some(({ type }) => type === "email_quantity") ? await listed(client, emails) : [];
  const others = activities.some(({ type }) => type !== "email_quantity") ? await listed(client, calls) : [];
  const facts = [...emailFacts(mails, meaning).facts, ...others.flatMap((call) => callFacts(call, meaning))];
  return new Set(facts.map(factId));
}

async function listed(client: CopperClient, list: List<Activity> | null): Promise<readonly Activity[]> {
  if (list === null) return [];
  const { items } = await (await beginList(client, { list, signal: new AbortController().signal }))();
  return items.flatMap((one) => (one.kind === "record" ? [one.record] : []));
}
