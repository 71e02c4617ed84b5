import type { Json } from "../json";
import { BOT } from "./bot";
import type { SlackMessage } from "./messages";

/** The message as Slack's answers and payloads give it; its metadata only to who asked for it. */
export function messageObject(
  message: SlackMessage,
  with_: { readonly teamId: string; readonly metadata: boolean },
): Json {
  const { author, ts, text, blocks, threadTs, editedTs, metadata, files } = message;
  const byApp = author === BOT.userId;
  return {
    type: "message",
    user: author,
    ts,
    ...(byApp ? { bot_id: BOT.botId, app_id: BOT.appId } : {}),
    text,
    team: with_.teamId,
    ...(blocks.length === 0 ? {} : { blocks }),
    ...(files === undefined ? {} : { files }),
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...(editedTs === undefined ? {} : { edited: { user: author, ts: editedTs } }),
    ...(with_.metadata && metadata !== undefined ? { metadata } : {}),
  };
}
