import type { ModalView } from "@slack/types";
import type { SlackContext } from "../deps";
import type { ActionContext, ActionEvent } from "../middleware/action-context";
import { acknowledgedAction, inDm, type Reply } from "../middleware/actions";
import { withErrorReply } from "../middleware/errors";
import type { Message } from "../ui/blocks";
import { inPlace } from "../ui/blocks";
import { respondToWhy } from "./answer";
import { decodeTeamSubject, decodeWhyQuestion, WHY_GOAL } from "./button-view";
import { respondToTeamWhy } from "./team-answer";
import { LOOKING, plainWhyModal, teamWhyModal, whyMessage, whyModal } from "./view";

/** "Why?" beside a goal: a modal with the records behind its figure. */
export const whyGoal = acknowledgedAction({ replyTo: inDm }, openWhy);

/** Opens the modal with the records that an action asks for. */
export async function openWhy(
  context: SlackContext,
  { event, triggerId }: Pick<ActionContext, "event" | "triggerId">,
): Promise<void> {
  const { deps, modals } = context;
  // A trigger is good for three seconds, so the modal opens before anything is looked up.
  const opened = await modals.views.open({ trigger_id: triggerId, view: plainWhyModal(LOOKING) });
  const show = showInView(context, opened.view?.id ?? "");
  const reply = ({ text }: Message) => show(plainWhyModal(text));
  await withErrorReply(deps, { doing: WHY_GOAL, userId: event.userId, reply }, async () => {
    const page = await loadWhy(context, event);
    await show(page.view());
  });
}

/** Replaces this page of records by another one, in an ephemeral message or in a modal. */
export const whyPage = acknowledgedAction({ replyTo: whereItStands }, async (context, action) => {
  const page = await loadWhy(context, action.event);
  if (action.viewId === undefined) await action.respond(inPlace(page.message()));
  else await showInView(context, action.viewId)(page.view());
});

interface WhyPage {
  readonly message: () => Message;
  readonly view: () => ModalView;
}

/** Loads the page that a button asks for, or why it is not shown, for a message or a modal. */
async function loadWhy(context: SlackContext, { userId, value }: ActionEvent): Promise<WhyPage> {
  const question = decodeWhyQuestion(value);
  const team = decodeTeamSubject(question.whose);
  if (team !== null) {
    const parts = await respondToTeamWhy(context, userId, { ...question, team });
    return { message: () => parts, view: () => teamWhyModal(parts) };
  }
  const answer = await respondToWhy(context, userId, question);
  if (answer.kind === "refused") {
    return { message: () => answer.message, view: () => plainWhyModal(answer.message.text) };
  }
  const display = { days: context.deps.days, now: context.deps.now(), reader: userId, goals: answer.goals };
  return { message: () => whyMessage(answer.why, display), view: () => whyModal(answer.why, display) };
}

function whereItStands(context: SlackContext, { viewId, respond }: ActionContext): Reply {
  if (viewId === undefined) return (message) => respond(inPlace(message));
  return ({ text }) => showInView(context, viewId)(plainWhyModal(text));
}

function showInView({ modals }: SlackContext, viewId: string): (view: ModalView) => Promise<unknown> {
  return (view) => modals.views.update({ view_id: viewId, view });
}
