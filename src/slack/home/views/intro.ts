import { button, section } from "../../ui/blocks";
import type { Tab } from "../location";
import { type HomePage, MAX_BLOCKS } from "./layout";

/** "Got it" beside the line, which takes it away. */
export const INTRO_DONE = "intro_done";

/**
 * Puts a line of what Paceline is on a page that somebody sees for the first time, where there is room: on one's own below the date, so that
 * what today asks stays near the top, on the others first.
 */
export function withIntro(shown: HomePage, tab: Exclude<Tab, "admin">): HomePage {
  const { blocks } = shown;
  if (blocks.length >= MAX_BLOCKS) return shown;
  const intro = { ...section(WELCOME[tab]), accessory: button(INTRO_DONE, "Got it") };
  const at = tab === "me" ? blocks.findIndex(({ type }) => type === "header") + 1 : 0;
  return { ...shown, blocks: blocks.toSpliced(at, 0, intro) };
}

const WELCOME: Readonly<Record<Exclude<Tab, "admin">, string>> = {
  me: "👋 *Welcome!* Your calls, emails, and sales are counted for you. Below: what your goals need today.",
  team: "👋 *Welcome!* Your team's calls, emails, and sales are counted for you. Below: who needs you.",
};
