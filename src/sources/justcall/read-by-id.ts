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
 * Reads calls as they are now; those that JustCall does not find are deleted.
 *
 * @throws {SourceError}
 */
export async function readJustCallById(records: readonly RecordRef[], deps: ReadDeps): Promise<RecordsRead> {
  const { client, signal } = deps;
  const ids = records.flatMap(({ kind, id }) => (kind === "call" ? [id] : []));
  const calls = await readById(ids, {
    many: async () => {
      const { items } = await client.page("/calls", { sort: "id", order: "desc" }, signal);
      return new Map(
        items.flatMap((raw): [string, ListedCall][] => {
          const identified = Identified.safeParse(raw);
          return identified.success ? [[identified.data.id, readCall(raw)]] : [];
        }),
      );
    },
    one: async (id) => {
      const raw = await client.record(`/calls/${id}`, signal);
      return raw === null ? null : readCall(raw);
    },
  });
  return recordsRead(calls, deps);
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
