import { button, section } from "../../ui/blocks";
import type { Tab } from "../location";
import { type HomePage, MAX_BLOCKS } from "./layout";

/** "Got it" beside the line, which takes it away. */
export const INTRO_DONE = "intro_done";

/**
 * Puts two lines of what Paceline is on a page that somebody sees for the first time, where there is room: on one's own below what today asks,
 * which is what the page is for, on the others first.
 */
export function withIntro(shown: HomePage, tab: Exclude<Tab, "admin">): HomePage {
  const { blocks } = shown;
  if (blocks.length >= MAX_BLOCKS) return shown;
  const intro = section([WELCOME, BESIDE[tab]].join("\n"));
  const at = tab === "me" ? endOfToday(blocks) : 0;
  return { ...shown, blocks: blocks.toSpliced(at, 0, { ...intro, accessory: button(INTRO_DONE, "Got it") }) };
}

/** Finds the second heading, below which come the goals. */
function endOfToday(blocks: HomePage["blocks"]): number {
  const [, second = 0] = blocks.flatMap(({ type }, at) => (type === "header" ? [at] : []));
  return second;
}

const WELCOME = "👋 *Welcome! I count your calls, emails, deals, and sales.*";

/** Names what stands on the page. */
const BESIDE: Readonly<Record<Exclude<Tab, "admin">, string>> = {
  me: "What's left to do today is on top; *Why?* shows the records.",
  team: "Whoever is behind comes first; *Why?* shows the records.",
};
