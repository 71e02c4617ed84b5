import { readById } from "../read-by-id";
import { unreadableReason } from "../unreadable";
import type { RecordRef, RecordsRead } from "../webhook-event";
import type { JustCallClient } from "./client";
import { type JustCallContext, justcallCallFacts } from "./mapping";
import { Identified, isReadable, type ListedCall, readCall } from "./schema";

/** Loads the addresses of agents, which only calls need that name the agent alone. */
type Addresses = () => Promise<JustCallContext["addresses"]>;

interface ReadDeps {
  readonly client: JustCallClient;
  readonly days: JustCallContext["days"];
  readonly addresses: Addresses;
  readonly signal: AbortSignal;
}

/**
 * Reads calls as they are now; those that JustCall does not find are deleted. One that is named by its sid alone is looked for
 * among the newest, and counted as unlisted where it is not there.
 *
 * @throws {SourceError}
 * @throws {TooManyRecords} when there are too many to ask for one by one.
 */
export async function readJustCallById(records: readonly RecordRef[], deps: ReadDeps): Promise<RecordsRead> {
  const { client, signal } = deps;
  const named = (wanted: RecordRef["kind"]) => records.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
  const sids = new Set(named("call-sid"));
  const newest = sids.size === 0 ? [] : await newestCalls(client, signal);
  const bySid = newest.filter(({ sid }) => sid !== null && sids.has(sid));
  // The legs of a call that was transferred may share its sid.
  const unlisted = sids.size - new Set(bySid.map(({ sid }) => sid)).size;
  const calls = await readById(named("call"), {
    many: async () => byId(newest.length > 0 ? newest : await newestCalls(client, signal)),
    one: async (id) => {
      const raw = await client.record(`/calls/${id}`, signal);
      return raw === null ? null : readCall(raw);
    },
  });
  return { ...(await recordsRead(new Map([...byId(bySid), ...calls]), deps)), unlisted };
}

interface NewestCall {
  readonly id: string;
  readonly sid: string | null;
  readonly call: ListedCall;
}

async function newestCalls(client: JustCallClient, signal: AbortSignal): Promise<readonly NewestCall[]> {
  const { items } = await client.page("/calls", { sort: "id", order: "desc" }, signal);
  return items.flatMap((raw): NewestCall[] => {
    const identified = Identified.safeParse(raw);
    return identified.success ? [{ ...identified.data, sid: identified.data.call_sid, call: readCall(raw) }] : [];
  });
}

function byId(calls: readonly NewestCall[]): ReadonlyMap<string, ListedCall> {
  return new Map(calls.map(({ id, call }) => [id, call]));
}

async function recordsRead(
  calls: ReadonlyMap<string, ListedCall | null>,
  { days, addresses }: ReadDeps,
): Promise<RecordsRead> {
  const known = [...calls].filter(([, call]) => call === null || isReadable(call));
  const live = [...calls.values()].flatMap((call) => (call !== null && isReadable(call) ? [call] : []));
  const unreadable = [...calls.values()].flatMap((call) =>
    call === null || isReadable(call) ? [] : [call.unreadable],
  );
  const withoutAddress = live.some(({ agentEmail }) => !agentEmail?.trim());
  const context = { days, addresses: withoutAddress ? await addresses() : new Map<string, string>() };
  return {
    facts: live.flatMap((call) => justcallCallFacts(call, context)),
    copies: [],
    unreadable: unreadable.map((part) => unreadableReason("call", part)),
    scope: { recordIds: known.map(([id]) => id), prefixes: [] },
  };
}
