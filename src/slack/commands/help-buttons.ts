import { SYNC_NOW } from "../sync/sync-button";
import { actions, button, type Message } from "../ui/blocks";
import { myGoalsButton, runButton } from "../ui/run-button";

/** Help on `/goals` with what is typed most as buttons: a rep's place among others, a manager's team. */
export function withGoalsButtons(message: Message, { manages }: { readonly manages: boolean }): Message {
  const other = runButton(manages ? "team" : "board");
  const buttons = [myGoalsButton(), ...(other === null ? [] : [other]), button(SYNC_NOW, "Sync now")];
  return { ...message, blocks: [...message.blocks, actions(buttons)] };
}

/** Help on `/sync` with a button that syncs these days, as they would be typed, or the last 30: "Sync last week". */
export function withSyncButton(message: Message, days?: string): Message {
  const sync =
    days === undefined
      ? button(SYNC_NOW, "Sync now", { style: "primary" })
      : button(SYNC_NOW, `Sync ${days}`, { value: days });
  return { ...message, blocks: [...message.blocks, actions([sync])] };
}
