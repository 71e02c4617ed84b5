import type { BlockAction, Middleware, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { SlackContext } from "../deps";
import { postToDm } from "../platform/messages";
import type { Message } from "../ui/blocks";
import { inPlace } from "../ui/blocks";
import type { ChartMessage } from "../ui/charts";
import { isOutsider, outsiderMessage } from "./access";
import { type ActionContext, type ActionEvent, actionContext } from "./action-context";
import { sendWithCharts } from "./charts";
import { withErrorReply } from "./errors";

/** Listens to a button or a menu. */
export type ActionListener = Middleware<SlackActionMiddlewareArgs<BlockAction>>;

/** Says something to whoever pressed, privately. */
export type Reply = (message: Message) => Promise<unknown>;

interface Acknowledged<C extends SlackContext> {
  /** For the log; the action's id when unset. */
  readonly doing?: string;
  /** Makes the reply to a failure. */
  readonly replyTo: (context: C, action: ActionContext) => Reply;
}

/** Acknowledges an action before any work, refuses outsiders, and answers a failure of the work with its reference. */
export function acknowledgedAction<C extends SlackContext>(
  { doing, replyTo }: Acknowledged<C>,
  work: (context: C, action: ActionContext) => Promise<unknown>,
): (context: C) => ActionListener {
  return (context) =>
    async ({ ack, body, action, respond }) => {
      await ack();
      const received = actionContext({ body, action, respond });
      const { userId, actionId } = received.event;
      const reply = replyTo(context, received);
      const attempt = { doing: doing ?? actionId, userId, reply };
      await withErrorReply(context.deps, attempt, () =>
        context.queue.run(async () => {
          if (!(await isOutsider(context.deps, attempt))) return work(context, received);
          // One who presses on and on must not use up what Slack allows the whole team.
          if (context.outsiders.take(userId) > 0) return;
          // Whoever has left has no DM any more; a page that is still open loses its figures all the same.
          await reply(await outsiderMessage(context)).catch((error: unknown) => {
            context.deps.log.warn({ error, userId }, "An outsider could not be told");
          });
          await context.homes.refresh(userId);
        }),
      );
    };
}

/**
 * A button that does nothing but lead to Slack's own page by its link: nothing is done or shown, so nobody is refused, guests neither, who
 * ask an admin by one.
 */
export function linkAction(): ActionListener {
  return async ({ ack }) => {
    await ack();
  };
}

/**
 * A button whose message is replaced by what `work` answers, with its charts where Slack draws them; a failure is answered
 * there with its reference.
 */
export function respondingAction(
  work: (context: SlackContext, event: ActionEvent) => Promise<Message | ChartMessage>,
): (context: SlackContext) => ActionListener {
  return acknowledgedAction({ replyTo: inMessage }, async (context, { event, respond }) => {
    const message = await work(context, event);
    await sendWithCharts(context.deps, { message, send: (shown) => respond(inPlace(shown)) });
  });
}

/** Replies in the place of the message whose button was pressed. */
function inMessage(_: SlackContext, { respond }: Pick<ActionContext, "respond">): Reply {
  return (message) => respond(inPlace(message));
}

/** Replies in the DM with whoever pressed. */
export function inDm({ client }: SlackContext, { event: { userId } }: Pick<ActionContext, "event">): Reply {
  return (message) => postToDm(client, { userId, message });
}
