import { max, min } from "date-fns";
import { type Fact, factId } from "../../metrics/fact";
import type { CopperClient } from "./client";
import type { CopperConfig } from "./config";
import { windowLists } from "./lists";
import { callFacts, emailFacts, type Meaning, opportunityOf } from "./mapping";
import { beginList } from "./read-list";
import type { Activity } from "./schema";
import type { List } from "./walk";

/**
 * Of e-mails and calls that a walk did not see, the keys of those that Copper lists all the same when it is asked for
 * their very time: a row deleted and another added between two pages can hide a third while the total stays as it was.
 *
 * @throws {SourceError}
 */
export async function stillListed(
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
