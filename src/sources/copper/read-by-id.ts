import { safeId } from "../../metrics/fact";
import { readById } from "../read-by-id";
import type { RecordRef, RecordsRead } from "../webhook-event";
import type { CopperClient } from "./client";
import type { CopperConfig } from "./config";
import { countedAs, opportunitiesById } from "./lists";
import { callFacts, emailFacts, entryFact, type Meaning } from "./mapping";
import { Activity, type Item, item, Opportunity } from "./schema";

interface Asking {
  readonly client: CopperClient;
  readonly config: CopperConfig;
  readonly meaning: Meaning;
  readonly signal: AbortSignal;
}

/**
 * Activities and opportunities as they are now. Gone is what Copper does not find by its very id, and an activity of
 * which it keeps a stub; a mail that is gone cannot be told, as its facts bear the mail's id and not the activity's.
 *
 * @throws {SourceError}
 */
export async function readCopperById(records: readonly RecordRef[], asking: Asking): Promise<RecordsRead> {
  const ids = (kind: RecordRef["kind"]) => records.flatMap((record) => (record.kind === kind ? [record.id] : []));
  const [activities, opportunities] = await Promise.all([
    activitiesNow(ids("activity"), asking),
    opportunitiesNow(ids("opportunity"), asking),
  ]);
  const ofActivities = fromActivities(activities, asking);
  const ofOpportunities = fromOpportunities(opportunities, asking.meaning);
  return {
    facts: [...ofActivities.facts, ...ofOpportunities.facts],
    copies: ofActivities.copies,
    scope: { recordIds: ofActivities.recordIds, prefixes: ofOpportunities.prefixes },
  };
}

type Found<T> = ReadonlyMap<string, Item<T> | null>;

function activitiesNow(ids: readonly string[], { client, signal }: Asking): Promise<Found<Activity>> {
  const read = (raw: unknown) => item(Activity, raw);
  const newest = { path: "/activities/search", body: { sort_by: "activity_date", sort_direction: "desc" }, number: 1 };
  return readById(ids, {
    many: async () => byId((await client.page({ ...newest, signal })).items.map(read)),
    one: (id) => found(client.record(`/activities/${id}`, signal), read),
  });
}

function opportunitiesNow(ids: readonly string[], { client, signal }: Asking): Promise<Found<Opportunity>> {
  const read = (raw: unknown) => item(Opportunity, raw);
  return readById(ids, {
    many: async (all) => {
      const { path, body } = opportunitiesById(all);
      return byId((await client.page({ path, body, number: 1, signal })).items.map(read));
    },
    one: (id) => found(client.record(`/opportunities/${id}`, signal), read),
  });
}

async function found<T>(answer: Promise<unknown>, read: (raw: unknown) => Item<T>): Promise<Item<T> | null> {
  const raw = await answer;
  return raw === null ? null : read(raw);
}

function byId<T>(items: readonly Item<T>[]): ReadonlyMap<string, Item<T>> {
  return new Map(items.flatMap((one): [string, Item<T>][] => (one.id === null ? [] : [[one.id, one]])));
}

/** A call has facts of its own; a mail may be known by another of its activities; other kinds have none, or no more. */
function fromActivities(activities: Found<Activity>, { config, meaning }: Asking) {
  const read = [...activities].filter(([, one]) => one?.kind !== "unreadable");
  const live = read.flatMap(([, one]) => (one?.kind === "record" ? [one.record] : []));
  const mails = live.filter(({ type }) => countedAs(config, type) === "email");
  const calls = live.filter(({ type }) => countedAs(config, type) === "call");
  return {
    facts: calls.flatMap((call) => callFacts(call, meaning)),
    copies: emailFacts(mails, meaning).facts,
    recordIds: read.map(([id]) => safeId(id)),
  };
}

/** Older entries of an opportunity that has moved on stand; all are taken back when it is itself gone. */
function fromOpportunities(opportunities: Found<Opportunity>, meaning: Meaning) {
  const all = [...opportunities];
  return {
    facts: all.flatMap(([, one]) => (one?.kind === "record" ? (entryFact(one.record, meaning) ?? []) : [])),
    prefixes: all.flatMap(([id, one]) => (one === null || one.kind === "deleted" ? [safeId(`${id}-`)] : [])),
  };
}
