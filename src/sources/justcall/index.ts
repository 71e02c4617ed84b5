import { rateLimiter } from "../rate-limit";
import type { ListedPerson, Source } from "../source";
import { SourceError } from "../source-error";
import { type JustCallClient, justcallClient } from "./client";
import { allowances, type JustCallConfig } from "./config";
import { reach } from "./reach";
import { justcallReading } from "./reading";
import { User } from "./schema";
import { readList } from "./walk";

const OFF = "JustCall is off: set JUSTCALL_API_KEY and JUSTCALL_API_SECRET to switch it on";

/** JustCall: calls and their talk time. Made once, as its limiter is its key's. */
export function justcallSource(config: JustCallConfig): Source {
  const { apiKey, apiSecret, plan, days, clock, sleep, now } = config;
  const limiter = rateLimiter({ allowances: allowances(plan), clock, sleep });
  const off = apiKey && apiSecret ? undefined : OFF;
  return {
    id: "justcall",
    ...(off !== undefined && { off }),
    async open(range) {
      if (off !== undefined) throw new SourceError("justcall", "credentials", off);
      const client = justcallClient({ ...config, limiter });
      const users = await listedUsers(client);
      const meaning = { days, addresses: new Map(users.map(({ id, email }) => [id, email ?? ""])) };
      return justcallReading({
        client,
        range,
        people: people(users),
        reach: reach(range, { now: now(), days }),
        meaning,
      });
    },
  };
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
