import type { IncomingHttpHeaders } from "node:http";
import type { Answer, VendorRequest } from "../fake-api/exchange";
import { RollingLimit } from "../fake-api/limits";
import { startVendor, type VendorStandIn } from "../fake-api/server";
import { Outbox } from "../fake-api/webhook-sender";
import { type CopperAccount, type CopperRecords, copperAccount } from "./account";
import { refused } from "./answers";
import { routed } from "./routes";
import { tellSubscribers } from "./webhooks";

export interface CopperOptions {
  readonly now: () => Date;
  /** The key and its owner's address that are accepted. */
  readonly key: string;
  readonly email: string;
  /** What the account begins with. */
  readonly records?: CopperRecords;
  readonly port?: number;
  readonly answerMs?: number;
  /** Requests in any minute, 180 unless given; `Infinity` lifts the limit. */
  readonly perMinute?: number;
  /** By how many X-PW-TOTAL overstates the matches: it is an upper bound. */
  readonly totalOver?: number;
}

/** Whoever subscribed is told of each record that is added, changed or removed, but for those that come in bulk. */
export interface CopperStandIn extends VendorStandIn<CopperAccount> {
  readonly outbox: Outbox;
}

/**
 * Copper's Developer API on 127.0.0.1, as far as it is documented. Where the documents are silent: dates are
 * inclusive, a page of more than 200 is refused with 422, a 429 has no Retry-After.
 */
export async function startCopper(options: CopperOptions): Promise<CopperStandIn> {
  const { now, port, answerMs, perMinute = 180 } = options;
  const account = copperAccount(options.records);
  const limit = new RollingLimit(perMinute, 60_000);
  const answer = (request: VendorRequest, headers: IncomingHttpHeaders): Answer => {
    if (!isAuthorised(headers, options)) return refused(401, "Unauthorized");
    if (!limit.grants(now())) return refused(429, "Too many requests");
    return routed(account, { request, totalOver: options.totalOver ?? 0, email: options.email });
  };
  const outbox = new Outbox();
  tellSubscribers(account, { outbox, now });
  return { ...(await startVendor({ port, basePath: "/developer_api/v1", now, answerMs, account, answer })), outbox };
}

function isAuthorised(headers: IncomingHttpHeaders, { key, email }: Pick<CopperOptions, "key" | "email">): boolean {
  const address = headers["x-pw-useremail"];
  return (
    headers["x-pw-accesstoken"] === key &&
    headers["x-pw-application"] === "developer_api" &&
    typeof address === "string" &&
    address.toLowerCase() === email.toLowerCase()
  );
}
