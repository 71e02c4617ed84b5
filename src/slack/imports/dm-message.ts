import type { SlackEventMiddlewareArgs } from "@slack/bolt";

/** What a person wrote to us, alone with us. */
export interface DmMessage {
  readonly userId: string;
  readonly channel: string;
  readonly ts: string;
  /** Of a reply: the message that it answers. */
  readonly threadTs: string | undefined;
  readonly files: readonly { readonly id: string; readonly name: string }[];
}

/** `null` for all that is no person's message to us: other conversations, edits, deletions, and what bots write. */
export function dmMessage(event: SlackEventMiddlewareArgs<"message">["event"]): DmMessage | null {
  if (event.channel_type !== "im") return null;
  if (event.subtype !== undefined && event.subtype !== "file_share") return null;
  if ("bot_id" in event && event.bot_id !== undefined) return null;
  // Slack's own helper is no bot to Slack.
  if (event.user === "USLACKBOT") return null;
  const { user: userId, channel, ts, thread_ts: threadTs, files = [] } = event;
  return { userId, channel, ts, threadTs, files: files.map(({ id, name }) => ({ id, name: name ?? "your file" })) };
}
