import type { ModalView } from "@slack/types";
import type { SlackContext } from "../context";
import type { ButtonListener } from "../middleware/actions";
import { withErrorReply } from "../middleware/errors";
import { postToDm } from "../platform/live-message";
import type { Message } from "../ui/blocks";
import { respondToWhy } from "./answer";
import { decodeWhyQuestion } from "./payload";
import { LOOKING, plainWhyModal, whyMessage, whyModal } from "./view";

/** "Why?" beside a goal: a modal with the records behind its figure. */
export function whyGoal(context: SlackContext): ButtonListener {
  const { deps, client } = context;
  return async ({ ack, body, action }) => {
    await ack();
    const userId = body.user.id;
    let viewId: string | undefined;
    const show = (view: ModalView) => client.views.update({ view_id: viewId ?? "", view });
    const reply = (answer: Message): Promise<unknown> =>
      viewId === undefined ? postToDm(client, userId, answer) : show(plainWhyModal(answer.text));
    await withErrorReply(deps, { doing: "why_goal", userId, reply }, async () => {
      // A trigger is good for three seconds, so the modal opens before anything is looked up.
      const opened = await client.views.open({ trigger_id: body.trigger_id, view: plainWhyModal(LOOKING) });
      viewId = opened.view?.id;
      const answer = await respondToWhy(context, userId, decodeWhyQuestion(action.value ?? ""));
      const display = { days: deps.days, now: deps.now(), reader: userId };
      await (answer.kind === "refused" ? reply(answer.message) : show(whyModal(answer.why, display)));
    });
  };
}

/** Another page of the records behind a figure, in the place of this one: a message of one's own, or a modal. */
export function whyPage(context: SlackContext): ButtonListener {
  const { deps, client } = context;
  return async ({ ack, body, action, respond }) => {
    await ack();
    const userId = body.user.id;
    const viewId = body.view?.id;
    const reply = (answer: Message) =>
      viewId === undefined
        ? respond({ response_type: "ephemeral", replace_original: true, ...answer })
        : client.views.update({ view_id: viewId, view: plainWhyModal(answer.text) });
    await withErrorReply(deps, { doing: action.action_id, userId, reply }, async () => {
      const answer = await respondToWhy(context, userId, decodeWhyQuestion(action.value ?? ""));
      const display = { days: deps.days, now: deps.now(), reader: userId };
      if (answer.kind === "refused") await reply(answer.message);
      else if (viewId === undefined) await reply(whyMessage(answer.why, display));
      else await client.views.update({ view_id: viewId, view: whyModal(answer.why, display) });
    });
  };
}
