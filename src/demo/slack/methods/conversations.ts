import { type Conversation, channelObject } from "../state/channels";
import { BOT } from "../state/members";
import { messageObject } from "../state/messages";
import { invalidArguments, SlackError } from "../state/slack-error";
import { directWith } from "../state/workspace";
import type { Args, Method } from "./method";
import { page } from "./pages";

export const conversationsOpen: Method = (args, workspace) => {
  const users = (args.text("users") ?? "").split(",").filter((each) => each !== "");
  if (args.has("channel")) return { channel: { id: workspace.channels.visible(args.required("channel")).id } };
  if (users.length === 0) throw new SlackError("users_list_not_supplied");
  // The app does not need conversations of several people, and the fake has none.
  if (users.length > 1) throw new SlackError("too_many_users");
  const channel = workspace.channels.visible(directWith(workspace, users[0]));
  return { channel: args.flag("return_im") ? channelObject(channel) : { id: channel.id } };
};

export const conversationsList: Method = (args, workspace) => {
  const kinds = (args.text("types") ?? "public_channel").split(",").map((each) => each.trim());
  const wrong = kinds.filter((each) => !["public_channel", "private_channel", "im", "mpim"].includes(each));
  if (wrong.length > 0) throw new SlackError("invalid_types");
  const listed = workspace.channels.list().filter((each) => isListed(each, kinds, args));
  const { items, nextPage } = page(listed, args, { max: 999, defaultSize: 100 });
  return { channels: items.map(channelObject), ...nextPage };
};

export const conversationsInfo: Method = (args, workspace) => {
  return { channel: channelObject(workspace.channels.visible(args.required("channel"))) };
};

export const conversationsJoin: Method = (args, workspace) => {
  const channel = workspace.channels.visible(args.required("channel"));
  if (channel.kind !== "public") throw new SlackError("method_not_supported_for_channel_type");
  if (channel.archived) throw new SlackError("is_archived");
  const already = channel.members.has(BOT.userId);
  const joined = workspace.channels.join(channel.id, BOT.userId);
  return { channel: channelObject(joined), ...(already ? { warning: "already_in_channel" } : {}) };
};

export const conversationsMembers: Method = (args, workspace) => {
  const channel = workspace.channels.visible(args.required("channel"));
  const { items, nextPage } = page([...channel.members], args, { max: 999, defaultSize: 100 });
  return { members: items, ...nextPage };
};

/** Newest first, without threads' replies and ephemeral messages. */
export const conversationsHistory: Method = (args, workspace) => {
  const channel = workspace.channels.visible(args.required("channel"));
  if (!channel.members.has(BOT.userId)) throw new SlackError("not_in_channel");
  const within = between(args);
  const shown = workspace.messages
    .in(channel.id)
    .filter(({ to, threadTs, deletedAt }) => to === undefined && threadTs === undefined && deletedAt === undefined)
    .filter(({ ts, shownFrom }) => within(ts) && (shownFrom === undefined || shownFrom <= workspace.now()))
    .reverse();
  const { items, more, nextPage } = page(shown, args, { max: 999, defaultSize: 100 });
  const metadata = args.flag("include_all_metadata");
  return {
    messages: items.map((each) => messageObject(each, { teamId: workspace.team.id, metadata })),
    has_more: more,
    ...(more ? nextPage : {}),
  };
};

function isListed({ kind, archived, members }: Conversation, kinds: readonly string[], args: Args): boolean {
  if (archived && args.flag("exclude_archived")) return false;
  if (kind === "im") return kinds.includes("im");
  return kind === "public"
    ? kinds.includes("public_channel")
    : kinds.includes("private_channel") && members.has(BOT.userId);
}

/** Whether a time stamp is between the bounds, which are excluded unless `inclusive` is set. */
function between(args: Args): (ts: string) => boolean {
  const oldest = bound(args, "oldest");
  const latest = bound(args, "latest");
  const inclusive = args.flag("inclusive");
  return (ts) => {
    const at = micros(ts);
    if (oldest !== undefined && (inclusive ? at < oldest : at <= oldest)) return false;
    return latest === undefined || (inclusive ? at <= latest : at < latest);
  };
}

function bound(args: Args, name: "oldest" | "latest"): bigint | undefined {
  const text = args.text(name);
  if (text === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(text)) throw invalidArguments(`invalid ts_${name}`);
  return micros(text);
}

/** A time stamp has more digits than a floating number keeps. */
function micros(ts: string): bigint {
  const [seconds = "0", fraction = ""] = ts.split(".");
  return BigInt(seconds) * 1_000_000n + BigInt(fraction.padEnd(6, "0").slice(0, 6));
}
