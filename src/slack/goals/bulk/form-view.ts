import type { Button, KnownBlock, ModalView } from "@slack/types";
import { isMonthEnding, monthBefore } from "../../../goals/bulk/last-month";
import { periodOf } from "../../../goals/goal";
import { addDays, type Day } from "../../../time/day";
import { monthInWords, monthName } from "../../../words/dates";
import { actions, button, context, section } from "../../ui/blocks";
import { form } from "../../ui/modal";
import { severalButton } from "../form-view";
import { type TargetStart, targetFields } from "../target-fields";
import { type Picking, whoFields } from "./who-field";

/** The two forms: one target for several people, and what each of them had last month. */
export const GOALS_FORM = "goals_form";
export const GOALS_COPY_FORM = "goals_copy_form";
/** Goes from the first to the second. */
export const GOALS_COPY = "goals_copy";

/** The form of one goal for several people, with the way to last month's while this month has more than a week left. `presumed` is the day that is today by the clock of whoever opened it. */
export function severalForm({
  presumed,
  start,
  ...picking
}: Picking & { readonly start: TargetStart; readonly presumed: Day }): ModalView {
  const what = "One goal for everyone you pick. Review shows what each has now.";
  const copy = button(GOALS_COPY, `Copy ${monthName(monthBefore(presumed).from)}'s goals instead`);
  return form({
    callback: GOALS_FORM,
    title: "Goals for several people",
    submit: "Review",
    metadata: presumed,
    blocks: [
      ...(isMonthEnding(presumed) ? [section(what)] : explained(what, copy)),
      ...whoFields(picking),
      ...targetFields(start),
    ],
  });
}

/** The form that gives several people the goals that they had last month. */
export function copyForm({ month, ...picking }: Picking & { readonly month: Day }): ModalView {
  const [from, into] = [month, addDays(periodOf("monthly", month).to, 1)];
  const what = `Brings goals of ${monthInWords(from)} that have ended back into ${monthInWords(into)}.`;
  return form({
    callback: GOALS_COPY_FORM,
    title: `Copy ${monthName(from)}'s goals`,
    submit: "Review",
    blocks: [
      ...explained(what, severalButton("Set a new goal instead")),
      context("Goals that still run carry over by themselves, and what was set for this month stays."),
      ...whoFields(picking),
    ],
  });
}

/** What a form does and the way to the other, on top: nobody fills in the wrong one first. A phone has no room for both in one line. */
function explained(words: string, other: Button): readonly KnownBlock[] {
  return [section(words), actions([other])];
}
