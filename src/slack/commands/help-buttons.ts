import type { Button } from "@slack/types";
import { actions, button, type Message } from "../ui/blocks";
import { GOALS_OTHERS, myGoalsButton, runButton } from "../ui/run-button";
import { SYNC_NOW } from "../ui/sync-button";

/** Help on `/goals` with the commands of each day as buttons below them, last a rep's place among others, or a manager's team. */
export function withGoalsButtons(message: Message, { manages }: { readonly manages: boolean }): Message {
  const [daily, ...others] = message.blocks;
  if (daily === undefined) return message;
  const last = buttonOf(manages ? "team" : "board").map((run) => ({ ...run, action_id: GOALS_OTHERS }));
  const row = [myGoalsButton(), ...buttonOf("why calls"), button(SYNC_NOW, "Sync now"), ...last];
  return { ...message, blocks: [daily, actions(row), ...others] };
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
