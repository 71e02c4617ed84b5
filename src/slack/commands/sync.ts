import type { Middleware, SlackCommandMiddlewareArgs } from "@slack/bolt";
import { standing } from "../access";
import type { Room } from "../room";
import { syncInDm } from "../sync-in-dm";
import { orTrouble } from "../trouble";
import type { Message } from "../views/blocks";
import { rangeInWords } from "../views/days";
import { syncHelp } from "../views/help";
import { guestMessage } from "../views/standing";
import { privately } from "./privately";
import { syncWords } from "./sync-words";

export type CommandListener = Middleware<SlackCommandMiddlewareArgs>;

/** `/sync`: answered at once; progress and report are a message in the DM, and the closing line comes here. */
export function syncCommand(room: Room): CommandListener {
  const { needs } = room;
  return async ({ command, ack, respond }) => {
    const today = needs.days.dayOf(needs.now());
    const words = syncWords(command.text ?? "", today);
    if (words.kind === "help") return ack(privately(syncHelp()));
    if (words.kind === "fault") return ack(privately(syncHelp(words.fault)));
    // Before any look-up, since Slack gives up after three seconds.
    await ack({
      response_type: "ephemeral",
      text: `Syncing ${rangeInWords(words.range, today)}… I'll report in our DM.`,
    });
    const userId = command.user_id;
    const tell = (answer: Message) => respond(privately(answer));
    // A response_url lives for 30 minutes; the report is in the DM.
    const close = (closing: Message) =>
      tell(closing).catch((error: unknown) => {
        needs.log.warn({ error, userId }, "A sync's closing line could not be delivered");
      });
    await orTrouble(needs, { doing: "/sync", userId, tell }, async () => {
      if ((await standing(room, userId)) === "guest") await tell(guestMessage());
      else await syncInDm(room, { userId, range: words.range, close });
    });
  };
}
