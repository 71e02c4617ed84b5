import type { BlockAction, ButtonAction, Middleware, SlackActionMiddlewareArgs } from "@slack/bolt";
import { standing } from "../access";
import { lastThirtyDays } from "../commands/sync-words";
import { postToDm } from "../live-message";
import type { Room } from "../room";
import { syncInDm } from "../sync-in-dm";
import { orTrouble } from "../trouble";
import { guestMessage } from "../views/standing";

export type ButtonListener = Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>>;

/** The Sync now button in App Home: what `/sync` does, with the last 30 days. */
export function syncNow(room: Room): ButtonListener {
  const { needs, client, homes } = room;
  return async ({ ack, body }) => {
    await ack();
    const userId = body.user.id;
    const tell = (answer: Parameters<typeof postToDm>[2]) => postToDm(client, userId, answer);
    await orTrouble(needs, { doing: "sync_now", userId, tell }, async () => {
      if ((await standing(room, userId)) === "guest") {
        await Promise.all([tell(guestMessage()), homes.refresh(userId, body.view?.hash)]);
        return;
      }
      const range = lastThirtyDays(needs.days.dayOf(needs.now()));
      await syncInDm(room, { userId, range, homeHash: body.view?.hash });
    });
  };
}
