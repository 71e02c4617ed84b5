import type { ModalView } from "@slack/types";
import { postToDm } from "../live-message";
import type { Room } from "../room";
import { orTrouble } from "../trouble";
import type { Message } from "../views/blocks";
import { LOOKING, plainWhyModal, whyModal } from "../views/why";
import { whyAnswer } from "../why-answer";
import { questionOf } from "../why-question";
import type { ButtonListener } from "./sync-now";

/** "Why?" beside a goal: a modal with the records behind its figure. */
export function whyGoal(room: Room): ButtonListener {
  const { needs, client } = room;
  return async ({ ack, body, action }) => {
    await ack();
    const userId = body.user.id;
    let viewId: string | undefined;
    const show = (view: ModalView) => client.views.update({ view_id: viewId ?? "", view });
    const tell = (answer: Message): Promise<unknown> =>
      viewId === undefined ? postToDm(client, userId, answer) : show(plainWhyModal(answer.text));
    await orTrouble(needs, { doing: "why_goal", userId, tell }, async () => {
      // A trigger is good for three seconds, so the modal opens before anything is looked up.
      const opened = await client.views.open({ trigger_id: body.trigger_id, view: plainWhyModal(LOOKING) });
      viewId = opened.view?.id;
      const answer = await whyAnswer(room, userId, questionOf(action.value ?? ""));
      const reading = { days: needs.days, now: needs.now(), reader: userId };
      await (answer.kind === "refused" ? tell(answer.message) : show(whyModal(answer.why, reading)));
    });
  };
}
