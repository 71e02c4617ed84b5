import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { AppAnswer } from "../http/exchange";
import type { Json } from "../json";
import { BOT } from "../state/members";
import { type Desk, personOf } from "./interaction";

/** How long Slack waits before each of the three times it sends an event again. */
export const SLACK_RETRIES_MS: readonly number[] = [0, 60_000, 300_000];

/** Opens the app's Home, or its messages, and tells the app, with the view that is shown if there is one. */
export function openHome(desk: Desk, user: string, tab: "home" | "messages" = "home"): Promise<AppAnswer> {
  const { world } = desk;
  const person = personOf(world, user);
  const shown = tab === "home" ? world.views.home(user) : undefined;
  return sendEvent(desk, {
    type: "app_home_opened",
    user: person.id,
    channel: world.channels.direct(person.id).id,
    tab,
    ...(shown === undefined ? {} : { view: world.views.object(shown) }),
    event_ts: world.messages.nextTs(),
  });
}

/** Sends an event, and again where Slack would: what is answered last is handed back. */
export async function sendEvent(desk: Desk, event: Json): Promise<AppAnswer> {
  const { world, sender } = desk;
  const wrapped = {
    token: "not-used-any-more",
    team_id: world.team.id,
    api_app_id: BOT.appId,
    event,
    type: "event_callback",
    event_id: `Ev${randomBytes(6).toString("hex").toUpperCase()}`,
    event_time: Math.floor(world.now().getTime() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: world.team.id, user_id: BOT.userId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
  };
  let answer = await sender.event(wrapped);
  for (const [index, delayMs] of desk.retryEventsAfterMs.entries()) {
    if (isTaken(answer)) return answer;
    await wait(delayMs);
    const reason = answer.status === null ? "http_timeout" : "http_error";
    answer = await sender.event(wrapped, { number: index + 1, reason });
  }
  return answer;
}

/** Asks the app to prove that its address is its own; it is when the challenge comes back. */
export async function verifyUrl(desk: Desk): Promise<AppAnswer & { readonly verified: boolean }> {
  const challenge = randomBytes(16).toString("hex");
  const answer = await desk.sender.event({ type: "url_verification", token: "not-used-any-more", challenge });
  return { ...answer, verified: answer.status === 200 && answer.body.includes(challenge) };
}

function isTaken({ status, headers }: AppAnswer): boolean {
  if (status !== null && status >= 200 && status < 300) return true;
  return status !== null && headers["x-slack-no-retry"] === "1";
}
