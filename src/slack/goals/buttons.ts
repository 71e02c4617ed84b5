import type { SlackContext } from "../deps";
import { type ActionListener, respondingAction } from "../middleware/actions";
import { authorizedAction } from "../middleware/authorized-actions";
import { inPlace, type Message, sectionMessage } from "../ui/blocks";
import { notice } from "../ui/modal";
import { type EditOutcome, makeEdit, withHomesUpdated } from "./change";
import { GOAL_CONFIRM, GOAL_UNDO, madeMessage, NOTHING_CHANGED, previewMessage, undoneMessage } from "./change-view";
import { decodeDraft, draftAct } from "./payload";

/** Confirm below a preview: makes the change and says so in the preview's place. */
export const goalConfirm: (context: SlackContext) => ActionListener = authorizedAction(
  { doing: GOAL_CONFIRM, act: ({ value }) => draftAct(value) },
  async (context, { event, respond }) => {
    const outcome = await makeEdit(context, { by: event.userId, draft: decodeDraft(event.value) });
    await respond(inPlace(outcomeMessage(context, outcome)));
    await withHomesUpdated(context, outcome);
  },
);

/** Cancel below a preview: the change is forgotten. */
export const goalCancel = respondingAction(async () => sectionMessage(NOTHING_CHANGED));

function outcomeMessage({ deps }: SlackContext, outcome: EditOutcome): Message {
  const today = deps.days.dayOf(deps.now());
  switch (outcome.kind) {
    case "made":
      return madeMessage(outcome.made, today);
    case "stale":
      return previewMessage(outcome.shown, { today, stale: true });
    case "fault":
      return sectionMessage(`${outcome.fault.message} ${NOTHING_CHANGED}`);
  }
}

const CHANGED_SINCE = "This goal has changed since, so nothing was undone. See who changed it: `/goals log`.";

/** Undo after a change, in a message or in a modal: sets the goal back, which is a change of its own. */
export const goalUndo: (context: SlackContext) => ActionListener = authorizedAction(
  { doing: GOAL_UNDO, act: ({ value }) => draftAct(value) },
  async (context, { event, viewId, respond }) => {
    const outcome = await makeEdit(context, { by: event.userId, draft: decodeDraft(event.value) });
    const answer = undoMessage(context, outcome);
    if (viewId === undefined) await respond(inPlace(answer));
    else await context.modals.views.update({ view_id: viewId, view: notice("Undo", answer.text) });
    await withHomesUpdated(context, outcome);
  },
);

function undoMessage({ deps }: SlackContext, outcome: EditOutcome): Message {
  switch (outcome.kind) {
    case "made":
      return undoneMessage(outcome.made, deps.days.dayOf(deps.now()));
    case "stale":
      return sectionMessage(CHANGED_SINCE);
    case "fault":
      return sectionMessage(`${outcome.fault.message} Nothing was undone.`);
  }
}
