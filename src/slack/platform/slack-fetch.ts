/** How long an answer of Slack's is waited for where the call itself says nothing of it. */
const TIMEOUT_MS = 10_000;

const SLACK = "https://slack.com/api/";

/** Checks whether an address is Slack's own, so that our token may be sent there: the API's host or a subdomain. */
export function isSlackHost(address: string, apiUrl = SLACK): boolean {
  if (!URL.canParse(address)) return false;
  const [api, url] = [new URL(apiUrl), new URL(address)];
  if (url.protocol !== api.protocol || url.port !== api.port) return false;
  return url.hostname === api.hostname || url.hostname.endsWith(`.${api.hostname}`);
}

/** Checks whether an answer may be sent to a `response_url`: it is on a host of Slack's, or where `SLACK_API_URL` points. */
export function mayBeAnswered(address: string, apiUrl?: string): boolean {
  return isSlackHost(address) || isSlackHost(address, apiUrl);
}

/** A payload named an address outside of Slack; the message names no part of it. */
export class ForeignHostError extends Error {
  override readonly name = "ForeignHostError";
}

/**
 * Makes the `fetch` of Slack's clients and of answers to a `response_url`: it reaches no host but Slack's, follows no
 * redirect, and waits ten seconds at most.
 *
 * @throws {ForeignHostError} in place of a call to any other host.
 */
export function slackFetch(apiUrl: string | undefined): typeof fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!mayBeAnswered(address, apiUrl)) throw new ForeignHostError("A call to a host that is not Slack's was refused");
    const signal = init?.signal ?? AbortSignal.timeout(TIMEOUT_MS);
    return fetch(input, { ...init, signal, redirect: "error" });
  };
}
