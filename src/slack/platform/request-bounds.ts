import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from "node:http";
// Of Bolt's files this one alone: the front's thread must load no more of it.
import { verifySlackRequest } from "@slack/bolt/dist/receivers/verify-request";

/** What of Slack comes over HTTP, the path that Bolt serves. */
const PATH = "/slack/events";
/** Slack's largest payloads, of modals and of events, have some tens of thousands of bytes. */
export const MAX_SLACK_BYTES = 512 * 1024;
/** Slack's own limit for the age of a request, in seconds, both ways. */
const MAX_AGE_S = 300;
/** What sends its headers or its body more slowly than this is cut off. A file of orders has a minute, on a slow line. */
export const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 };
/** Slack holds a handful open at once; beyond this many, new ones are refused. */
export const MAX_CONNECTIONS = 500;

/** Tells whether a request is for Slack's address. Bolt resolves a path before it compares it, so that `/x/../slack/events` is Slack's too. */
export function isSlacks({ method, url = "" }: Pick<IncomingMessage, "method" | "url">): boolean {
  try {
    return method === "POST" && new URL(url, "http://localhost").pathname === PATH;
  } catch {
    return false;
  }
}

/**
 * Says why a request of Slack's is refused by its headers alone: 401 without a signature and a time stamp of the last
 * five minutes, 413 when it announces too long a body; `null` when it may be read.
 *
 * @param now in seconds since 1970.
 */
export function headerFault(headers: IncomingHttpHeaders, now: number): 401 | 413 | null {
  const { "x-slack-signature": signature, "x-slack-request-timestamp": time } = headers;
  if (typeof signature !== "string" || !/^v0=[0-9a-f]{64}$/.test(signature)) return 401;
  if (typeof time !== "string" || !/^\d{1,12}$/.test(time) || Math.abs(now - Number(time)) > MAX_AGE_S) return 401;
  return Number(headers["content-length"] ?? 0) > MAX_SLACK_BYTES ? 413 : null;
}

interface Signed {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly signingSecret: string;
  /** In seconds since 1970. */
  readonly now: number;
}

/** Tells whether a body has the signature that its headers name, by Bolt's own check. */
export function isSigned({ headers, body, signingSecret, now }: Signed): boolean {
  const { "x-slack-signature": signature, "x-slack-request-timestamp": time } = headers;
  const signed = { "x-slack-signature": String(signature), "x-slack-request-timestamp": Number(time) };
  try {
    verifySlackRequest({ signingSecret, body, headers: signed, nowMilliseconds: now * 1_000 });
    return true;
  } catch {
    return false;
  }
}

/** Lets the connection end with the answer, so that a body that was not read is not waited for. */
export function refuseUnread(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: "close" }).end();
}

/** The port that a server listens on. @throws when it listens on none. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port");
  return address.port;
}
