import type { ModalView } from "@slack/types";
import { type FormListener, fault, type Outcome, submitted } from "../home/submits";
import type { Room } from "../room";
import { notice } from "../views/form";
import { checkView, GOAL_CHECK, GOAL_FORM, madeView } from "../views/goal-form";
import { draftOf } from "./draft";
import { FIELD_OF, formEntries } from "./form-entries";
import { EDIT_GOALS, type EditOutcome, madeEdit, redrawn } from "./make-edit";
import { prepared } from "./prepare";

/** The form of a goal is handed in: its faults stand at their fields, else what it would change is shown. */
export const goalEntered: (room: Room) => FormListener = submitted(
  { doing: GOAL_FORM, act: () => EDIT_GOALS },
  async (room, { userId: by, filled }): Promise<Outcome> => {
    const entries = formEntries(filled);
    if (entries.kind === "faults") return entries;
    const ready = await prepared(room, { by, ...entries });
    if (ready.kind === "fault") return fault(FIELD_OF[ready.fault.field], ready.fault.message);
    return { kind: "next", view: checkView(ready.shown, { today: today(room) }) };
  },
);

/** What was looked at is saved, unless the goal is another by now: then that is shown instead. */
export const goalChecked: (room: Room) => FormListener = submitted(
  { doing: GOAL_CHECK, act: () => EDIT_GOALS },
  async (room, { userId: by, filled }): Promise<Outcome> => {
    const outcome = await madeEdit(room, { by, draft: draftOf(filled.private_metadata) });
    return { kind: "next", view: outcomeView(room, outcome), afterwards: () => redrawn(room, outcome) };
  },
);

function outcomeView(room: Room, outcome: EditOutcome): ModalView {
  switch (outcome.kind) {
    case "made":
      return madeView(outcome.made, today(room));
    case "stale":
      return checkView(outcome.shown, { today: today(room), stale: true });
    case "fault":
      return notice("Nothing was changed", outcome.fault.message);
  }
}

function today({ needs }: Room) {
  return needs.days.dayOf(needs.now());
}
