import { type Fact, factId, safeId } from "../../metrics/fact";
import type { InstantRange } from "../../time/day";
import type { Verified } from "../source";
import { SourceError, TooManyRecords } from "../source-error";
import { verifyRecords } from "../verify-records";
import type { JustCallClient } from "./client";
import { type JustCallContext, justcallCallFacts } from "./mapping";
import { beginCalls, readCalls } from "./read-calls";
import { isReadable, type ListedCall, readCall } from "./schema";
import { slices } from "./slices";

/** The walk over a window in which facts were missing. */
export interface CallWalk {
  readonly window: InstantRange;
  /** The ids of the window's calls that it listed. */
  readonly listed: ReadonlySet<string>;
  /** How many pages it took. */
  readonly pages: number;
}

interface Asking {
  readonly client: JustCallClient;
  readonly context: JustCallContext;
  readonly oldestAsked: number;
  readonly walk: CallWalk;
  /** An admin has said that as many may be missing. */
  readonly approved: boolean;
}

/**
 * Asks what became of the calls of missing facts.
 *
 * @throws {SourceError}
 */
export async function verifyCalls(missing: readonly Fact[], asking: Asking): Promise<Verified> {
  const { client, context, walk, approved } = asking;
  const ids = [...new Set(missing.map(({ recordId }) => recordId))];
  const now = await verifyRecords<ListedCall>({
    ids,
    approved,
    listed: walk.listed,
    pages: walk.pages,
    walkAgain: () => walkAgain(asking),
    lookUp: async (id) => {
      try {
        const raw = await client.record(`/calls/${encodeURIComponent(id)}`, new AbortController().signal);
        return raw === null ? null : readCall(raw);
      } catch (error) {
        if (error instanceof SourceError && error.fault === "unexpected-answer") return undefined;
        throw error;
      }
    },
  });
  const readable = [...now.values()].flatMap((call) => (call !== null && isReadable(call) ? [call] : []));
  const found = readable.flatMap((call) => justcallCallFacts(call, context));
  const standing = new Set(found.map(factId));
  const gone = missing.filter((fact) => {
    const call = now.get(fact.recordId);
    return call !== undefined && (call === null || isReadable(call)) && !standing.has(factId(fact));
  });
  return { gone, found, unanswered: missing.filter(({ recordId }) => now.get(recordId) === undefined) };
}

/** Nothing, where the window holds too many by now: then each call is asked for. */
async function walkAgain({ client, walk, oldestAsked }: Asking): Promise<ReadonlyMap<string, ListedCall>> {
  const asked = slices(walk.window, { readTo: null, oldestAsked });
  try {
    const lists = await readCalls(client, { window: walk.window, walks: beginCalls(client, asked) });
    return new Map(lists.flatMap((calls) => [...calls].map(([id, call]) => [safeId(id), call] as const)));
  } catch (error) {
    if (error instanceof TooManyRecords) return new Map();
    throw error;
  }
}
