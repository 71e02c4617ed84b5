import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SECRETS } from "../harness/slack";

/**
 * Starts what sends the app requests as somebody would who writes them by hand: signed as Slack signs them, about buttons
 * and forms that nobody was shown. What is answered to a `response_url` is kept, by whose request it was.
 */
export async function forgedRequests(port: number) {
  const answers: { readonly user: string; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      answers.push({ user: request.url?.slice(1) ?? "", body: Buffer.concat(chunks).toString("utf8") });
      response.end("ok");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port: answersPort } = server.address() as AddressInfo;
  const responseUrl = (user: string) => `http://127.0.0.1:${answersPort}/${user}`;
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
    const who = { user: { id: user, team_id: "T0LAB" }, team: { id: "T0LAB" }, api_app_id: "A0" };
    return form({ payload: JSON.stringify({ ...who, response_url: responseUrl(user), ...payload }) });
  };
  return {
    answers: (user: string) => answers.filter((one) => one.user === user).map(({ body }) => body),
    command: (user: string, [command, text]: readonly [string, string]) =>
      form({ command, text, user_id: user, team_id: "T0LAB", trigger_id: trigger(), response_url: responseUrl(user) }),
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
        api_app_id: "A0",
        event_id: trigger(),
        event: { user, ...event },
      };
      return send(JSON.stringify(body), "application/json");
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
