import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { SignIn } from "../digests/delivery-needs";
import { isSignedOut } from "../digests/outcome";
import type { Log } from "./needs";

/** How long an answer of Slack's about our sign-in is taken for true. */
const GOOD_FOR_MS = 60_000;

interface SignInNeeds {
  readonly client: WebClient;
  /** Milliseconds that only rise. */
  readonly clock: () => number;
  readonly log: Log;
}

/** Whether Slack still takes our token, asked at most once a minute. Only its refusal breaks it: an outage does not. */
export function slackSignIn({ client, clock, log }: SignInNeeds): SignIn {
  let holds = true;
  let askedAt = Number.NEGATIVE_INFINITY;
  const lost = (reason: string) => {
    if (holds) log.warn({ reason }, "Slack refuses the sign-in: the bot's token must be renewed");
    holds = false;
    askedAt = clock();
  };
  return {
    lost,
    async holds() {
      if (clock() - askedAt < GOOD_FOR_MS) return holds;
      askedAt = clock();
      try {
        await client.auth.test();
        if (!holds) log.info({}, "Slack takes the sign-in again");
        holds = true;
      } catch (error) {
        if (error instanceof WebAPIPlatformError && isSignedOut(error.data.error)) lost(error.data.error);
        else log.warn({ error }, "Slack could not be asked whether the sign-in holds");
      }
      return holds;
    },
  };
}
