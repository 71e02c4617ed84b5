import { WebAPIPlatformError } from "@slack/web-api";

/** Slack does not let the process in; `message` says what to set. */
export class SlackRefusal extends Error {
  override readonly name = "SlackRefusal";
}

/**
 * Signs in with a token of one variable.
 *
 * @throws {SlackRefusal} when Slack refuses it, and whatever else went wrong as it came.
 */
export async function signedIn(variable: "SLACK_BOT_TOKEN" | "SLACK_APP_TOKEN", signIn: () => Promise<unknown>) {
  try {
    await signIn();
  } catch (cause) {
    if (!(cause instanceof WebAPIPlatformError)) throw cause;
    const message = `Slack refuses ${variable} (${cause.data.error}): ${TODO[variable]}`;
    throw new SlackRefusal(message, { cause });
  }
}

const TODO = {
  SLACK_BOT_TOKEN: "copy the Bot User OAuth Token (xoxb-…) anew from OAuth & Permissions of your Slack app.",
  SLACK_APP_TOKEN:
    "copy an app-level token (xapp-…) with connections:write from Basic Information of your Slack app, and switch Socket Mode on.",
} as const;
