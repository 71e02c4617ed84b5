import type { ActionsBlock } from "@slack/types";
import type { Message } from "./blocks";
import { section } from "./blocks";
import { words } from "./form";

export const DIGEST_AGAIN = "digest_again";
export const BOARD_POST = "board_post";

/** Asks before today's digest is sent once more; `value` names which one it would be. */
export function againQuestion(value: string): Message {
  const text = "Shall I send you your morning message again, as it would be now? It is a new message in our DM.";
  return { text, blocks: [section(text), button({ action: DIGEST_AGAIN, label: "Send it again", value })] };
}

/** The board for one's own eyes, with the way to post it where it was asked for. */
export function boardToPost({ text, blocks }: Message): Message {
  return { text, blocks: [...blocks, button({ action: BOARD_POST, label: "Post here", value: "board" })] };
}

function button({ action, label, value }: { action: string; label: string; value: string }): ActionsBlock {
  return { type: "actions", elements: [{ type: "button", action_id: action, text: words(label), value }] };
}
