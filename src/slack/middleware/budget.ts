import type {
  AllMiddlewareArgs,
  AnyMiddlewareArgs,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from "@slack/bolt";
import { z } from "zod";
import { budget } from "../../lib/budget";
import type { SlackContext } from "../deps";
import { ephemeral, sectionMessage } from "../ui/blocks";
import { notice } from "../ui/modal";
import { showNotice } from "./authorized-actions";

const MINUTE_MS = 60_000;
/** Nobody presses and types more often by hand. */
const A_MINUTE = 300;

const TITLE = "One moment";
const TOO_MANY = "That was a lot at once. Wait a minute, then try again.";

const id = z.string();
const sender = z.union([
  z.object({ user_id: id }).transform(({ user_id }) => user_id),
  z.object({ user: z.object({ id }) }).transform(({ user }) => user.id),
  z.object({ event: z.object({ user: id }) }).transform(({ event }) => event.user),
]);
const pressedInView = z.object({ trigger_id: id, view: z.looseObject({}) });

type Received = AnyMiddlewareArgs & AllMiddlewareArgs;

/**
 * Makes the middleware that gives each person 300 requests a minute, before anything is looked up or asked of Slack. What
 * is beyond is acknowledged and does nothing: commands and forms are answered so each time, which costs no call, and
 * presses once a minute, privately.
 */
export function budgeted(context: SlackContext) {
  const { clock, log } = context.deps;
  const requests = budget({ most: A_MINUTE, windowMs: MINUTE_MS, clock });
  const once = { most: 1, windowMs: MINUTE_MS, clock };
  const [warned, answered] = [budget(once), budget(once)];
  return async (received: Received): Promise<void> => {
    const userId = sender.safeParse(received.body).data;
    if (userId === undefined || requests.take(userId) === 0) return received.next();
    if (warned.take(userId) === 0) log.warn({ userId }, "Somebody sends more requests than anybody can by hand");
    await acknowledge(received);
    if ("action" in received && answered.take(userId) === 0) await answerPress(context, { userId, received });
  };
}

async function acknowledge(received: Received): Promise<void> {
  if ("command" in received) return received.ack(ephemeral(sectionMessage(TOO_MANY)));
  if (isSubmission(received)) return received.ack({ response_action: "update", view: notice(TITLE, TOO_MANY) });
  if ("ack" in received) await received.ack?.();
}

function isSubmission(received: Received): received is SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs {
  return "view" in received && received.body.type === "view_submission";
}

/** Answers below the message or, where the press was in a view, by a modal. */
async function answerPress(
  context: SlackContext,
  { userId, received }: { readonly userId: string; readonly received: SlackActionMiddlewareArgs },
): Promise<void> {
  const { data } = pressedInView.safeParse(received.body);
  try {
    if (data === undefined) await received.respond({ replace_original: false, ...ephemeral(sectionMessage(TOO_MANY)) });
    else await showNotice(context, { userId, triggerId: data.trigger_id, title: TITLE, text: TOO_MANY });
  } catch (error) {
    context.deps.log.warn({ error, userId }, "Somebody who sends too many requests could not be told so");
  }
}
