import type { Json } from "../json";
import { LIMITS } from "../rules/limits";
import type { Conversation } from "../state/channels";
import { content, metadataOf } from "../state/content";
import { BOT, isPerson } from "../state/members";
import { messageObject, type SlackMessage } from "../state/messages";
import { SlackError } from "../state/slack-error";
import type { Workspace } from "../state/workspace";
import type { Args, Method } from "./method";
import { domainOf } from "./workspace";

export const chatPostMessage: Method = (args, workspace) => {
  const channel = writable(args, workspace);
  const metadata = metadataOf(jsonArg(args, "metadata"));
  const threadTs = args.text("thread_ts");
  const message = workspace.messages.post({
    channel: channel.id,
    author: BOT.userId,
    ...content({ text: args.text("text"), blocks: jsonArg(args, "blocks") }, workspace),
    ...(metadata === undefined ? {} : { metadata }),
    ...(threadTs === undefined ? {} : { threadTs }),
  });
  workspace.notify({ kind: "message", channel: channel.id, ts: message.ts });
  return { channel: channel.id, ts: message.ts, message: shown(message, workspace), ...cutOff(args.text("text")) };
};

/** Removes the blocks when only a text is sent, and leaves them when neither is. */
export const chatUpdate: Method = (args, workspace) => {
  const { channel, message } = ownMessage(args, workspace, "cant_update_message");
  const text = args.text("text");
  const blocks = jsonArg(args, "blocks");
  if (text !== undefined && text.length > LIMITS.updateText) throw new SlackError("msg_too_long");
  if (text === undefined && blocks === undefined && !args.has("metadata")) throw new SlackError("no_text");
  const unchanged = text === undefined && blocks === undefined;
  const next = unchanged ? { text: message.text, blocks: message.blocks } : content({ text, blocks }, workspace);
  const metadata = metadataOf(jsonArg(args, "metadata"));
  const changed = workspace.messages.edit(message, {
    ...next,
    ...(metadata === undefined ? {} : { metadata }),
    ...(blocks === undefined ? { editedTs: workspace.messages.nextTs() } : {}),
  });
  if (changed === undefined) throw new SlackError("message_not_found");
  workspace.notify({ kind: "message", channel: channel.id, ts: message.ts });
  return { channel: channel.id, ts: message.ts, text: changed.text, message: shown(changed, workspace) };
};

export const chatDelete: Method = (args, workspace) => {
  const { channel, message } = ownMessage(args, workspace, "cant_delete_message");
  workspace.messages.delete(message);
  workspace.notify({ kind: "message", channel: channel.id, ts: message.ts });
  return { channel: channel.id, ts: message.ts };
};

/** The address of a message that everybody in the channel sees. */
export const chatGetPermalink: Method = (args, workspace) => {
  const channel = workspace.channels.visible(args.required("channel"));
  const message = workspace.messages.find(channel.id, args.required("message_ts"));
  if (message === undefined || message.to !== undefined) throw new SlackError("message_not_found");
  const path = `archives/${channel.id}/p${message.ts.replace(".", "")}`;
  return { channel: channel.id, permalink: `https://${domainOf(workspace.team.name)}.slack.com/${path}` };
};

export const chatPostEphemeral: Method = (args, workspace) => {
  const channel = writable(args, workspace);
  const user = args.required("user");
  if (!channel.members.has(user)) throw new SlackError("user_not_in_channel");
  const message = workspace.messages.post({
    channel: channel.id,
    author: BOT.userId,
    to: user,
    ...content({ text: args.text("text"), blocks: jsonArg(args, "blocks") }, workspace),
  });
  workspace.notify({ kind: "message", channel: channel.id, ts: message.ts });
  return { message_ts: message.ts };
};

/** Finds where the app may write: a channel it is in, by id or name, or a direct conversation by the person's id. */
function writable(args: Args, workspace: Workspace): Conversation {
  const target = args.text("channel");
  if (target === undefined) throw new SlackError("channel_not_found");
  const member = workspace.members.get(target);
  if (member !== undefined && !isPerson(member)) throw new SlackError("channel_not_found");
  const id =
    member === undefined ? (workspace.channels.named(target)?.id ?? target) : workspace.channels.direct(target).id;
  const channel = workspace.channels.visible(id);
  const other = channel.user === undefined ? undefined : workspace.members.get(channel.user);
  if (other?.deactivated === true) throw new SlackError("channel_not_found");
  if (channel.archived) throw new SlackError("is_archived");
  if (!channel.members.has(BOT.userId)) throw new SlackError("not_in_channel");
  return channel;
}

/** Finds a message of the app. Ephemeral ones are not found: Slack only changes them by response_url. */
function ownMessage(
  args: Args,
  workspace: Workspace,
  foreign: string,
): { readonly channel: Conversation; readonly message: SlackMessage } {
  const channel = workspace.channels.visible(args.text("channel") ?? "");
  const message = workspace.messages.find(channel.id, args.required("ts"));
  if (message === undefined || message.to !== undefined) throw new SlackError("message_not_found");
  if (message.author !== BOT.userId) throw new SlackError(foreign);
  return { channel, message };
}

/** The warning that a too long text was truncated. */
function cutOff(text = ""): Json {
  if (text.length <= LIMITS.messageText) return {};
  const warnings = ["message_truncated"];
  return { warning: "message_truncated", response_metadata: { warnings } };
}

/** An argument sent as JSON; invalid JSON is passed on as text, to be refused for its format. */
function jsonArg(args: Args, name: string): unknown {
  return args.has(name) ? (args.json(name) ?? args.text(name)) : undefined;
}

function shown(message: SlackMessage, workspace: Workspace) {
  return messageObject(message, { teamId: workspace.team.id, metadata: true });
}
