import type { WebClient } from "@slack/web-api";
import type { Log } from "../../log";
import { actions, type Message, section } from "../ui/blocks";
import type { LiveMessageStore } from "./live-message-store";
import { tryAgainButton } from "./sync-button";

export interface AbandonedMessagesDeps {
  readonly messages: Pick<LiveMessageStore, "takeAbandoned">;
  readonly client: WebClient;
  readonly log: Pick<Log, "warn">;
}

/** Says in each message that shows a sync as running whose process ended before it, that it did not finish. */
export async function endAbandonedMessages({ messages, client, log }: AbandonedMessagesDeps): Promise<void> {
  for (const ref of await messages.takeAbandoned()) {
    await client.chat
      .update({ ...ref, ...unfinishedMessage() })
      .catch((error: unknown) => log.warn({ error }, "A sync's message could not say that the sync did not finish"));
  }
}

function unfinishedMessage(): Message {
  const text = "⚠️ This sync didn't finish: Paceline was stopped.";
  return {
    text: `${text} Try again picks up where it left off.`,
    blocks: [section(`*${text}* Try again picks up where it left off.`), actions([tryAgainButton()])],
  };
}
