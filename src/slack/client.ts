import { WebClient, type WebClientOptions } from "@slack/web-api";

/**
 * How every client but the digests' asks: two repetitions and ten seconds, since a person waits for the answer. Fresh
 * options each time, because Bolt writes into them.
 */
export function clientOptions(apiUrl: string | undefined): WebClientOptions {
  return { ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }), retryConfig: { retries: 2 }, timeout: 10_000 };
}

/** A client of Slack's methods outside of any listener. */
export function slackClient({ token, apiUrl }: { token?: string | undefined; apiUrl?: string | undefined }): WebClient {
  return new WebClient(token, clientOptions(apiUrl));
}

/** For what is asked beside the way: one try of three seconds. */
export function impatientClient({ token, apiUrl }: { token: string; apiUrl?: string | undefined }): WebClient {
  return new WebClient(token, { ...clientOptions(apiUrl), retryConfig: { retries: 0 }, timeout: 3_000 });
}
