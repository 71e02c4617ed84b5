import { WebAPIHTTPError, WebAPIPlatformError, type WebClient } from "@slack/web-api";
import { jsonOf, listOf } from "../../../../src/demo/slack/json";
import { startEmulate } from "../../env/emulated-slack";
import { ANA, BEN, boltApp, clientOf, TOKEN, workspace } from "./slack";

export type Answer = Readonly<Record<string, unknown>>;

/** A Slack to ask: ours or another's. Both have Ana, Ben, the app, and the channels sales, other, old and secret. */
export interface Side {
  /** The answer whatever it is; of one that is none of Slack's, its status. */
  call(method: string, args?: Readonly<Record<string, unknown>>, token?: string): Promise<Answer>;
  /** The id of a member or a channel. */
  id(name: string): string;
  /** A trigger_id as it comes with something that Ana does. */
  trigger(): Promise<string>;
  /** With names in the place of ids, and one word for every time stamp. */
  plain(value: unknown): unknown;
  close(): Promise<void>;
}

export async function ourSide(): Promise<Side> {
  const { slack } = await workspace();
  const triggers: string[] = [];
  const app = await boltApp(slack, (bolt) =>
    bolt.command("/go", async ({ ack, body }) => {
      triggers.push(body.trigger_id);
      await ack();
    }),
  );
  const people = { ana: ANA.id, ben: BEN.id, paceline: slack.bot.userId };
  const ids = { ...people, sales: "C0SALES", other: "C0OTHER", old: "C0OLD", secret: "G0SECRET" };
  const trigger = async () => {
    await slack.command({ user: ANA.id, text: "/go" });
    return triggers.at(-1) ?? "";
  };
  const close = async () => {
    await app.stop();
    await slack.close();
  };
  return side({ clientFor: (token) => clientOf(slack, token), ids, trigger, close });
}

export async function theirSide(): Promise<Side> {
  const { url, close } = await startEmulate(SEED);
  const clientFor = (token: string) => clientOf({ url }, token);
  const client = clientFor(TOKEN);
  const found = await Promise.all([client.users.list({ limit: 100 }), client.conversations.list({ limit: 100 })]);
  const named = [...(found[0].members ?? []), ...(found[1].channels ?? [])];
  const ids = Object.fromEntries(named.map(({ name = "", id = "" }) => [name, id]));
  for (const name of ["sales", "old"]) await client.conversations.join({ channel: ids[name] ?? "" });
  await client.conversations.archive({ channel: ids.old ?? "" });
  const trigger = async () => {
    const answer = await client.apiCall("views.generateTriggerId", { user_id: ids.ana ?? "" });
    return String(jsonOf(answer).trigger_id);
  };
  // What is private is not listed to who is not in it.
  return side({ clientFor, ids: { ...ids, secret: await secretChannel(url) }, trigger, close });
}

const SEED = {
  team: { name: "Acme Sales", domain: "acme-sales" },
  users: [
    { name: "ana", real_name: "Ana Alvarez", email: "ana@acme.com", is_admin: true },
    { name: "ben", real_name: "Ben Lee", email: "ben@acme.com" },
  ],
  channels: [{ name: "sales" }, { name: "other" }, { name: "old" }, { name: "secret", is_private: true }],
  oauth_apps: [
    {
      app_id: "A0PACELINE",
      client_id: "1",
      client_secret: "not-a-secret",
      name: "paceline",
      redirect_uris: [],
      bot_id: "B0PACELINE",
      bot_user_id: "U0PACELINE",
      bot_name: "paceline",
    },
  ],
  tokens: [
    {
      token: TOKEN,
      type: "bot",
      user_id: "U0PACELINE",
      app_id: "A0PACELINE",
      bot_id: "B0PACELINE",
      bot_user_id: "U0PACELINE",
      scopes: [],
    },
  ],
};

/** Their first user, who is in every channel, is whoever comes with a token that nobody knows. */
async function secretChannel(url: string): Promise<string> {
  const { channels } = await clientOf({ url }, "xoxp-anybody").conversations.list({ types: "private_channel" });
  return channels?.find(({ name }) => name === "secret")?.id ?? "";
}

interface Made extends Pick<Side, "trigger" | "close"> {
  readonly clientFor: (token: string) => WebClient;
  readonly ids: Readonly<Record<string, string>>;
}

function side({ clientFor, ids, trigger, close }: Made): Side {
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  const plain = (value: unknown): unknown => {
    if (typeof value === "string") return names.get(value) ?? value.replace(/^\d{9,}\.\d{6}$/, "ts");
    if (Array.isArray(value)) return listOf(value).map(plain);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([field, inside]) => [field, plain(inside)]));
  };
  return {
    call: (method, args = {}, token = TOKEN) => asked(clientFor(token), method, args),
    id: (name) => ids[name] ?? name,
    trigger,
    plain,
    close,
  };
}

async function asked(client: WebClient, method: string, args: Readonly<Record<string, unknown>>): Promise<Answer> {
  try {
    return { ...(await client.apiCall(method, { ...args })) };
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return { ...error.data };
    if (error instanceof WebAPIHTTPError) return { status: error.statusCode };
    throw error;
  }
}
