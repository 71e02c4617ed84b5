import { day } from "../metrics/day";
import { inPlace } from "./goals/preview-buttons";
import { mayNow } from "./guard";
import type { ButtonListener } from "./home/sync-now";
import type { Room } from "./room";
import { orTrouble } from "./trouble";
import { type Message, sectionMessage } from "./views/blocks";

const COMES = "It comes within a minute or two.";
const NOT_HERE = "I am not in this channel and could not join it: type `/invite @paceline` here, then try again.";

/** "Send it again": a delivery of its own, however often this one button is pressed. */
export function digestAgain({ needs }: Room): ButtonListener {
  return async ({ ack, body, action, respond }) => {
    await ack();
    const userId = body.user.id;
    const tell = (answer: Message) => respond(inPlace(answer));
    await orTrouble(needs, { doing: action.action_id, userId, tell }, async () => {
      const [, of = "", number = ""] = /^(\d{4}-\d{2}-\d{2}):(\d{1,3})$/.exec(action.value ?? "") ?? [];
      await needs.mornings.sendAgain(userId, { day: day(of), number: Number(number) });
      await tell(sectionMessage(COMES));
    });
  };
}

/** "Post here", for managers and admins: the board as it is now, in the channel where it was asked for. */
export function boardPost({ needs, client }: Room): ButtonListener {
  return async ({ ack, body, action, respond }) => {
    await ack();
    const userId = body.user.id;
    const channel = body.channel?.id;
    const tell = (answer: Message) => respond(inPlace(answer));
    await orTrouble(needs, { doing: action.action_id, userId, tell }, async () => {
      const may = await mayNow(needs, { userId, act: { does: "see-team" }, doing: "post the board" });
      if (!may || channel === undefined) return tell(sectionMessage("Boards are posted by managers and admins."));
      const board = await needs.mornings.board();
      // Fails where it is there already, or where it must be invited: posting tells.
      await client.conversations.join({ channel }).catch(() => undefined);
      const posted = await client.chat.postMessage({ channel, ...board }).catch((error: unknown) => {
        needs.log.info({ error, channel }, "A board could not be posted where it was asked for");
        return null;
      });
      await tell(sectionMessage(posted === null ? NOT_HERE : "Posted."));
    });
  };
}
