import type { Button } from "@slack/types";
import { actions, button, type Message } from "../ui/blocks";
import { myGoalsButton, runButton } from "../ui/run-button";
import { SYNC_NOW } from "../ui/sync-button";

/** Help on `/goals` with the three commands of each day as buttons below them, and at its end a rep's place among others, or a manager's team. */
export function withGoalsButtons(message: Message, { manages }: { readonly manages: boolean }): Message {
  const [daily, ...others] = message.blocks;
  if (daily === undefined) return message;
  const first = [myGoalsButton(), ...buttonOf("why calls"), button(SYNC_NOW, "Sync now")];
  const last = buttonOf(manages ? "team" : "board");
  return { ...message, blocks: [daily, actions(first), ...others, actions([...last])] };
}

function buttonOf(words: string): readonly Button[] {
  const run = runButton(words);
  return run === null ? [] : [run];
}

/** Help on `/sync` with a button that syncs these days, as they would be typed, or the last 30: "Sync last week". */
export function withSyncButton(message: Message, days?: string): Message {
  const sync =
    days === undefined
      ? button(SYNC_NOW, "Sync now", { style: "primary" })
      : button(SYNC_NOW, `Sync ${days}`, { value: days });
  return { ...message, blocks: [...message.blocks, actions([sync])] };
}
