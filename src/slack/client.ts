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
