import { cached } from "../../lib/concurrency";
import type { ListedPerson } from "../../metrics/fact";
import type { InstantRange } from "../../time/day";
import { clockAheadMs, quota } from "../http/answer-headers";
import { rateLimiter } from "../http/rate-limit";
import type { Priority, Source, SourceCheck } from "../source";
import { SourceError } from "../source-error";
import { type JustCallClient, justcallClient } from "./client";
import { allowances, type JustCallConfig } from "./config";
import { readList } from "./pages";
import { readJustCallById } from "./read-by-id";
import { beginCalls } from "./read-calls";
import { type CallsPrefetch, justcallReadSession } from "./read-window";
import { JustCallUser } from "./schema";
import { MAX_REACH_DAYS, type Reach, reach, slices } from "./slices";
import { justcallSubscriptions } from "./subscriptions";

/** How long a webhook's calls are assigned by the addresses that were found for an earlier one. */
const CACHE_MS = 600_000;
const OFF = "JustCall is off until you run npm run setup again, or set JUSTCALL_API_KEY and JUSTCALL_API_SECRET";

/** JustCall: calls and their talk time. Made once, because its limiter belongs to its key. */
export function justcallSource(config: JustCallConfig): Source {
  const { apiKey, apiSecret, plan, days, clock, sleep, now } = config;
  const limiter = rateLimiter({ allowances: allowances(plan), clock, sleep });
  const off = apiKey && apiSecret ? undefined : OFF;
  const connected = (priority: Priority = "interactive") => {
    if (off !== undefined) throw new SourceError("justcall", "credentials", off);
    return justcallClient({ ...config, limiter, priority });
  };
  const withKnown = async (users: readonly JustCallUser[]) =>
    new Map([...((await config.knownAgents?.()) ?? []), ...addressesOf(users)]);
  const recentAddresses = cached(async () => withKnown(await listedUsers(connected())), { ms: CACHE_MS, clock });
  return {
    id: "justcall",
    reachDays: MAX_REACH_DAYS,
    ...(off !== undefined && { off }),
    async open(range, how) {
      const client = connected(how?.priority);
      const reached = reach(range, { now: now(), days });
      const listing = listedUsers(client);
      const prefetch = callsPrefetch(client, { range, reach: reached });
      try {
        const users = await listing;
        const context = { days, addresses: await withKnown(users) };
        const requestsWithin = (ms: number) => limiter.requestsWithin(ms, how?.priority ?? "interactive");
        const known = { people: people(users), reach: reached, context };
        return justcallReadSession({ client, range, ...known, prefetch, requestsWithin });
      } catch (error) {
        prefetch?.walks.stop.abort(error);
        throw error;
      }
    },
    refetch: async (records, signal) =>
      readJustCallById(records, { client: connected(), days, addresses: recentAddresses, signal }),
    check: async (now) => {
      const client = connected();
      return checkJustCall(now, { client, people: async () => people(await listedUsers(client)) });
    },
    subscriptions: justcallSubscriptions(connected),
  };
}

/** Begins to read the whole range; `null` where nothing of it is within reach. */
function callsPrefetch(
  client: JustCallClient,
  { range, reach: { from, oldestAsked } }: { range: InstantRange; reach: Reach },
): CallsPrefetch | null {
  const window = { since: from ?? range.since, until: range.until };
  if (window.since >= window.until) return null;
  return { window, walks: beginCalls(client, slices(window, { readTo: null, oldestAsked })) };
}

function addressesOf(users: readonly JustCallUser[]): ReadonlyMap<string, string> {
  return new Map(users.flatMap(({ id, email }) => (email ? [[id, email] as const] : [])));
}

async function listedUsers(client: JustCallClient): Promise<readonly JustCallUser[]> {
  const list = { name: "users", path: "/users", query: { order: "asc" }, read: readUser };
  const items = [...(await readList(client, { list })).values()];
  const users = items.filter((user) => user !== null);
  if (users.length * 2 >= items.length) return users;
  throw new SourceError("justcall", "unexpected-answer", "JustCall's list of users could not be read");
}

function readUser(raw: unknown): JustCallUser | null {
  const read = JustCallUser.safeParse(raw);
  return read.success ? { ...read.data, email: read.data.email?.trim().toLowerCase() } : null;
}

/** Lists users with an address: the others cannot be matched, and none of their calls names one. */
function people(users: readonly JustCallUser[]): readonly ListedPerson[] {
  return users.flatMap(({ id, name, email }) =>
    email ? [{ owner: email, id, name: name ?? email ?? id, email }] : [],
  );
}

/**
 * Requests everything once that a sync requests.
 *
 * @throws {SourceError} for a key that is refused (401) or may not read one of the lists (403), or when nobody answers.
 */
async function checkJustCall(
  now: () => Date,
  { client, people }: { client: JustCallClient; people: () => Promise<readonly ListedPerson[]> },
): Promise<SourceCheck> {
  const listed = await people();
  const headers = await client.probe("/calls", { per_page: 1 });
  const quotas = allowances("team").flatMap(({ seconds, headers: prefix = "" }) =>
    quota(seconds === 60 ? "minute" : "hour", { headers, prefix }),
  );
  return { aheadMs: clockAheadMs(headers, now()), people: listed, quotas, missing: [] };
}
