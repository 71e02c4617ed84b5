import type { Button } from "@slack/types";
import { button } from "../ui/blocks";

export const SYNC_NOW = "sync_now";

/** Runs a sync of the last 30 days, as `/sync` does. */
export function tryAgainButton(): Button {
  return button(SYNC_NOW, "Try again");
}
