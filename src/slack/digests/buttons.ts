import type { SlackContext } from "../deps";
import { acknowledgedAction, inDm, respondingAction } from "../middleware/actions";
import { sectionMessage } from "../ui/blocks";
import { NOT_MET, nextDigest } from "./next-digest-view";
import { decodeResend } from "./payload";

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

/** "Open Home": Slack opens the page by the button's link; it is rendered anew meanwhile. */
export const openHomeAction = acknowledgedAction({ replyTo: inDm }, async ({ homes }: SlackContext, { event }) => {
  await homes.refresh(event.userId);
});
