import { guarded, type HomeListener } from "../home/presses";
import type { ButtonListener } from "../home/sync-now";
import type { Room } from "../room";
import { orTrouble } from "../trouble";
import { type Message, sectionMessage } from "../views/blocks";
import { GOAL_CONFIRM, madeMessage, NOTHING_CHANGED, previewMessage } from "../views/goal-change";
import { draftOf } from "./draft";
import { EDIT_GOALS, type EditOutcome, madeEdit, redrawn } from "./make-edit";

/** Confirm below a preview: makes the change and says so in the preview's place. */
export const goalConfirm: (room: Room) => HomeListener = guarded(
  { doing: GOAL_CONFIRM, act: () => EDIT_GOALS },
  async (room, { press, respond }) => {
    const outcome = await madeEdit(room, { by: press.userId, draft: draftOf(press.value) });
    await respond(inPlace(outcomeMessage(room, outcome)));
    await redrawn(room, outcome);
  },
);

/** Cancel below a preview: the change is forgotten. */
export function goalCancel({ needs }: Room): ButtonListener {
  return async ({ ack, body, action, respond }) => {
    await ack();
    const tell = (answer: Message) => respond(inPlace(answer));
    const userId = body.user.id;
    await orTrouble(needs, { doing: action.action_id, userId, tell }, () => tell(sectionMessage(NOTHING_CHANGED)));
  };
}

function outcomeMessage({ needs }: Room, outcome: EditOutcome): Message {
  const today = needs.days.dayOf(needs.now());
  switch (outcome.kind) {
    case "made":
      return madeMessage(outcome.made, today);
    case "stale":
      return previewMessage(outcome.shown, { today, stale: true });
    case "fault":
      return sectionMessage(`${outcome.fault.message} ${NOTHING_CHANGED}`);
  }
}

/** What takes the place of the message whose button was pressed. */
export function inPlace(message: Message) {
  return { response_type: "ephemeral" as const, replace_original: true, ...message };
}
