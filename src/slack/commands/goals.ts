import { standing } from "../access";
import type { Room } from "../room";
import { orTrouble } from "../trouble";
import type { Message } from "../views/blocks";
import { goalsMessage } from "../views/goals";
import { goalsHelp } from "../views/help";
import { guestMessage, newcomerMessage } from "../views/standing";
import { goalsWords } from "./goals-words";
import { privately } from "./privately";
import type { CommandListener } from "./sync";
import { whyCommand } from "./why";

/** `/goals`: one's own goals, and with `why` the records behind a figure, for one's own eyes. */
export function goalsCommand(room: Room): CommandListener {
  const { needs } = room;
  const why = whyCommand(room);
  return async (args) => {
    const { command, ack, respond } = args;
    const words = goalsWords(command.text ?? "");
    if (words.kind === "why") return why(args);
    if (words.kind === "help") return ack(privately(goalsHelp()));
    if (words.kind === "fault") return ack(privately(goalsHelp(words.fault)));
    await ack();
    const userId = command.user_id;
    const tell = (answer: Message) => respond(privately(answer));
    await orTrouble(needs, { doing: "/goals", userId, tell }, async () => tell(await ownGoals(room, userId)));
  };
}

async function ownGoals(room: Room, userId: string): Promise<Message> {
  switch (await standing(room, userId)) {
    case "guest":
      return guestMessage();
    case "newcomer":
      return newcomerMessage();
    case "known":
      return goalsMessage(await room.needs.overview(userId));
  }
}
