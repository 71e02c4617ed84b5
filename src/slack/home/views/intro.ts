import { button, section } from "../../ui/blocks";
import { type HomePage, MAX_BLOCKS } from "./layout";

/** "Got it" beside the line, which takes it away. */
export const INTRO_DONE = "intro_done";

/** Puts three lines of what Paceline is above a page that somebody sees for the first time, where there is room. */
export function withIntro(shown: HomePage): HomePage {
  if (shown.blocks.length >= MAX_BLOCKS) return shown;
  return { ...shown, blocks: [{ ...section(INTRO), accessory: button(INTRO_DONE, "Got it") }, ...shown.blocks] };
}

const INTRO = [
  "👋 *Paceline counts your calls, emails, deals and sales for you.*",
  "The first line says what to do today to stay on pace. *Why?* shows the records.",
  "Goals also bring a morning message: see *Settings*.",
].join("\n");
