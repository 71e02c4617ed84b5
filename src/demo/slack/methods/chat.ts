import type { Json } from "../json";
import { LIMITS } from "../rules/limits";
import type { Conversation } from "../state/channels";
import { content, metadataOf } from "../state/content";
import { BOT, isPerson } from "../state/members";
import { messageObject, type SlackMessage } from "../state/messages";
import { Refusal } from "../state/slack-error";
import type { World } from "../state/workspace";
import type { Args, Method } from "./method";

export const chatPostMessage: Method = (args, world) => {
  const channel = writable(args, world);
  const metadata = metadataOf(given(args, "metadata"));
  const threadTs = args.text("thread_ts");
  const message = world.messages.post({
    channel: channel.id,
    author: BOT.userId,
    ...content({ text: args.text("text"), blocks: given(args, "blocks") }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(threadTs === undefined ? {} : { threadTs }),
  });
  world.tell({ kind: "message", channel: channel.id, ts: message.ts });
  return { channel: channel.id, ts: message.ts, message: shown(message, world), ...cutOff(args.text("text")) };
};

/** Blocks go when only a text is sent, and stay when neither is. */
export const chatUpdate: Method = (args, world) => {
  const { channel, message } = ownMessage(args, world, "cant_update_message");
  const text = args.text("text");
  const blocks = given(args, "blocks");
  if (text !== undefined && text.length > LIMITS.updateText) throw new Refusal("msg_too_long");
  if (text === undefined && blocks === undefined && !args.has("metadata")) throw new Refusal("no_text");
  const kept = text === undefined && blocks === undefined;
  const next = kept ? { text: message.text, blocks: message.blocks } : content({ text, blocks });
  const metadata = metadataOf(given(args, "metadata"));
  const changed = world.messages.edit(message, {
    ...next,
    ...(metadata === undefined ? {} : { metadata }),
    ...(blocks === undefined ? { editedTs: world.messages.nextTs() } : {}),
  });
  if (changed === undefined) throw new Refusal("message_not_found");
  world.tell({ kind: "message", channel: channel.id, ts: message.ts });
  return { channel: channel.id, ts: message.ts, text: changed.text, message: shown(changed, world) };
};

export const chatDelete: Method = (args, world) => {
  const { channel, message } = ownMessage(args, world, "cant_delete_message");
  world.messages.delete(message);
  world.tell({ kind: "message", channel: channel.id, ts: message.ts });
  return { channel: channel.id, ts: message.ts };
};

export const chatPostEphemeral: Method = (args, world) => {
  const channel = writable(args, world);
  const user = args.need("user");
  if (!channel.members.has(user)) throw new Refusal("user_not_in_channel");
  const message = world.messages.post({
    channel: channel.id,
    author: BOT.userId,
    to: user,
    ...content({ text: args.text("text"), blocks: given(args, "blocks") }),
  });
  world.tell({ kind: "message", channel: channel.id, ts: message.ts });
  return { message_ts: message.ts };
};

/** Where the app may write: a channel it is in, by id or name, or a person's direct conversation by the person's id. */
function writable(args: Args, world: World): Conversation {
  const asked = args.text("channel");
  if (asked === undefined) throw new Refusal("channel_not_found");
  const member = world.members.get(asked);
  if (member !== undefined && !isPerson(member)) throw new Refusal("channel_not_found");
  const id = member === undefined ? (world.channels.named(asked)?.id ?? asked) : world.channels.direct(asked).id;
  const channel = world.channels.visible(id);
  const other = channel.user === undefined ? undefined : world.members.get(channel.user);
  if (other?.deactivated === true) throw new Refusal("channel_not_found");
  if (channel.archived) throw new Refusal("is_archived");
  if (!channel.members.has(BOT.userId)) throw new Refusal("not_in_channel");
  return channel;
}

/** Messages that only one person sees are not found here: Slack changes them by response_url alone. */
function ownMessage(
  args: Args,
  world: World,
  foreign: string,
): { readonly channel: Conversation; readonly message: SlackMessage } {
  const channel = world.channels.visible(args.text("channel") ?? "");
  const message = world.messages.find(channel.id, args.need("ts"));
  if (message === undefined || message.to !== undefined) throw new Refusal("message_not_found");
  if (message.author !== BOT.userId) throw new Refusal(foreign);
  return { channel, message };
}

/** A text that is too long is posted as far as it goes, and Slack says so. */
function cutOff(text = ""): Json {
  if (text.length <= LIMITS.messageText) return {};
  const warnings = ["message_truncated"];
  return { warning: "message_truncated", response_metadata: { warnings } };
}

/** What was sent as JSON; a text that is none is handed on as it is, to be refused for its form. */
function given(args: Args, name: string): unknown {
  return args.has(name) ? (args.json(name) ?? args.text(name)) : undefined;
}

function shown(message: SlackMessage, world: World) {
  return messageObject(message, { teamId: world.team.id, metadata: true });
}
