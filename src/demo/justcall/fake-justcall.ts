import type { IncomingHttpHeaders } from "node:http";
import type { ApiRequest, ApiResponse } from "../fake-api/exchange";
import { FixedWindowLimit, type Quota } from "../fake-api/limits";
import { type FakeApi, startFakeApi } from "../fake-api/server";
import { WebhookSender } from "../fake-api/webhook-sender";
import { type JustCallAccount, type JustCallRecords, justCallAccount } from "./account";
import { justCallArrivals } from "./arrivals";
import { listCalls, readCall } from "./calls";
import { errorResponse, type ListRequest } from "./responses";
import { listUsers, readUser } from "./users";
import { notifySubscribers, webhookRoute } from "./webhooks";

export interface JustCallOptions {
  readonly now: () => Date;
  /** The key and secret that are accepted. */
  readonly key: string;
  readonly secret: string;
  /** The records that the account starts with. */
  readonly records?: JustCallRecords;
  readonly port?: number;
  readonly latencyMs?: number;
  /** Requests a minute, 30 unless given as on the Team plan; `Infinity` lifts the limit. */
  readonly burst?: number;
  /** Requests an hour, 1800 unless given as on the Team plan; `Infinity` lifts the limit. */
  readonly hourly?: number;
  /** The zone of `from_datetime` and `to_datetime`; the account's unless given. */
  readonly filterZone?: string;
  /** Adds `total_count` to lists. */
  readonly totalCount?: boolean;
  /** How often a call comes in, each time after a page of calls: for good unless given. */
  readonly arrivals?: number;
}

/** A fake JustCall, which sends webhooks for each call that is added or changed, except in bulk. */
export interface FakeJustCall extends FakeApi<JustCallAccount> {
  readonly webhooks: WebhookSender;
}

const BASE_PATH = "/v2.1";
const ACCOUNT_ZONE = "America/New_York";
/** The value of a lifted limit in the headers, which cannot say "none". */
const UNLIMITED = 1_000_000_000;

/** Starts a fake of JustCall's API v2.1 on 127.0.0.1, as far as it is documented. A single record is sent as `data`. */
export async function startFakeJustCall(options: JustCallOptions): Promise<FakeJustCall> {
  const { now, key, secret, port, latencyMs, burst = 30, hourly = 1800 } = options;
  const account = justCallAccount(options.records);
  const arrive = justCallArrivals(account, { now, most: options.arrivals ?? Number.POSITIVE_INFINITY });
  const limits = {
    burst: new FixedWindowLimit(Math.min(burst, UNLIMITED), 60_000),
    hour: new FixedWindowLimit(Math.min(hourly, UNLIMITED), 3_600_000),
  };
  const respond = (request: ApiRequest, headers: IncomingHttpHeaders): ApiResponse => {
    // A response to an invalid key has no limit headers.
    if (headers.authorization !== `${key}:${secret}`) return errorResponse(401, "Invalid API key or secret");
    const at = now();
    const exhausted = limits.burst.isExhausted(at) || limits.hour.isExhausted(at);
    if (!exhausted) for (const limit of [limits.burst, limits.hour]) limit.consume();
    const listRequest = {
      query: request.query,
      now: at,
      zone: options.filterZone ?? ACCOUNT_ZONE,
      url: `http://${headers.host}${BASE_PATH}`,
      totalCount: options.totalCount ?? false,
    };
    const response = exhausted
      ? errorResponse(429, "API rate limit exceeded")
      : route(account, { request, listRequest });
    if (!exhausted && request.path === "/calls") arrive();
    return { ...response, headers: limitHeaders(limits.hour.quota(at), limits.burst.quota(at)) };
  };
  const webhooks = new WebhookSender();
  notifySubscribers(account, { webhooks, secret, now });
  return { ...(await startFakeApi({ port, basePath: BASE_PATH, now, latencyMs, account, respond })), webhooks };
}

function route(
  account: JustCallAccount,
  { request, listRequest }: { readonly request: ApiRequest; readonly listRequest: ListRequest },
): ApiResponse {
  const { method, path } = request;
  if (path.startsWith("/webhooks")) return webhookRoute(account, request);
  const [, list, id] = /^\/(calls|users)(?:\/(\d+))?$/.exec(path) ?? [];
  if (method !== "GET" || list === undefined) return errorResponse(404, "Not found");
  if (list === "calls") return id === undefined ? listCalls(account, listRequest) : readCall(account, Number(id));
  return id === undefined ? listUsers(account, listRequest) : readUser(account, Number(id));
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
