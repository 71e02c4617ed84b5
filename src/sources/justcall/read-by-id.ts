import { readById } from "../read-by-id";
import type { RecordRef, RecordsRead } from "../webhook-event";
import type { JustCallClient } from "./client";
import { type JustCallContext, justcallCallFacts } from "./mapping";
import { Call, Identified } from "./schema";

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
        items.flatMap((raw): [string, Call | "unreadable"][] => {
          const identified = Identified.safeParse(raw);
          return identified.success ? [[identified.data.id, read(raw)]] : [];
        }),
      );
    },
    one: async (id) => {
      const raw = await client.record(`/calls/${id}`, signal);
      return raw === null ? null : read(raw);
    },
  });
  return recordsRead(calls, deps);
}

function read(raw: unknown): Call | "unreadable" {
  return Call.safeParse(raw).data ?? "unreadable";
}

async function recordsRead(
  calls: ReadonlyMap<string, Call | "unreadable" | null>,
  { days, addresses }: ReadDeps,
): Promise<RecordsRead> {
  const readable = [...calls].filter(([, call]) => call !== "unreadable");
  const live = readable.flatMap(([, call]) => (call === null || call === "unreadable" ? [] : [call]));
  const withoutAddress = live.some(({ agentEmail }) => !agentEmail?.trim());
  const context = { days, addresses: withoutAddress ? await addresses() : new Map<string, string>() };
  return {
    facts: live.flatMap((call) => justcallCallFacts(call, context)),
    copies: [],
    scope: { recordIds: readable.map(([id]) => id), prefixes: [] },
  };
}
