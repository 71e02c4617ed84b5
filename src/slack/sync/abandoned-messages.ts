import type { WebClient } from "@slack/web-api";
import type { Log } from "../../log";
import type { DayRange } from "../../time/day";
import { isRefusal } from "../platform/messages";
import { actions, type Message, section } from "../ui/blocks";
import { tryAgainButton } from "../ui/sync-button";
import type { AbandonedMessage, LiveMessageStore } from "./live-message-store";

export interface AbandonedMessagesDeps {
  readonly messages: Pick<LiveMessageStore, "abandoned">;
  readonly client: WebClient;
  readonly log: Pick<Log, "warn">;
}

/** What Slack says of a message or a conversation that is there no more. */
const GONE = ["message_not_found", "channel_not_found", "is_archived", "cant_update_message", "edit_window_closed"];

/**
 * Says in each message that shows a sync as running whose process ended before it, that it did not finish. What cannot be said now is
 * said in a minute; two processes at once say the same.
 */
export async function endAbandonedMessages(deps: AbandonedMessagesDeps): Promise<void> {
  for (const message of await deps.messages.abandoned()) await end(message, deps);
}

async function end({ ref, range, forget }: AbandonedMessage, { client, log }: AbandonedMessagesDeps): Promise<void> {
  try {
    await client.chat.update({ ...ref, ...unfinishedMessage(range) });
  } catch (error) {
    log.warn({ error }, "A sync's message could not say that the sync did not finish");
    if (!isRefusal(error, ...GONE)) return;
  }
  await forget();
}

function unfinishedMessage(range: DayRange): Message {
  const text = "⚠️ This sync didn't finish: Paceline was stopped.";
  return {
    text: `${text} Try again picks up where it left off.`,
    blocks: [
      section(`*${text}* Try again picks up where it left off.`),
      actions([tryAgainButton({ range, isFirst: true })]),
    ],
  };
}
