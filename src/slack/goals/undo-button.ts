import { guarded, type HomeListener } from "../home/presses";
import type { Room } from "../room";
import { type Message, sectionMessage } from "../views/blocks";
import { notice } from "../views/form";
import { GOAL_UNDO, undoneMessage } from "../views/goal-change";
import { draftOf } from "./draft";
import { EDIT_GOALS, type EditOutcome, madeEdit, redrawn } from "./make-edit";
import { inPlace } from "./preview-buttons";

const CHANGED_SINCE = "This goal was changed since, so nothing was undone: `/goals log` says by whom.";

/** Undo after a change, in a message or in a modal: sets the goal back, which is a change of its own. */
export const goalUndo: (room: Room) => HomeListener = guarded(
  { doing: GOAL_UNDO, act: () => EDIT_GOALS },
  async (room, { press, viewId, respond }) => {
    const outcome = await madeEdit(room, { by: press.userId, draft: draftOf(press.value) });
    const answer = undoMessage(room, outcome);
    if (viewId === undefined) await respond(inPlace(answer));
    else await room.client.views.update({ view_id: viewId, view: notice("Undo", answer.text) });
    await redrawn(room, outcome);
  },
);

function undoMessage({ needs }: Room, outcome: EditOutcome): Message {
  switch (outcome.kind) {
    case "made":
      return undoneMessage(outcome.made, needs.days.dayOf(needs.now()));
    case "stale":
      return sectionMessage(CHANGED_SINCE);
    case "fault":
      return sectionMessage(`${outcome.fault.message} Nothing was undone.`);
  }
}
