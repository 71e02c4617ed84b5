import { button, section } from "../../ui/blocks";
import type { Tab } from "../location";
import { type HomePage, MAX_BLOCKS } from "./layout";

/** "Got it" beside the line, which takes it away. */
export const INTRO_DONE = "intro_done";

type Greeted = Exclude<Tab, "admin">;

/**
 * Puts a line of what Paceline is on a page that somebody sees for the first time, where there is room: below what they open it for, so that
 * the answer comes first.
 */
export function withIntro(shown: HomePage, tab: Greeted): HomePage {
  const { blocks } = shown;
  if (blocks.length >= MAX_BLOCKS) return shown;
  const intro = { ...section(WELCOME[tab]), accessory: button(INTRO_DONE, "Got it") };
  const next = blocks.flatMap(({ type }, at) => (type === "header" ? [at] : []))[ANSWERS[tab]];
  return { ...shown, blocks: blocks.toSpliced(next ?? blocks.length, 0, intro) };
}

/** How many headings stand above and in the answer: the date of what today asks, and the team of who needs its manager. */
const ANSWERS: Readonly<Record<Greeted, number>> = { me: 1, team: 2 };

const WELCOME: Readonly<Record<Greeted, string>> = {
  me: "👋 Welcome! Paceline counts your calls, emails, and sales; you never log anything here.",
  team: "👋 Welcome! Paceline counts your team's calls, emails, and sales; nobody logs anything here.",
};
