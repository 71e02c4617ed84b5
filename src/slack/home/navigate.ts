import type { Middleware, SlackEventMiddlewareArgs } from "@slack/bolt";
import { acknowledgedAction, inDm, linkAction } from "../middleware/actions";
import { authorizedAction } from "../middleware/authorized-actions";
import { withErrorReply } from "../middleware/errors";
import { MESSAGE_PERSON } from "../ui/message-button";
import { openWhy } from "../why/buttons";
import type { HomeContext } from "./homes";
import { MY_PAGE } from "./location";
import { decodeLocation } from "./payload";
import { RUN_CHECK } from "./views/health/health-page";

/** Goes to another location of App Home. Rendering decides whether one may see it. */
export const navigate = acknowledgedAction<HomeContext>(
  {
    doing: "a page of Home",
    replyTo: ({ homes }, { event: { userId } }) => {
      return ({ text }) => homes.publishPlain(userId, text);
    },
  },
  async ({ homes }, { event: { userId, value }, hash }) => {
    const location = decodeLocation(value);
    if (location !== null) homes.setLocation(userId, location);
    await homes.publish(userId, hash);
  },
);

/** "See the team" below a team recap: Slack opens Home by the button's link, and the team's page is there. */
export const openTeamAction = acknowledgedAction<HomeContext>(
  { replyTo: inDm },
  async ({ homes }, { event: { userId, value } }) => {
    homes.noteOpened(userId);
    homes.setLocation(userId, { ...MY_PAGE, tab: "team", team: value });
    await homes.refresh(userId);
  },
);

/** "Message" beside somebody: Slack opens one's messages with them, and the page stays as it is. */
export const LINK_ACTIONS = { [MESSAGE_PERSON]: linkAction };

/** The menu "Why this number?": its page is drawn anew behind the modal, as Slack tells of nobody who chooses again what a menu stands at. */
export const whyPicked = acknowledgedAction<HomeContext>({ replyTo: inDm }, async (context, action) => {
  await openWhy(context, action);
  await context.homes.refresh(action.event.userId);
});

/** "Got it" beside the line of a first opening. */
export const endIntro = acknowledgedAction<HomeContext>(
  { replyTo: inDm },
  async ({ homes }, { event: { userId }, hash }) => {
    await homes.endIntro(userId);
    await homes.publish(userId, hash);
  },
);

/** Publishes App Home from fresh data when somebody opens it. */
export function homeOpenedEvent({ deps, homes }: HomeContext): Middleware<SlackEventMiddlewareArgs<"app_home_opened">> {
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

/** "Run check": the page says at once that it runs, and then shows the findings to every admin who has it open. */
export const runCheck = authorizedAction<HomeContext>(
  { doing: RUN_CHECK, act: () => ({ does: "see-health" }) },
  async ({ homes }, { event: { userId } }) => {
    // After a restart the button may be pressed on a page that this process has not rendered.
    homes.noteOpened(userId);
    homes.setLocation(userId, HEALTH);
    const over = homes.health.begin(userId);
    await homes.refreshPart("health");
    if (over === null) return;
    await over;
    await homes.refreshPart("health");
  },
);
