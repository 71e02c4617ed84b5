import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { AppResponse } from "../http/exchange";
import type { Json } from "../json";
import { BOT } from "../state/members";
import { type PeopleDeps, personOf } from "./interaction";

/** How long Slack waits before each of its three retries of an event. */
export const SLACK_RETRIES_MS: readonly number[] = [0, 60_000, 300_000];

/** Opens the app's Home or messages, and sends the event, with the current view if there is one. */
export function openHome(deps: PeopleDeps, user: string, tab: "home" | "messages" = "home"): Promise<AppResponse> {
  const { workspace } = deps;
  const person = personOf(workspace, user);
  const shown = tab === "home" ? workspace.views.home(user) : undefined;
  return sendEvent(deps, {
    type: "app_home_opened",
    user: person.id,
    channel: workspace.channels.direct(person.id).id,
    tab,
    ...(shown === undefined ? {} : { view: workspace.views.object(shown) }),
    event_ts: workspace.messages.nextTs(),
  });
}

/**
 * Sends an event, with retries where Slack would; returns the last response. What the app accepted comes a second time, as from
 * a Slack that lost the response. A Home that is opened does not: to the app it would be the same as a person who opens it twice.
 */
export async function sendEvent(deps: PeopleDeps, event: Json): Promise<AppResponse> {
  const { workspace, appClient } = deps;
  const envelope = {
    token: "not-used-any-more",
    team_id: workspace.team.id,
    api_app_id: BOT.appId,
    event,
    type: "event_callback",
    event_id: `Ev${randomBytes(6).toString("hex").toUpperCase()}`,
    event_time: Math.floor(workspace.now().getTime() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.team.id,
        user_id: BOT.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
  let response = await appClient.sendEvent(envelope);
  for (const [index, delayMs] of deps.retryEventsAfterMs.entries()) {
    if (isAccepted(response)) break;
    await wait(delayMs);
    const reason = response.status === null ? "http_timeout" : "http_error";
    response = await appClient.sendEvent(envelope, { number: index + 1, reason });
  }
  if (isAccepted(response) && event.type !== "app_home_opened")
    await appClient.sendEvent(envelope, { number: 1, reason: "http_timeout" });
  return response;
}

/** Asks the app to verify its URL, which it does by returning the challenge. */
export async function verifyUrl(deps: PeopleDeps): Promise<AppResponse & { readonly verified: boolean }> {
  const challenge = randomBytes(16).toString("hex");
  const response = await deps.appClient.sendEvent({ type: "url_verification", token: "not-used-any-more", challenge });
  return { ...response, verified: response.status === 200 && response.body.includes(challenge) };
}

function isAccepted({ status, headers }: AppResponse): boolean {
  if (status !== null && status >= 200 && status < 300) return true;
  return status !== null && headers["x-slack-no-retry"] === "1";
}
