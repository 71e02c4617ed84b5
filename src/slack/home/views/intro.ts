import { section } from "../../ui/blocks";
import { sourceTitles } from "../../ui/freshness";
import { type HomePage, MAX_BLOCKS } from "./layout";

/** Puts three lines of what Paceline is above a page that somebody sees for the first time, where there is room. */
export function withIntro(shown: HomePage): HomePage {
  if (shown.blocks.length >= MAX_BLOCKS) return shown;
  return { ...shown, blocks: [section(INTRO), ...shown.blocks] };
}

const INTRO = [
  `👋 *This is Paceline.* It reads ${sourceTitles("and")} and counts your calls, emails, deals and sales: nothing to enter.`,
  "Here's what's left today and where each goal stands. *Why?* shows the records behind a number. `/goals` shows the same.",
  "Once you have a goal, a short message comes each workday morning. `/goals digest` changes its time or stops it.",
].join("\n");
