import { day } from "../../time/day";
import type { SlackContext } from "../context";
import { type ActionListener, authorizedAction, type ButtonListener } from "../middleware/actions";
import { withErrorReply } from "../middleware/errors";
import { inPlace } from "../middleware/replies";
import { type Message, sectionMessage } from "../ui/blocks";
import { BOARD_POST } from "./next-digest-view";

const COMES = "It comes within a minute or two.";
const ASK_ANEW = "That button is too old: type `/goals digest send` again.";

/** "Send it again": a delivery of its own, however often this one button is pressed. */
export function resendDigestAction({ deps }: SlackContext): ButtonListener {
  return async ({ ack, body, action, respond }) => {
    await ack();
    const userId = body.user.id;
    const reply = (answer: Message) => respond(inPlace(answer));
    await withErrorReply(deps, { doing: action.action_id, userId, reply }, async () => {
      const [, of, number] = /^(\d{4}-\d{2}-\d{2}):([1-5])$/.exec(action.value ?? "") ?? [];
      if (of === undefined || number === undefined) return reply(sectionMessage(ASK_ANEW));
      await deps.digests.resend(userId, { day: day(of), number: Number(number) });
      await reply(sectionMessage(COMES));
    });
  };
}

/** "Post here", for managers and admins: the board as it is now, in the channel where it was asked for. */
export const postLeaderboardAction: (context: SlackContext) => ActionListener = authorizedAction(
  { doing: BOARD_POST, act: () => ({ does: "see-team" }) },
  async ({ deps }, { respond }) => {
    const board = await deps.digests.board();
    // Slack lets an answer stand in any channel, whether the bot is in it or not.
    await respond({ response_type: "in_channel", replace_original: false, ...board });
    await respond(inPlace(sectionMessage("Posted.")));
  },
);
