import type { Middleware, SlackEventMiddlewareArgs } from "@slack/bolt";
import type { Room } from "../room";
import { orTrouble } from "../trouble";
import { placeOf } from "./place";

/** Somebody opens the app's Home tab: it is drawn from fresh data. */
export function homeOpened({ needs, homes }: Room): Middleware<SlackEventMiddlewareArgs<"app_home_opened">> {
  return async ({ event }) => {
    if (event.tab === "messages") return;
    const userId = event.user;
    homes.noteOpened(userId);
    const place = placeOf(event.view?.private_metadata);
    if (place !== null) homes.lookAt(userId, place, "remembered");
    const tell = ({ text }: { text: string }) => homes.publishPlain(userId, text);
    await orTrouble(needs, { doing: "app_home_opened", userId, tell }, () => homes.publish(userId, hashOf(event.view)));
  };
}

/** Slack sends the page's hash, which its types leave out. */
function hashOf(view: object | undefined): string | undefined {
  return view !== undefined && "hash" in view && typeof view.hash === "string" ? view.hash : undefined;
}
