import type { Middleware, SlackCommandMiddlewareArgs } from "@slack/bolt";
import type { SlackContext } from "../deps";
import type { Message } from "../ui/blocks";
import { ephemeral } from "../ui/blocks";
import { withErrorReply } from "./errors";

/** Listens to a command. */
export type CommandListener = Middleware<SlackCommandMiddlewareArgs>;

/** What somebody typed behind a command. */
export interface CommandEvent {
  readonly userId: string;
  readonly text: string;
  readonly triggerId: string;
}

/** What comes of a command: an answer at once, or work that may take longer than Slack waits. */
export type CommandResponse =
  | { readonly kind: "now"; readonly message: Message }
  /** `doing` is for the log; `null` is answered by nothing. */
  | { readonly kind: "later"; readonly doing: string; readonly work: () => Promise<Message | null> };

/** A command whose answers only whoever typed it sees; a failure is answered with its reference. */
export function respondingCommand(
  responseTo: (context: SlackContext, event: CommandEvent) => CommandResponse,
): (context: SlackContext) => CommandListener {
  return (context) =>
    async ({ command, ack, respond }) => {
      const { user_id: userId, text = "", trigger_id: triggerId } = command;
      const response = responseTo(context, { userId, text, triggerId });
      if (response.kind === "now") return ack(ephemeral(response.message));
      await ack();
      const reply = (message: Message) => respond(ephemeral(message));
      await withErrorReply(context.deps, { doing: response.doing, userId, reply }, async () => {
        const message = await response.work();
        if (message !== null) await reply(message);
      });
    };
}
