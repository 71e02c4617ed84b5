import { type Logger, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { WebClient, type WebClientOptions } from "@slack/web-api";
import type { Log } from "../../log";
import { slackFetch } from "./slack-fetch";

/** What every client needs: the address of Slack, and the log. */
export interface ClientDeps {
  /** Another base for Slack's methods, with its path; Slack's own when unset. */
  readonly apiUrl?: string | undefined;
  readonly log: Log;
}

/**
 * The options of every client but the digests': two retries and ten seconds, since a person waits for the answer; no host
 * but Slack's, and our log. They are made anew each time, because Bolt writes into them.
 */
export function clientOptions({ apiUrl, log }: ClientDeps): WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 2 },
    timeout: 10_000,
    allowAbsoluteUrls: false,
    fetch: slackFetch(apiUrl),
    logger: boltLogger(log),
  };
}

/** Makes a client of Slack's methods for use outside of listeners. */
export function slackClient({ token, ...deps }: ClientDeps & { readonly token?: string | undefined }): WebClient {
  return new WebClient(token, clientOptions(deps));
}

/** Makes a client for modals: it refuses what Slack limits instead of keeping a person and everybody else waiting. */
export function modalClient({ token, ...deps }: ClientDeps & { readonly token: string }): WebClient {
  return new WebClient(token, { ...clientOptions(deps), rejectRateLimitedCalls: true });
}

/** Makes a client for checks that must not wait: one try of three seconds, or of `timeout` milliseconds. */
export function noRetryClient({
  token,
  timeout = 3_000,
  ...deps
}: ClientDeps & { readonly token: string; readonly timeout?: number }): WebClient {
  const once = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout };
  return new WebClient(token, { ...clientOptions(deps), ...once });
}

/** The logger of Bolt and of Slack's clients on ours: a static message, its text as a field. Debug lines hold people's messages and are dropped. */
export function boltLogger(log: Log): Logger {
  return {
    debug: () => {},
    info: (...said) => log.debug({ said: line(said) }, "Slack's client says"),
    warn: (...said) => log.warn({ said: line(said) }, "Slack's client warns"),
    // What fails is thrown to whoever called, and logged there.
    error: (...said) => log.warn({ said: line(said) }, "Slack's client fails"),
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
  ...deps
}: ClientDeps & {
  readonly appToken: string;
}): SocketModeReceiver {
  const retryConfig = { forever: true, factor: 1.3, maxTimeout: 30_000, randomize: true };
  return new SocketModeReceiver({
    appToken,
    logger: boltLogger(deps.log),
    installerOptions: { clientOptions: { ...clientOptions(deps), retryConfig } },
  });
}
