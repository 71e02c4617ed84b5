import { type Logger, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { WebClient, type WebClientOptions } from "@slack/web-api";
import type { Log } from "../../log";

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
export function noRetryClient({ token, apiUrl }: { token: string; apiUrl?: string | undefined }): WebClient {
  return new WebClient(token, { ...clientOptions(apiUrl), retryConfig: { retries: 0 }, timeout: 3_000 });
}

/** Bolt's logger on ours: a static message, its text as a field. Its debug lines hold people's messages and are dropped. */
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
 * The receiver of Socket Mode. It asks for its next address until it gets one: given up after Bolt's own few tries, an
 * outage of minutes would end the process. What Slack refuses for good still does, so that whoever runs it hears of it.
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
