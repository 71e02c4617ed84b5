import type { IncomingHttpHeaders } from "node:http";
import type { ApiRequest, ApiResponse } from "../fake-api/exchange";
import { SlidingWindowLimit } from "../fake-api/limits";
import { type FakeApi, startFakeApi } from "../fake-api/server";
import { WebhookSender } from "../fake-api/webhook-sender";
import { type CopperAccount, type CopperRecords, copperAccount } from "./account";
import { copperArrivals } from "./arrivals";
import { errorResponse } from "./responses";
import { route } from "./routes";
import { notifySubscribers } from "./webhooks";

export interface CopperOptions {
  readonly now: () => Date;
  /** The key and its owner's address that are accepted. */
  readonly key: string;
  readonly email: string;
  /** The records that the account starts with. */
  readonly records?: CopperRecords;
  readonly port?: number;
  readonly latencyMs?: number;
  /** Requests in any minute, 180 unless given; `Infinity` lifts the limit. */
  readonly perMinute?: number;
  /** By how many X-PW-TOTAL overstates the matches, for good: 5 unless given, as it is an upper bound. */
  readonly totalOver?: number;
  /** How often a mail and a call come in, each time after a page of activities: for good unless given. */
  readonly arrivals?: number;
}

/** A fake Copper, which sends webhooks for each record that is added, changed or removed, except in bulk. */
export interface FakeCopper extends FakeApi<CopperAccount> {
  readonly webhooks: WebhookSender;
}

/**
 * Starts a fake of Copper's Developer API on 127.0.0.1, as far as it is documented. Undocumented, and assumed here: dates
 * are inclusive, a page of more than 200 is refused with 422, a 429 has no Retry-After.
 */
export async function startFakeCopper(options: CopperOptions): Promise<FakeCopper> {
  const { now, port, latencyMs, perMinute = 180 } = options;
  const account = copperAccount(options.records);
  const arrive = copperArrivals(account, { now, most: options.arrivals ?? Number.POSITIVE_INFINITY });
  const limit = new SlidingWindowLimit(perMinute, 60_000);
  const respond = (request: ApiRequest, headers: IncomingHttpHeaders): ApiResponse => {
    if (!isAuthorized(headers, options)) return errorResponse(401, "Unauthorized");
    if (!limit.tryAcquire(now())) return errorResponse(429, "Too many requests");
    const response = route(account, { request, totalOver: options.totalOver ?? 5, email: options.email });
    if (request.path === "/activities/search") arrive();
    return response;
  };
  const webhooks = new WebhookSender();
  notifySubscribers(account, { webhooks, now });
  return {
    ...(await startFakeApi({ port, basePath: "/developer_api/v1", now, latencyMs, account, respond })),
    webhooks,
  };
}

function isAuthorized(headers: IncomingHttpHeaders, { key, email }: Pick<CopperOptions, "key" | "email">): boolean {
  const address = headers["x-pw-useremail"];
  return (
    headers["x-pw-accesstoken"] === key &&
    headers["x-pw-application"] === "developer_api" &&
    typeof address === "string" &&
    address.toLowerCase() === email.toLowerCase()
  );
}
