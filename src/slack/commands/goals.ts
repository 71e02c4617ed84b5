import { standing } from "../access";
import { EDIT_GOALS } from "../goals/make-edit";
import { openForm } from "../goals/open-form";
import { mayNow } from "../guard";
import type { Room } from "../room";
import { orTrouble } from "../trouble";
import { type Message, sectionMessage } from "../views/blocks";
import { goalsHelp } from "../views/help";
import { refusalText } from "../views/refusal";
import { guestMessage, newcomerMessage } from "../views/standing";
import { goalsAnswer } from "./goals-answer";
import { goalsWords } from "./goals-words";
import { privately } from "./privately";
import type { CommandListener } from "./sync";
import { whyCommand } from "./why";

/** `/goals` and all its words, for the eyes of whoever types them. */
export function goalsCommand(room: Room): CommandListener {
  const { needs } = room;
  const why = whyCommand(room);
  return async (args) => {
    const { command, ack, respond } = args;
    const text = command.text ?? "";
    const words = goalsWords(text);
    if (words.kind === "why") return why(args);
    if (words.kind === "help") return ack(privately(goalsHelp()));
    if (words.kind === "fault") return ack(privately(goalsHelp(words.fault)));
    await ack();
    const userId = command.user_id;
    const doing = words.kind === "mine" ? "/goals" : `/goals ${words.kind === "form" ? "set" : words.kind}`;
    const tell = (answer: Message) => respond(privately(answer));
    await orTrouble(needs, { doing, userId, tell }, async () => {
      if (words.kind === "form") {
        const may = await mayNow(needs, { userId, act: EDIT_GOALS, doing });
        if (may) await openForm(room, { userId, triggerId: command.trigger_id, doing }, {});
        else await tell(sectionMessage(refusalText(EDIT_GOALS)));
        return;
      }
      const stands = await standing(room, userId);
      if (stands === "known") await tell(await goalsAnswer(room, { userId, text, words }));
      else await tell(stands === "guest" ? guestMessage() : newcomerMessage());
    });
  };
}
