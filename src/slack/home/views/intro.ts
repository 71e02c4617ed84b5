import { button, section } from "../../ui/blocks";
import type { Tab } from "../location";
import { type HomePage, MAX_BLOCKS } from "./layout";

/** "Got it" beside the line, which takes it away. */
export const INTRO_DONE = "intro_done";

/** Puts two lines of what Paceline is above a page that somebody sees for the first time, where there is room. */
export function withIntro(shown: HomePage, tab: Exclude<Tab, "admin">): HomePage {
  if (shown.blocks.length >= MAX_BLOCKS) return shown;
  const intro = section([WELCOME, BELOW[tab]].join("\n"));
  return { ...shown, blocks: [{ ...intro, accessory: button(INTRO_DONE, "Got it") }, ...shown.blocks] };
}

const WELCOME = "👋 *Welcome! I count your calls, emails, deals, and sales.*";

/** Names what stands on the page below. */
const BELOW: Readonly<Record<Exclude<Tab, "admin">, string>> = {
  me: "The first line says what's left to do today; *Why?* shows the records.",
  team: "Whoever is behind comes first; *Why?* shows the records.",
};
