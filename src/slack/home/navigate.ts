import type { Middleware, SlackEventMiddlewareArgs } from "@slack/bolt";
import type { SlackContext } from "../context";
import { type ActionListener, actionValue, authorizedAction } from "../middleware/actions";
import { withErrorReply } from "../middleware/errors";
import { decodeLocation, MY_PAGE } from "./location";
import { RUN_CHECK } from "./views/admin-health";

/** A tab or another way about App Home. Whether one may look there is settled when the page is drawn. */
export function navigate({ deps, homes }: SlackContext): ActionListener {
  return async ({ ack, body, action }) => {
    await ack();
    const userId = body.user.id;
    const location = decodeLocation(actionValue(action));
    if (location !== null) homes.setLocation(userId, location);
    const reply = ({ text }: { text: string }) => homes.publishPlain(userId, text);
    await withErrorReply(deps, { doing: "a page of Home", userId, reply }, () =>
      homes.publish(userId, body.view?.hash),
    );
  };
}

/** Somebody opens the app's Home tab: it is drawn from fresh data. */
export function homeOpenedEvent({
  deps,
  homes,
}: SlackContext): Middleware<SlackEventMiddlewareArgs<"app_home_opened">> {
  return async ({ event }) => {
    if (event.tab === "messages") return;
    const userId = event.user;
    homes.noteOpened(userId);
    const location = decodeLocation(event.view?.private_metadata);
    if (location !== null) homes.setLocation(userId, location, "remembered");
    const reply = ({ text }: { text: string }) => homes.publishPlain(userId, text);
    await withErrorReply(deps, { doing: "app_home_opened", userId, reply }, () =>
      homes.publish(userId, hashOf(event.view)),
    );
  };
}

/** Slack sends the page's hash, which its types leave out. */
function hashOf(view: object | undefined): string | undefined {
  return view !== undefined && "hash" in view && typeof view.hash === "string" ? view.hash : undefined;
}

const HEALTH = { ...MY_PAGE, tab: "admin", part: "health" } as const;

/** "Run the check": the page says so at once, and shows what was found when it is there, to every admin who looks on. */
export const runCheck = authorizedAction(
  { doing: RUN_CHECK, act: () => ({ does: "see-health" }) },
  async ({ homes }, { event: { userId } }) => {
    // After a restart the button is pressed on a page that this process has not drawn.
    homes.noteOpened(userId);
    homes.setLocation(userId, HEALTH);
    const over = homes.health.begin(userId);
    await homes.refreshPart("health");
    if (over === null) return;
    await over;
    await homes.refreshPart("health");
  },
);
