import { type Logger, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { WebClient, type WebClientOptions } from "@slack/web-api";
import type { Log } from "../../log";

/**
 * The options of every client but the digests': two retries and ten seconds, since a person waits for the answer. They
 * are made anew each time, because Bolt writes into them.
 */
export function clientOptions(apiUrl: string | undefined): WebClientOptions {
  return { ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }), retryConfig: { retries: 2 }, timeout: 10_000 };
}

/** Makes a client of Slack's methods for use outside of listeners. */
export function slackClient({ token, apiUrl }: { token?: string | undefined; apiUrl?: string | undefined }): WebClient {
  return new WebClient(token, clientOptions(apiUrl));
}

/** Makes a client for checks that must not wait: one try of three seconds, or of `timeout` milliseconds. */
export function noRetryClient({
  token,
  apiUrl,
  timeout = 3_000,
}: {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly timeout?: number;
}): WebClient {
  const once = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout };
  return new WebClient(token, { ...clientOptions(apiUrl), ...once });
}

/** Bolt's logger on ours: a static message, its text as a field. Debug lines hold people's messages and are dropped. */
export function boltLogger(log: Log): Logger {
  return {
    debug: () => {},
    info: (...said) => log.debug({ said: line(said) }, "Bolt says"),
    warn: (...said) => log.warn({ said: line(said) }, "Bolt warns"),
    error: (...said) => log.error({ said: line(said) }, "Bolt fails"),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

function line(said: readonly unknown[]): string {
  return said.map((part) => (part instanceof Error ? part.message : String(part))).join(" ");
}

/**
 * The receiver of Socket Mode. It retries forever to get its next address: after Bolt's own few tries, an outage of
 * minutes would end the process. A permanent refusal by Slack still ends it, so that whoever runs it notices.
 */
export function socketReceiver({
  appToken,
  apiUrl,
  logger,
}: {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
}): SocketModeReceiver {
  const retryConfig = { forever: true, factor: 1.3, maxTimeout: 30_000, randomize: true };
  return new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions: { ...clientOptions(apiUrl), retryConfig } },
  });
}
