import type { IncomingMessage } from "node:http";

const LOCAL = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/**
 * Whether a request was meant for this machine and comes from a page of its own. A page that had its own name point
 * here is told apart by the name it asks for.
 */
export function isLocal({ headers }: IncomingMessage): boolean {
  const origin = headers.origin === undefined || LOCAL.test(headers.origin.replace(/^http:\/\//, ""));
  return LOCAL.test(headers.host ?? "") && origin;
}
