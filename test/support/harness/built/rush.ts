import { createHmac } from "node:crypto";
import type { FakeSlack } from "../../../../src/demo/slack/fake-slack";
import { isPerson } from "../../../../src/demo/slack/state/members";
import { SECRET_HEADER } from "../../../../src/sources/copper/webhook";
import { type ReportLine, report } from "../../builders/orders";
import { type Acknowledged, type Prepared, sender } from "./sender";

/** Where a process is reached, and with which keys. */
export interface RushTarget {
  readonly url: string;
  readonly env: Readonly<Record<"API_TOKEN" | "COPPER_WEBHOOK_SECRET" | "SLACK_SIGNING_SECRET", string>>;
  readonly slack: FakeSlack;
}

/** What is asked of it at once. */
export interface RushSize {
  /** Typed in the same moment, by the people of the workspace in turn. */
  readonly commands: number;
  /** Of a file that is previewed. */
  readonly rows: number;
  /** Records of Copper's that webhooks name, thirty each. */
  readonly ids: readonly number[];
}

/** What came of it. */
export interface RushOutcome {
  readonly sync: { readonly status: number; readonly body: { readonly success: boolean }; readonly ms: number };
  readonly preview: { readonly status: number; readonly body: { readonly orders: object } };
  /** The statuses of webhooks, and those of commands with how long each waited for its acknowledgment. */
  readonly webhooks: readonly number[];
  readonly commands: readonly Acknowledged[];
}

const TEXTS = ["", "help", "why calls", "team", "board", "log", "last month"];
/** How many webhooks a vendor sends side by side. */
const WEBHOOKS_AT_ONCE = 20;
const IDS_A_WEBHOOK = 30;

/**
 * Asks for a sync, sends a file to be previewed and webhooks and, once the sync runs, types all commands in the same moment.
 *
 * @param running resolves once the sync runs.
 */
export async function rush(
  target: RushTarget,
  { size, running }: { readonly size: RushSize; readonly running: () => Promise<unknown> },
): Promise<RushOutcome> {
  const { slack } = target;
  const people = slack.members().filter(isPerson);
  // Made before, so that what is measured is what the process takes.
  const type = await sender(
    Array.from({ length: size.commands }, (_, index) => {
      const text = TEXTS[index % TEXTS.length] ?? "";
      return typedCommand(target, { user: people[index % people.length]?.id ?? "", text, at: index });
    }),
  );
  const file = report(...orderLines(size.rows));
  const sync = timed(() => postApi(target, { path: "/api/sync-all", body: "" }));
  await running();
  const preview = postApi(target, { path: "/api/import/fishbowl", body: file });
  const webhooks = sendWebhooks(target, size.ids);
  const [{ result, ms }, previewed, told, commands] = await Promise.all([sync, preview, webhooks, type()]);
  return {
    sync: { status: result.status, body: JSON.parse(result.text), ms },
    preview: { status: previewed.status, body: JSON.parse(previewed.text) },
    webhooks: told,
    commands,
  };
}

/** Posts as whoever has the API's token. */
export async function postApi(
  { url, env }: RushTarget,
  { path, body }: { readonly path: string; readonly body: string },
) {
  const headers = { authorization: `Bearer ${env.API_TOKEN}`, ...(body !== "" && { "content-type": "text/csv" }) };
  const response = await fetch(`${url}${path}`, { method: "POST", headers, body });
  return { status: response.status, text: await response.text() };
}

/** Makes a command as Slack sends it. */
export function typedCommand(
  { url, env, slack }: RushTarget,
  { user, text, at }: { readonly user: string; readonly text: string; readonly at: number },
): Prepared {
  const channel = slack.dm(user);
  const team = slack.state(user);
  const body = new URLSearchParams({
    ...{ command: "/goals", text, user_id: user, channel_id: channel, api_app_id: slack.bot.appId },
    ...{ team_id: String(Reflect.get(Object(team.team), "id")), trigger_id: `rush.${at}` },
    response_url: slack.issueResponseUrl({ user, channel }),
  }).toString();
  const time = String(Math.floor(Date.now() / 1_000));
  const hash = createHmac("sha256", env.SLACK_SIGNING_SECRET).update(`v0:${time}:${body}`).digest("hex");
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "x-slack-request-timestamp": time,
    "x-slack-signature": `v0=${hash}`,
  };
  return { url: `${url}/slack/events`, headers, body };
}

/** Lines of orders, four an order. */
export function orderLines(count: number): readonly ReportLine[] {
  return Array.from({ length: count }, (_, line) => {
    const order = Math.floor(line / 4);
    const customer = { account: `C-${order % 300}`, customer: `Customer ${order % 300}` };
    return { order: `RUSH-${order}`, item: String(line), ...customer, total: "1,000.10" };
  });
}

async function sendWebhooks({ url, env }: RushTarget, ids: readonly number[]): Promise<readonly number[]> {
  const left = [...ids];
  const statuses: number[] = [];
  const work = async () => {
    for (let named = left.splice(0, IDS_A_WEBHOOK); named.length > 0; named = left.splice(0, IDS_A_WEBHOOK)) {
      const body = { ids: named, type: "activity_log", event: "new", subscription_id: 17_065, timestamp: named[0] };
      const headers = { [SECRET_HEADER]: env.COPPER_WEBHOOK_SECRET, "content-type": "application/json" };
      const response = await fetch(`${url}/webhooks/copper`, { method: "POST", headers, body: JSON.stringify(body) });
      await response.arrayBuffer();
      statuses.push(response.status);
    }
  };
  await Promise.all(Array.from({ length: WEBHOOKS_AT_ONCE }, work));
  return statuses;
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const begun = performance.now();
  const result = await work();
  return { result, ms: performance.now() - begun };
}
