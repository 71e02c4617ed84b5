import type { Room } from "../room";
import { orTrouble } from "../trouble";
import type { Message } from "../views/blocks";
import { plainWhyModal, whyMessage, whyModal } from "../views/why";
import { whyAnswer } from "../why-answer";
import { questionOf } from "../why-question";
import type { ButtonListener } from "./sync-now";

/** Another page of the records behind a figure, in the place of this one: a message of one's own, or a modal. */
export function whyPage(room: Room): ButtonListener {
  const { needs, client } = room;
  return async ({ ack, body, action, respond }) => {
    await ack();
    const userId = body.user.id;
    const viewId = body.view?.id;
    const tell = (answer: Message) =>
      viewId === undefined
        ? respond({ response_type: "ephemeral", replace_original: true, ...answer })
        : client.views.update({ view_id: viewId, view: plainWhyModal(answer.text) });
    await orTrouble(needs, { doing: action.action_id, userId, tell }, async () => {
      const answer = await whyAnswer(room, userId, questionOf(action.value ?? ""));
      const reading = { days: needs.days, now: needs.now(), reader: userId };
      if (answer.kind === "refused") await tell(answer.message);
      else if (viewId === undefined) await tell(whyMessage(answer.why, reading));
      else await client.views.update({ view_id: viewId, view: whyModal(answer.why, reading) });
    });
  };
}
