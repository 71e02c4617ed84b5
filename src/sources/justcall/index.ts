import { rateLimiter } from "../rate-limit";
import { remembered } from "../remembered";
import type { ListedPerson, Source } from "../source";
import { SourceError } from "../source-error";
import { checkJustCall } from "./check";
import { type JustCallClient, justcallClient } from "./client";
import { allowances, type JustCallConfig } from "./config";
import { MOST_DAYS, reach } from "./reach";
import { readAgain } from "./read-again";
import { justcallReading } from "./reading";
import { User } from "./schema";
import { justcallSubscriptions } from "./subscriptions";
import { readList } from "./walk";

/** So long a webhook's calls are given to the addresses that were found for the last one. */
const REMEMBERED_MS = 600_000;
const OFF = "JustCall is off: set JUSTCALL_API_KEY and JUSTCALL_API_SECRET to switch it on";

/** JustCall: calls and their talk time. Made once, as its limiter is its key's. */
export function justcallSource(config: JustCallConfig): Source {
  const { apiKey, apiSecret, plan, days, clock, sleep, now } = config;
  const limiter = rateLimiter({ allowances: allowances(plan), clock, sleep });
  const off = apiKey && apiSecret ? undefined : OFF;
  const connected = (patient = false) => {
    if (off !== undefined) throw new SourceError("justcall", "credentials", off);
    return justcallClient({ ...config, limiter, patient });
  };
  const lately = remembered(async () => addressesOf(await listedUsers(connected())), { ms: REMEMBERED_MS, clock });
  return {
    id: "justcall",
    reachDays: MOST_DAYS,
    ...(off !== undefined && { off }),
    async open(range, how) {
      const client = connected(how?.patient);
      const users = await listedUsers(client);
      const meaning = { days, addresses: addressesOf(users) };
      return justcallReading({
        client,
        range,
        people: people(users),
        reach: reach(range, { now: now(), days }),
        meaning,
      });
    },
    readAgain: async (records, signal) => readAgain(records, { client: connected(), days, addresses: lately, signal }),
    check: async (now) => {
      const client = connected();
      return checkJustCall(now, { client, people: async () => people(await listedUsers(client)) });
    },
    subscriptions: justcallSubscriptions(connected),
  };
}

function addressesOf(users: readonly User[]): ReadonlyMap<string, string> {
  return new Map(users.map(({ id, email }) => [id, email ?? ""]));
}

async function listedUsers(client: JustCallClient): Promise<readonly User[]> {
  const list = { name: "users", path: "/users", query: { order: "asc" }, read: readUser };
  const items = [...(await readList(client, { list })).values()];
  const users = items.filter((user) => user !== null);
  if (users.length * 2 >= items.length) return users;
  throw new SourceError("justcall", "unexpected-answer", "JustCall's list of users could not be read");
}

function readUser(raw: unknown): User | null {
  const read = User.safeParse(raw);
  return read.success ? { ...read.data, email: read.data.email?.trim().toLowerCase() } : null;
}

/** Without an address nobody can be matched, and no call of theirs names one. */
function people(users: readonly User[]): readonly ListedPerson[] {
  return users.flatMap(({ id, name, email }) => (email ? [{ owner: email, name: name ?? email ?? id, email }] : []));
}
