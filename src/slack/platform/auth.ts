import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { AuthStatus } from "../../digests/delivery/ports";
import { isSignedOut } from "../../digests/delivery/post-outcome";
import type { Log } from "../../log";

/** How long Slack's answer about our sign-in is trusted. */
const GOOD_FOR_MS = 60_000;

interface AuthDeps {
  readonly client: WebClient;
  /** A monotonic clock, in milliseconds. */
  readonly clock: () => number;
  readonly log: Log;
}

/** Checks at most once a minute whether Slack still accepts our token. Only a refusal counts, not an outage. */
export function slackAuth({ client, clock, log }: AuthDeps): AuthStatus {
  let holds = true;
  let askedAt = Number.NEGATIVE_INFINITY;
  const noteRefused = (reason: string) => {
    if (holds) log.warn({ reason }, "Slack refuses the sign-in: the bot's token must be renewed");
    holds = false;
    askedAt = clock();
  };
  return {
    noteRefused,
    async isAccepted() {
      if (clock() - askedAt < GOOD_FOR_MS) return holds;
      askedAt = clock();
      try {
        await client.auth.test();
        if (!holds) log.info({}, "Slack takes the sign-in again");
        holds = true;
      } catch (error) {
        if (error instanceof WebAPIPlatformError && isSignedOut(error.data.error)) noteRefused(error.data.error);
        else log.warn({ error }, "Slack could not be asked whether the sign-in holds");
      }
      return holds;
    },
  };
}

/** Slack does not let the process in; `message` says what to set. */
export class SlackAuthError extends Error {
  override readonly name = "SlackRefusal";
}

/**
 * Signs in with a token of one variable.
 *
 * @throws {SlackAuthError} when Slack refuses it; any other error is passed on.
 */
export async function assertAuth(variable: "SLACK_BOT_TOKEN" | "SLACK_APP_TOKEN", signIn: () => Promise<unknown>) {
  try {
    await signIn();
  } catch (cause) {
    if (!(cause instanceof WebAPIPlatformError)) throw cause;
    const message = `Slack refuses ${variable} (${cause.data.error}): ${TODO[variable]}`;
    throw new SlackAuthError(message, { cause });
  }
}

const TODO = {
  SLACK_BOT_TOKEN: "copy the Bot User OAuth Token (xoxb-…) again from OAuth & Permissions of your Slack app.",
  SLACK_APP_TOKEN:
    "copy an app-level token (xapp-…) with connections:write from Basic Information of your Slack app, and switch Socket Mode on.",
} as const;
