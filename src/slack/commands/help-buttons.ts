import { SYNC_NOW } from "../sync/sync-button";
import { actions, button, type Message } from "../ui/blocks";
import { myGoalsButton, runButton } from "../ui/run-button";

/** Help on `/goals` with what is typed most as buttons: a rep's place among others, a manager's team. */
export function withGoalsButtons(message: Message, { manages }: { readonly manages: boolean }): Message {
  const other = runButton(manages ? "team" : "board");
  const buttons = [myGoalsButton(), ...(other === null ? [] : [other]), button(SYNC_NOW, "Sync now")];
  return { ...message, blocks: [...message.blocks, actions(buttons)] };
}

/** Help on `/sync` with a button that syncs the last 30 days. */
export function withSyncButton(message: Message): Message {
  return { ...message, blocks: [...message.blocks, actions([button(SYNC_NOW, "Sync now", { style: "primary" })])] };
}
