import type { SlackContext } from "../context";
import { type ActionListener, authorizedAction, type ButtonListener } from "../middleware/actions";
import { withErrorReply } from "../middleware/errors";
import { inPlace } from "../middleware/replies";
import { type Message, sectionMessage } from "../ui/blocks";
import { notice } from "../ui/modal";
import { EDIT_GOALS, type EditOutcome, makeEdit, withHomesUpdated } from "./change";
import { GOAL_CONFIRM, GOAL_UNDO, madeMessage, NOTHING_CHANGED, previewMessage, undoneMessage } from "./change-view";
import { decodeDraft } from "./payload";

/** Confirm below a preview: makes the change and says so in the preview's place. */
export const goalConfirm: (room: SlackContext) => ActionListener = authorizedAction(
  { doing: GOAL_CONFIRM, act: () => EDIT_GOALS },
  async (room, { press, respond }) => {
    const outcome = await makeEdit(room, { by: press.userId, draft: decodeDraft(press.value) });
    await respond(inPlace(outcomeMessage(room, outcome)));
    await withHomesUpdated(room, outcome);
  },
);

/** Cancel below a preview: the change is forgotten. */
export function goalCancel({ needs }: SlackContext): ButtonListener {
  return async ({ ack, body, action, respond }) => {
    await ack();
    const tell = (answer: Message) => respond(inPlace(answer));
    const userId = body.user.id;
    await withErrorReply(needs, { doing: action.action_id, userId, tell }, () => tell(sectionMessage(NOTHING_CHANGED)));
  };
}

function outcomeMessage({ needs }: SlackContext, outcome: EditOutcome): Message {
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

const CHANGED_SINCE = "This goal was changed since, so nothing was undone: `/goals log` says by whom.";

/** Undo after a change, in a message or in a modal: sets the goal back, which is a change of its own. */
export const goalUndo: (room: SlackContext) => ActionListener = authorizedAction(
  { doing: GOAL_UNDO, act: () => EDIT_GOALS },
  async (room, { press, viewId, respond }) => {
    const outcome = await makeEdit(room, { by: press.userId, draft: decodeDraft(press.value) });
    const answer = undoMessage(room, outcome);
    if (viewId === undefined) await respond(inPlace(answer));
    else await room.client.views.update({ view_id: viewId, view: notice("Undo", answer.text) });
    await withHomesUpdated(room, outcome);
  },
);

function undoMessage({ needs }: SlackContext, outcome: EditOutcome): Message {
  switch (outcome.kind) {
    case "made":
      return undoneMessage(outcome.made, needs.days.dayOf(needs.now()));
    case "stale":
      return sectionMessage(CHANGED_SINCE);
    case "fault":
      return sectionMessage(`${outcome.fault.message} Nothing was undone.`);
  }
}
