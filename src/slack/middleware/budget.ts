import type { AllMiddlewareArgs, AnyMiddlewareArgs } from "@slack/bolt";
import { z } from "zod";
import { budget } from "../../lib/budget";
import type { SlackDeps } from "../deps";

const MINUTE_MS = 60_000;
/** Nobody presses and types more often by hand. */
const A_MINUTE = 300;

const TOO_MANY = "That was a lot at once. Wait a minute, then try again.";

const id = z.string();
const sender = z.union([
  z.object({ user_id: id }).transform(({ user_id }) => user_id),
  z.object({ user: z.object({ id }) }).transform(({ user }) => user.id),
  z.object({ event: z.object({ user: id }) }).transform(({ event }) => event.user),
]);

/**
 * Makes the middleware that gives each person 300 requests a minute, before anything is looked up or asked of Slack. What
 * is beyond is acknowledged and does nothing; a command is answered so.
 */
export function budgeted({ clock, log }: Pick<SlackDeps, "clock" | "log">) {
  const requests = budget({ most: A_MINUTE, windowMs: MINUTE_MS, clock });
  const warned = budget({ most: 1, windowMs: MINUTE_MS, clock });
  return async (received: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const userId = sender.safeParse(received.body).data;
    if (userId === undefined || requests.take(userId) === 0) return received.next();
    if (warned.take(userId) === 0) log.warn({ userId }, "Somebody sends more requests than anybody can by hand");
    if ("command" in received) await received.ack({ response_type: "ephemeral", text: TOO_MANY });
    else if ("ack" in received) await received.ack?.();
  };
}
