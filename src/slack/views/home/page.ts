import type { ActionsBlock, Button, HomeView, KnownBlock } from "@slack/types";
import { section } from "../blocks";

/** A page of blocks we know. */
export interface Page extends HomeView {
  blocks: KnownBlock[];
}

/** Slack takes 100 blocks in a page. */
export const MOST_BLOCKS = 100;

/** App Home; `place` comes back with whatever is pressed there. */
export function page(blocks: readonly KnownBlock[], place?: string): Page {
  return { type: "home", blocks: [...blocks], ...(place === undefined ? {} : { private_metadata: place }) };
}

/** App Home of whoever has no figures here, or when they cannot be shown. */
export function plainHome(text: string): Page {
  return page([section(text)]);
}

export function button(
  action: string,
  words: string,
  more: Partial<Pick<Button, "value" | "style" | "confirm" | "accessibility_label">> = {},
): Button {
  return { type: "button", action_id: action, text: { type: "plain_text", text: words, emoji: true }, ...more };
}

export function actions(elements: ActionsBlock["elements"]): ActionsBlock {
  return { type: "actions", elements };
}
