import type { Room } from "../room";
import { orTrouble } from "../trouble";
import type { Message } from "../views/blocks";
import { whyHelp } from "../views/help";
import { whyMessage } from "../views/why";
import { whyAnswer } from "../why-answer";
import { privately } from "./privately";
import type { CommandListener } from "./sync";
import { whyWords } from "./why-words";

/** `/goals why …`: the records behind a figure, for the eyes of whoever asks. */
export function whyCommand(room: Room): CommandListener {
  const { needs } = room;
  return async ({ command, ack, respond }) => {
    const words = whyWords(command.text ?? "", needs.days.dayOf(needs.now()));
    if (words.kind === "fault") return ack(privately(whyHelp(words.fault)));
    await ack();
    const userId = command.user_id;
    const tell = (answer: Message) => respond(privately(answer));
    await orTrouble(needs, { doing: "/goals why", userId, tell }, async () => {
      const answer = await whyAnswer(room, userId, { ...words, page: 0 });
      const reading = { days: needs.days, now: needs.now(), reader: userId };
      await tell(answer.kind === "refused" ? answer.message : whyMessage(answer.why, reading));
    });
  };
}
