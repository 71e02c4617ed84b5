import { createHmac } from "node:crypto";
import type { FakeSlack } from "../../../src/demo/slack/fake-slack";
import { SECRETS } from "../harness/slack";

/**
 * Sends the app requests as somebody would who writes them by hand: signed as Slack signs them, about buttons and forms
 * that nobody was shown. What is answered to a `response_url` stands in the workspace, by whose request it was.
 */
export function forgedRequests({ port, slack }: { readonly port: number; readonly slack: FakeSlack }) {
  const responseUrl = (user: string) => slack.issueResponseUrl({ user, channel: `D${user.slice(1)}` });
  const appId = slack.bot.appId;
  // As Slack's, no two requests are the same to the letter.
  let sent = 0;
  const trigger = () => {
    sent += 1;
    return `made.up.${sent}`;
  };
  const send = (body: string, type: string) => {
    const at = Math.floor(Date.now() / 1_000);
    const signature = createHmac("sha256", SECRETS.signingSecret).update(`v0:${at}:${body}`).digest("hex");
    return fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: "POST",
      headers: { "content-type": type, "x-slack-request-timestamp": `${at}`, "x-slack-signature": `v0=${signature}` },
      body,
    });
  };
  const form = (fields: Readonly<Record<string, string>>) =>
    send(new URLSearchParams(fields).toString(), "application/x-www-form-urlencoded");
  const interaction = (user: string, payload: object) => {
    const who = { user: { id: user, team_id: "T0LAB" }, team: { id: "T0LAB" }, api_app_id: appId };
    return form({ payload: JSON.stringify({ ...who, response_url: responseUrl(user), ...payload }) });
  };
  return {
    /** The texts of the answers, the oldest first. */
    answers: (user: string) =>
      slack.responses.filter(({ context }) => context.user === user).map(({ body }) => JSON.stringify(body)),
    command: (user: string, [command, text]: readonly [string, string]) =>
      form({
        ...{ command, text, user_id: user, team_id: "T0LAB", api_app_id: appId },
        ...{ trigger_id: trigger(), response_url: responseUrl(user) },
      }),
    press: (user: string, { id, value = "{}" }: { readonly id: string; readonly value?: string }) => {
      const actions = [{ type: "button", action_id: id, block_id: "b", value, action_ts: "1.1" }];
      return interaction(user, { type: "block_actions", trigger_id: trigger(), actions });
    },
    submit: (user: string, id: string) => {
      const view = { type: "modal", callback_id: id, private_metadata: "{}", state: { values: {} }, blocks: [] };
      return interaction(user, { type: "view_submission", trigger_id: trigger(), view });
    },
    event: (user: string, event: object) => {
      const body = {
        type: "event_callback",
        team_id: "T0LAB",
        api_app_id: appId,
        event_id: trigger(),
        event: { user, ...event },
      };
      return send(JSON.stringify(body), "application/json");
    },
  };
}
