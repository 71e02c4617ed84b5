import type { ModalView } from "@slack/types";
import { weekdayInWords } from "../../words/dates";
import { clockTimeWithZone } from "../../words/times";
import { button, section } from "../ui/blocks";
import { notice } from "../ui/modal";
import { foreign } from "../ui/text";
import { type CheckedBoard, changesInWords, GOES_OUT_NOW, goesOutNow, revealedInWords } from "./check-view";
import { encodeBoardDraft } from "./payload";
import { boardName, daysInList } from "./settings-view";

/** Sets a board back to what it was before it was saved. */
export const BOARD_UNDO = "board_undo";

/** Said of a board that was set in the moment in which its team was closed. */
export const SAVED_OF_NONE = "The team was closed meanwhile, so nothing is posted.";

/** "✅ *West's leaderboard*", below it what was changed from what to what and "Next: *Thu, Oct 29, 8:00 AM PDT* in <#C01>, then on workdays.", with Undo; how it looks was shown before it was saved. */
export function boardSaved(saved: CheckedBoard): ModalView {
  const { settings, was, ...draft } = saved.draft;
  const undo = button(BOARD_UNDO, "Undo", { value: encodeBoardDraft({ ...draft, settings: was, was: settings }) });
  return shown(saved, { title: "Saved", sign: "✅", beside: { accessory: undo } });
}

/** Says that a board was set back: the same without Undo. */
export function boardUndone(saved: CheckedBoard): ModalView {
  return shown(saved, { title: "Undone", sign: "↩️", beside: {} });
}

/** The modal of what was done, and when it's posted next. */
function shown(
  { draft, team, preview, days }: CheckedBoard,
  { title, sign, beside }: { readonly title: string; readonly sign: string; readonly beside: object },
): ModalView {
  const follows = [
    `${sign} *${foreign(boardName(team))}*`,
    ...changesInWords({ now: draft.settings, was: draft.was }),
    nextInWords({ draft, preview, days }),
    ...(goesOutNow(draft, preview) ? [GOES_OUT_NOW] : []),
    ...revealedInWords(draft.settings, preview, { isSaved: true }),
  ];
  return { ...notice(title, ""), blocks: [{ ...section(follows.join("\n")), ...beside }] };
}

function nextInWords({
  draft: { settings },
  preview: { next },
  days,
}: Pick<CheckedBoard, "draft" | "preview" | "days">): string {
  const { on, channel } = settings;
  if (!on) return "It's off: nothing is posted. `/goals board` still shows it.";
  if (channel === null) return "It has no channel, so it isn't posted.";
  if (next === null) return `No day of the next month is one on which it's posted in <#${channel}>.`;
  const at = `${weekdayInWords(days.dayOf(next))}, ${clockTimeWithZone(next, days.zone)}`;
  return `Next: *${at}* in <#${channel}>, then ${daysInList(settings.days)}.`;
}
