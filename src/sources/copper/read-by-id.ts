import { safeId } from "../../metrics/fact";
import { readById } from "../read-by-id";
import { type ReadableRecord, type UnreadablePart, unreadableReason } from "../unreadable";
import type { RecordRef, RecordsRead } from "../webhook-event";
import type { CopperClient } from "./client";
import type { CopperConfig } from "./config";
import { countedAs, opportunitiesById } from "./lists";
import { type CopperContext, emailFacts, entryFact, loggedCallFacts } from "./mapping";
import { Activity, type Item, item, Opportunity } from "./schema";

interface ReadDeps {
  readonly client: CopperClient;
  readonly config: CopperConfig;
  readonly context: CopperContext;
  readonly signal: AbortSignal;
}

/**
 * Reads activities and opportunities as they are now. Those that Copper does not find by id are deleted, and so is an
 * activity of which it keeps a stub. A deleted mail cannot be recognized: its facts have the mail's id, not the activity's.
 *
 * @throws {SourceError}
 */
export async function readCopperById(records: readonly RecordRef[], deps: ReadDeps): Promise<RecordsRead> {
  const ids = (kind: RecordRef["kind"]) => records.flatMap((record) => (record.kind === kind ? [record.id] : []));
  const [activities, opportunities] = await Promise.all([
    activitiesNow(ids("activity"), deps),
    opportunitiesNow(ids("opportunity"), deps),
  ]);
  const ofActivities = fromActivities(activities, deps);
  const ofOpportunities = fromOpportunities(opportunities, deps.context);
  return {
    facts: [...ofActivities.facts, ...ofOpportunities.facts],
    copies: ofActivities.copies,
    unreadable: [...ofActivities.unreadable, ...ofOpportunities.unreadable],
    scope: { recordIds: ofActivities.recordIds, prefixes: ofOpportunities.prefixes },
  };
}

type Found<T> = ReadonlyMap<string, Item<T> | null>;

function activitiesNow(ids: readonly string[], { client, signal }: ReadDeps): Promise<Found<Activity>> {
  const read = (raw: unknown) => item(Activity, raw);
  const newest = { path: "/activities/search", body: { sort_by: "activity_date", sort_direction: "desc" }, number: 1 };
  return readById(ids, {
    many: async () => byId((await client.page({ ...newest, signal })).items.map(read)),
    one: (id) => found(client.record(`/activities/${id}`, signal), read),
  });
}

function opportunitiesNow(ids: readonly string[], { client, signal }: ReadDeps): Promise<Found<Opportunity>> {
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

/** Maps activities: calls have facts of their own, mails may be known by another activity, other kinds have none. */
function fromActivities(activities: Found<Activity>, { config, context }: ReadDeps) {
  const live = [...activities.values()].flatMap((one) => (one?.kind === "record" ? [one.record] : []));
  const mails = emailFacts(
    live.filter(({ type }) => countedAs(config, type) === "email"),
    context,
  );
  const calls = loggedCallFacts(
    live.filter(({ type }) => countedAs(config, type) === "call"),
    context,
  );
  const unknown = new Set([...mails.unreadable, ...calls.unreadable].map(({ id }) => id));
  const read = [...activities].filter(([id, one]) => one?.kind !== "unreadable" && !unknown.has(id));
  return {
    facts: calls.facts,
    copies: mails.facts,
    unreadable: [
      ...unreadableItems("activity", activities),
      ...mails.unreadable.map(({ part }) => unreadableReason("email", part)),
      ...calls.unreadable.map(({ part }) => unreadableReason("call", part)),
    ],
    recordIds: read.map(([id]) => safeId(id)),
  };
}

/** Maps opportunities: older entries of one that moved on stand, and all are taken back when it was deleted. */
function fromOpportunities(opportunities: Found<Opportunity>, context: CopperContext) {
  const all = [...opportunities];
  return {
    unreadable: unreadableItems("opportunity", opportunities),
    facts: all.flatMap(([, one]) => (one?.kind === "record" ? (entryFact(one.record, context) ?? []) : [])),
    prefixes: all.flatMap(([id, one]) => (one === null || one.kind === "deleted" ? [safeId(`${id}-`)] : [])),
  };
}

function unreadableItems<T>(record: ReadableRecord, items: Found<T>): readonly string[] {
  const parts = [...items.values()].flatMap((one): UnreadablePart[] => (one?.kind === "unreadable" ? [one.part] : []));
  return parts.map((part) => unreadableReason(record, part));
}
