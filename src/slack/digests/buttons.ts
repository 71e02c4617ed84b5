import type { SlackContext } from "../deps";
import { type ActionListener, respondingAction } from "../middleware/actions";
import { authorizedAction } from "../middleware/authorized-actions";
import { inPlace, sectionMessage } from "../ui/blocks";
import { BOARD_POST, postedTeam } from "./board-view";
import { NOT_MET, nextDigest } from "./next-digest-view";
import { decodeResend } from "./payload";

const GONE = "That team no longer exists.";
const COMES = "It arrives in a minute or two.";
const ASK_AGAIN = "That button has expired. Type `/goals digest send` again.";

/** "Send again": a delivery of its own, however often this one button is pressed. */
export const resendDigestAction = respondingAction(async ({ deps }, { userId, value }) => {
  const digest = decodeResend(value);
  if (digest === null) return sectionMessage(ASK_AGAIN);
  await deps.digests.resend(userId, digest);
  return sectionMessage(COMES);
});

/** "End snooze": ends the snooze, and says when the next one comes. */
export const unsnoozeAction = respondingAction(async ({ deps }, { userId }) => {
  if (!(await deps.people.set(userId, { snoozedUntil: null }))) return sectionMessage(NOT_MET);
  return sectionMessage(nextDigest(await deps.digests.next(userId)));
});

/** "Post here", for managers and admins: a team's board as it is now, in the channel where it was asked for. */
export const postLeaderboardAction: (context: SlackContext) => ActionListener = authorizedAction(
  { doing: BOARD_POST, act: ({ value }) => ({ does: "see-team", team: postedTeam(value) }) },
  async ({ deps }, { event, respond }) => {
    const board = await deps.digests.board({ teamId: postedTeam(event.value) });
    if (board === null) {
      await respond(inPlace(sectionMessage(GONE)));
      return;
    }
    // Slack lets an answer stand in any channel, whether the bot is in it or not.
    await respond({ response_type: "in_channel", replace_original: false, ...board });
    await respond(inPlace(sectionMessage("Posted.")));
  },
);
