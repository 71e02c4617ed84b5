import type { IncomingHttpHeaders } from "node:http";
import type { Answer, VendorRequest } from "../fake-api/exchange";
import { FixedLimit, type Quota } from "../fake-api/limits";
import { startVendor, type VendorStandIn } from "../fake-api/server";
import { Outbox } from "../fake-api/webhook-sender";
import { type JustCallAccount, type JustCallRecords, justCallAccount } from "./account";
import { type ListRequest, refused } from "./answers";
import { listCalls, readCall } from "./calls";
import { listUsers, readUser } from "./users";
import { tellSubscribers, webhookRoute } from "./webhooks";

export interface JustCallOptions {
  readonly now: () => Date;
  /** The pair that is accepted. */
  readonly key: string;
  readonly secret: string;
  /** What the account begins with. */
  readonly records?: JustCallRecords;
  readonly port?: number;
  readonly answerMs?: number;
  /** Requests a minute, 30 unless given as on the Team plan; `Infinity` lifts the limit. */
  readonly burst?: number;
  /** Requests an hour, 1800 unless given as on the Team plan; `Infinity` lifts the limit. */
  readonly hourly?: number;
  /** In which `from_datetime` and `to_datetime` are understood; the account's zone unless given. */
  readonly filterZone?: string;
  /** Adds `total_count` to lists. */
  readonly totalCount?: boolean;
}

/** Whoever subscribed is told of each call that is added or changed, but for those that come in bulk. */
export interface JustCallStandIn extends VendorStandIn<JustCallAccount> {
  readonly outbox: Outbox;
}

const BASE_PATH = "/v2.1";
const ACCOUNT_ZONE = "America/New_York";
/** What a lifted limit is in the headers, which have no word for "none". */
const LIFTED = 1_000_000_000;

/** JustCall's API v2.1 on 127.0.0.1, as far as it is documented; one record is `data` in the usual envelope. */
export async function startJustCall(options: JustCallOptions): Promise<JustCallStandIn> {
  const { now, key, secret, port, answerMs, burst = 30, hourly = 1800 } = options;
  const account = justCallAccount(options.records);
  const limits = {
    burst: new FixedLimit(Math.min(burst, LIFTED), 60_000),
    hour: new FixedLimit(Math.min(hourly, LIFTED), 3_600_000),
  };
  const answer = (request: VendorRequest, headers: IncomingHttpHeaders): Answer => {
    // A refused key is told nothing of the limits.
    if (headers.authorization !== `${key}:${secret}`) return refused(401, "Invalid API key or secret");
    const at = now();
    const spent = limits.burst.isSpent(at) || limits.hour.isSpent(at);
    if (!spent) for (const limit of [limits.burst, limits.hour]) limit.spend();
    const asked = {
      query: request.query,
      now: at,
      zone: options.filterZone ?? ACCOUNT_ZONE,
      url: `http://${headers.host}${BASE_PATH}`,
      totalCount: options.totalCount ?? false,
    };
    const right = spent ? refused(429, "API rate limit exceeded") : routed(account, { request, asked });
    return { ...right, headers: limitHeaders(limits.hour.quota(at), limits.burst.quota(at)) };
  };
  const outbox = new Outbox();
  tellSubscribers(account, { outbox, secret, now });
  return { ...(await startVendor({ port, basePath: BASE_PATH, now, answerMs, account, answer })), outbox };
}

function routed(
  account: JustCallAccount,
  { request, asked }: { readonly request: VendorRequest; readonly asked: ListRequest },
): Answer {
  const { method, path } = request;
  if (path.startsWith("/webhooks")) return webhookRoute(account, request);
  const [, list, id] = /^\/(calls|users)(?:\/(\d+))?$/.exec(path) ?? [];
  if (method !== "GET" || list === undefined) return refused(404, "Not found");
  if (list === "calls") return id === undefined ? listCalls(account, asked) : readCall(account, Number(id));
  return id === undefined ? listUsers(account, asked) : readUser(account, Number(id));
}

function limitHeaders(hour: Quota, burst: Quota): Record<string, string> {
  return {
    "X-Rate-Limit-Limit": String(hour.limit),
    "X-Rate-Limit-Remaining": String(hour.remaining),
    "X-Rate-Limit-Reset": String(hour.reset),
    "X-Rate-Limit-Burst-Limit": String(burst.limit),
    "X-Rate-Limit-Burst-Remaining": String(burst.remaining),
    "X-Rate-Limit-Burst-Reset": String(burst.reset),
  };
}
