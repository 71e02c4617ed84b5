import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { sha256 } from "../lib/sha256";

/**
 * Why a request may not come in: it must carry the API's token. `null` if it does.
 *
 * @param token if unset, the endpoint refuses every request.
 * @param act what the endpoint does: "sync".
 */
export function unauthorized(
  { headers }: Pick<IncomingMessage, "headers">,
  { token, act }: { readonly token: string | undefined; readonly act: string },
): string | null {
  if (token === undefined) return `API_TOKEN is not set, so nobody may ${act} over HTTP`;
  return hasToken(token)({ headers }) ? null : "Send Authorization: Bearer with the API_TOKEN";
}

/** Makes the check whether a request carries the API's token; without one, none does. */
export function hasToken(token: string | undefined): (request: Pick<IncomingMessage, "headers">) => boolean {
  return ({ headers }) => token !== undefined && isSecret(headers.authorization, `Bearer ${token}`);
}

/** Whether a text is the secret. Digests are compared, so that neither length nor time reveals anything. */
export function isSecret(text: unknown, secret: string): boolean {
  const digest = (of: string) => Buffer.from(sha256(of));
  return timingSafeEqual(digest(typeof text === "string" ? text : ""), digest(secret)) && typeof text === "string";
}
