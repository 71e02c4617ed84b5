import { day } from "../metrics/day";
import { inPlace } from "./goals/preview-buttons";
import { guarded, type HomeListener } from "./home/presses";
import type { ButtonListener } from "./home/sync-now";
import type { Room } from "./room";
import { orTrouble } from "./trouble";
import { BOARD_POST } from "./views/ask-first";
import { type Message, sectionMessage } from "./views/blocks";

const COMES = "It comes within a minute or two.";
const ASK_ANEW = "That button is too old: type `/goals digest send` again.";

/** "Send it again": a delivery of its own, however often this one button is pressed. */
export function digestAgain({ needs }: Room): ButtonListener {
  return async ({ ack, body, action, respond }) => {
    await ack();
    const userId = body.user.id;
    const tell = (answer: Message) => respond(inPlace(answer));
    await orTrouble(needs, { doing: action.action_id, userId, tell }, async () => {
      const [, of, number] = /^(\d{4}-\d{2}-\d{2}):([1-5])$/.exec(action.value ?? "") ?? [];
      if (of === undefined || number === undefined) return tell(sectionMessage(ASK_ANEW));
      await needs.mornings.sendAgain(userId, { day: day(of), number: Number(number) });
      await tell(sectionMessage(COMES));
    });
  };
}

/** "Post here", for managers and admins: the board as it is now, in the channel where it was asked for. */
export const boardPost: (room: Room) => HomeListener = guarded(
  { doing: BOARD_POST, act: () => ({ does: "see-team" }) },
  async ({ needs }, { respond }) => {
    const board = await needs.mornings.board();
    // Slack lets an answer stand in any channel, whether the bot is in it or not.
    await respond({ response_type: "in_channel", replace_original: false, ...board });
    await respond(inPlace(sectionMessage("Posted.")));
  },
);
