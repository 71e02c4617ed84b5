import { createHmac } from "node:crypto";
import type { FakeSlack } from "../../../src/demo/slack/fake-slack";
import { LISTENERS } from "../../../src/slack/listeners";
import { type Chance, mutated, nastyValues, pick, seededChance } from "./mutations";

/** Guests and nobodies: whatever they send, they may change nothing. The first twenty are guests. */
export const SENDERS = Array.from({ length: 60 }, (_, index) => (index < 20 ? `U0GUEST${index}` : `U0NOBODY${index}`));

/** A request as it goes over the wire. */
export interface Sent {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Aim {
  /** What Slack signs with. */
  readonly secret: string;
  readonly slack: FakeSlack;
  /** An address that is not Slack's, which nothing may be sent to. */
  readonly foreign: string;
}

/** Makes so many requests that are twisted at random, the same ones for a seed; of the last, a hundred are repetitions. */
export function hostileRequests(seed: number, { count, ...aim }: Aim & { readonly count: number }): readonly Sent[] {
  const chance = seededChance(seed);
  const nasty = nastyValues(aim.foreign);
  const made = Array.from({ length: count - 100 }, (_, index) => requestOf(chance, { index, nasty, ...aim }));
  // Slack sends none twice, but whoever got hold of one can.
  return [...made, ...Array.from({ length: 100 }, () => pick(chance, made))];
}

function requestOf(
  chance: Chance,
  { index, nasty, ...aim }: Aim & { readonly index: number; readonly nasty: readonly unknown[] },
): Sent {
  if (index % 10 === 9) return routeRequest(chance, { nasty, ...aim });
  const user = SENDERS[index % SENDERS.length] ?? "";
  const { payload, form } = pick(chance, payloads(chance, { index, user, ...aim }));
  const twisted = chance() < 0.9 ? mutated(chance, { payload, nasty }) : payload;
  const { secret } = aim;
  const isCommand = form && "command" in payload;
  if (isCommand) return signed(new URLSearchParams(textsOf(twisted)).toString(), { type: FORM, secret });
  const json = JSON.stringify(twisted);
  if (!form) return signed(json, { type: "application/json", secret });
  return signed(new URLSearchParams({ payload: json }).toString(), { type: FORM, secret });
}

function payloads(chance: Chance, { index, user, slack }: Aim & { readonly index: number; readonly user: string }) {
  const installed = { team: { id: "T0ACME0001" }, team_id: "T0ACME0001", api_app_id: slack.bot.appId };
  const who = { ...installed, user: { id: user, team_id: "T0ACME0001" }, trigger_id: `made.up.${index}` };
  const channel = { id: "C0SALES001" };
  const actions = Object.keys({ ...LISTENERS.actions, ...LISTENERS.goals, ...LISTENERS.home });
  const value = JSON.stringify({ userId: user, type: "phone_call_quantity", period: "monthly", target: 1, page: 0 });
  const button = { type: "button", action_id: pick(chance, actions), block_id: "b", value, action_ts: "1.1" };
  const message = { ts: "1760000000.000100", text: "hi", blocks: [{ type: "section", block_id: "b" }] };
  const held = { type: "plain_text_input", value: "5", selected_option: { value: "x" }, selected_user: user };
  const callback_id = pick(chance, Object.keys(LISTENERS.forms));
  const values = { target: { target: held }, person: { person: held }, metric: { metric: held }, day: { day: held } };
  const view = { id: `V${index}`, callback_id, private_metadata: value, state: { values }, hash: "1.x" };
  const said = { user, channel: `D${user.slice(1)}`, ts: `1760000000.${index}`, event_ts: `1760000000.${index}` };
  const events = [
    { type: "message", channel_type: "im", text: "hello", ...said, files: [{ id: "F0FILE", name: "orders.csv" }] },
    { type: "app_home_opened", tab: "home", ...said, view: { id: "V1", private_metadata: value, hash: "1.x" } },
  ];
  const text = pick(chance, [
    "",
    "7d",
    "help",
    "why calls",
    "set @x 5 calls",
    '{"$ne":null}',
    "$where",
    "board",
    "log",
  ]);
  const command = {
    command: pick(chance, Object.keys(LISTENERS.commands)),
    text,
    user_id: user,
    channel_id: "C0SALES001",
  };
  const commands = { ...command, ...installed, team: undefined, trigger_id: `made.up.${index}` };
  const response_url = slack.issueResponseUrl({ user, channel: "C0SALES001" });
  return [
    { form: true, payload: { ...commands, response_url } },
    { form: true, payload: { type: "block_actions", ...who, response_url, channel, message, actions: [button] } },
    { form: true, payload: { type: "block_actions", ...who, view, actions: [button] } },
    { form: true, payload: { type: "view_submission", ...who, view } },
    {
      form: false,
      payload: { type: "event_callback", ...installed, event_id: `Ev${index}`, event: pick(chance, events) },
    },
  ];
}

function routeRequest(chance: Chance, { nasty, foreign }: Aim & { readonly nasty: readonly unknown[] }): Sent {
  const path = pick(chance, [
    "/api/sync-all",
    "/api/import/fishbowl?apply=true",
    "/webhooks/copper",
    "/webhooks/justcall",
  ]);
  const body = { ids: [1], type: "activity_log", event: "new", webhook_url: foreign, start: "2026-10-01" };
  const headers = { authorization: "Bearer guess", "x-paceline-secret": "guess", "content-type": "text/csv" };
  return { path, headers, body: JSON.stringify(mutated(chance, { payload: body, nasty })) };
}

const FORM = "application/x-www-form-urlencoded";

function signed(body: string, { type, secret }: { readonly type: string; readonly secret: string }): Sent {
  const at = Math.floor(Date.now() / 1_000);
  const hash = createHmac("sha256", secret).update(`v0:${at}:${body}`).digest("hex");
  const headers = { "content-type": type, "x-slack-request-timestamp": `${at}`, "x-slack-signature": `v0=${hash}` };
  return { path: "/slack/events", headers, body };
}

/** A form holds texts: what is none is written as JSON, or twice. */
function textsOf(payload: object): [string, string][] {
  return Object.entries(payload).flatMap(([name, value]): [string, string][] => {
    if (Array.isArray(value))
      return value.map((one) => [name, typeof one === "string" ? one : String(JSON.stringify(one))]);
    return [[name, typeof value === "string" ? value : String(JSON.stringify(value))]];
  });
}
