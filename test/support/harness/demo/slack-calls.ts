import { isJson, jsonOf, listOf, objectsOf } from "../../../../src/demo/slack/json";
import type { Side } from "./two-slacks";

/** Does the same on a side, whichever it is, and hands back what is to be compared. */
export type Doing = (side: Side) => Promise<unknown>;
type Args = (side: Side) => Readonly<Record<string, unknown>>;

export const HOME = { type: "home", blocks: [{ type: "divider", block_id: "line" }] };
export const MODAL = { type: "modal", title: { type: "plain_text", text: "Goal" }, blocks: [] };
export const SECTION = { type: "section", block_id: "one", text: { type: "mrkdwn", text: "*1*" } };
export const METADATA = { event_type: "digest", event_payload: { key: "a" } };

/** What is asked about #sales. */
export const inSales =
  (more: object): Args =>
  (side) => ({ channel: side.id("sales"), ...more });
/** What is asked about Ana's Home. */
export const homeOfAna =
  (more: object): Args =>
  (side) => ({ user_id: side.id("ana"), ...more });

/** Calls a method and takes these fields of its answer; all of it when none is named. */
export function asks(method: string, args: Args, ...fields: readonly string[]): Doing {
  return async (side) => taken(await side.call(method, args(side)), fields);
}

/** Calls a method that refuses. */
export function refused(method: string, args: Args): Doing {
  return asks(method, args, "ok", "error");
}

/** Calls a method for a message that the app has just posted in #sales. */
export function ofMessage(method: string, args: Args, ...fields: readonly string[]): Doing {
  return async (side) => {
    const { channel, ts } = await posted(side);
    return taken(await side.call(method, { channel, ts, ...args(side) }), fields);
  };
}

/** Calls a method twice. */
export function twice(method: string, args: Args, ...fields: readonly string[]): Doing {
  return async (side) => {
    const first = await side.call(method, args(side));
    const second = await side.call(method, args(side));
    return [taken(first, fields), taken(second, fields)];
  };
}

export async function deleteTwice(side: Side) {
  const { channel, ts } = await posted(side);
  const answers = [await side.call("chat.delete", { channel, ts }), await side.call("chat.delete", { channel, ts })];
  return answers.map((answer) => taken(answer, ["ok", "channel?", "error?"]));
}

export async function listOfUsers(side: Side) {
  const { members } = await side.call("users.list", { limit: 100 });
  const known = objectsOf(members).filter(({ name }) => ["ana", "ben", "paceline"].includes(String(name)));
  const fields = ["id", "name", "real_name", "is_bot", "deleted", "profile.real_name"];
  return known.map((member) => side.plain(taken(member, fields))).sort();
}

/** Theirs has a first user in every channel, and channels of its own. */
export async function listOfChannels(side: Side) {
  const { channels } = await side.call("conversations.list", { types: "public_channel,private_channel", limit: 100 });
  const known = objectsOf(channels).filter(({ name }) => !["general", "random"].includes(String(name)));
  const fields = ["id", "name", "is_private", "is_archived", "is_member"];
  return known.map((channel) => side.plain(taken(channel, fields))).sort();
}

export async function membersOfSales(side: Side) {
  const { ok, members } = await side.call("conversations.members", { channel: side.id("sales") });
  const plain = listOf(side.plain(members)).map(String);
  return [ok, plain.filter((member) => ["ana", "ben", "paceline"].includes(member)).sort()];
}

export async function openTwice(side: Side) {
  const opened = [await side.call("conversations.open", { users: side.id("ben") })];
  opened.push(await side.call("conversations.open", { users: side.id("ben"), return_im: true }));
  const [first, second] = opened.map(({ channel }) => jsonOf(channel));
  return [opened.map(({ ok }) => ok), first?.id === second?.id, taken(second, ["is_im", "user"])];
}

export async function postToPerson(side: Side) {
  const { channel } = await side.call("conversations.open", { users: side.id("ana") });
  const answer = await side.call("chat.postMessage", { channel: side.id("ana"), text: "Good morning" });
  return [answer.channel === jsonOf(channel).id, taken(answer, ["ok", "message.text"])];
}

export async function history(side: Side) {
  const channel = side.id("sales");
  for (const text of ["1", "2"]) await side.call("chat.postMessage", { channel, text, metadata: METADATA });
  const answer = await side.call("conversations.history", { channel, limit: 2, include_all_metadata: true });
  const messages = objectsOf(answer.messages);
  return [
    taken(answer, ["ok", "has_more"]),
    messages.map((message) => taken(message, ["type", "user", "text", "ts", "metadata"])),
  ];
}

export async function ephemeral(side: Side) {
  const channel = side.id("sales");
  const answer = await side.call("chat.postEphemeral", { channel, user: side.id("ana"), text: "psst" });
  const { messages } = await side.call("conversations.history", { channel, limit: 100 });
  const texts = objectsOf(messages).map(({ text }) => text);
  return [taken(answer, ["ok", "message_ts"]), texts.includes("psst")];
}

export async function publishForHash(side: Side) {
  const publish = (more: object) => side.call("views.publish", { user_id: side.id("ben"), view: HOME, ...more });
  const { hash } = jsonOf((await publish({})).view);
  const [now, again] = [await publish({ hash }), await publish({ hash })];
  return [taken(now, ["ok", "view.type"]), taken(again, ["ok", "error"])];
}

export async function openModalTwice(side: Side) {
  const trigger_id = await side.trigger();
  const opened = await side.call("views.open", { trigger_id, view: MODAL });
  const again = await side.call("views.open", { trigger_id, view: MODAL });
  const { id, root_view_id } = jsonOf(opened.view);
  const fields = ["ok", "view.type", "view.title.text", "view.previous_view_id", "view.state", "view.bot_id"];
  return [taken(opened, fields), id === root_view_id, taken(again, ["ok", "error"])];
}

export async function updateModal(side: Side) {
  const opened = jsonOf((await side.call("views.open", { trigger_id: await side.trigger(), view: MODAL })).view);
  const update = (more: object) => side.call("views.update", { view_id: opened.id, view: MODAL, ...more });
  const [now, late] = [await update({ hash: opened.hash }), await update({ hash: opened.hash })];
  return [taken(now, ["ok", "view.type"]), jsonOf(now.view).id === opened.id, taken(late, ["ok", "error"])];
}

async function posted(side: Side) {
  const answer = await side.call("chat.postMessage", { channel: side.id("sales"), text: "One", blocks: [SECTION] });
  return { channel: answer.channel, ts: answer.ts };
}

/** A field that is missing is a fault of the comparison itself, unless it may be missing: `user.tz?`. */
function taken(answer: unknown, fields: readonly string[]): unknown {
  if (fields.length === 0) return answer;
  return fields.map((field) => {
    const path = field.replace("?", "").split(".");
    const found = path.reduce<unknown>((inside, name) => (isJson(inside) ? inside[name] : undefined), answer);
    if (found === undefined && !field.endsWith("?")) throw new Error(`${field} is not in ${JSON.stringify(answer)}`);
    return found ?? null;
  });
}
