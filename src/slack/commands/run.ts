import type { SlackContext } from "../deps";
import type { ActionListener } from "../middleware/actions";
import { acknowledgedAction } from "../middleware/actions";
import { sendWithCharts } from "../middleware/charts";
import { helpFor } from "../middleware/commands";
import { below, inPlace } from "../ui/blocks";
import { decodeRun, GOALS_MINE, GOALS_MORE, GOALS_OTHERS, GOALS_RUN, HELP_MORE } from "../ui/run-button";
import { respondToGoalsCommand } from "./goals";

/**
 * A button below help, or below what was not understood: answers as if its words had been typed behind `/goals`, below what is there; the
 * rest of help stands in place of its beginning.
 */
const runGoals: (context: SlackContext) => ActionListener = acknowledgedAction(
  {
    doing: GOALS_RUN,
    replyTo:
      (_, { respond }) =>
      (message) =>
        respond(below(message)),
  },
  async (context, { event: { userId, value, channel, channelName }, triggerId, respond }) => {
    const text = decodeRun(value);
    const response = respondToGoalsCommand(context, { userId, text, triggerId, channel, channelName });
    if (response.kind === "now") {
      const help = await helpFor(context, { userId, help: response.message });
      await respond(text === HELP_MORE ? inPlace(help) : below(help));
      return;
    }
    const message = await response.work();
    if (message !== null) await sendWithCharts(context.deps, { message, send: (shown) => respond(below(shown)) });
  },
);

/** By the ids of its buttons. */
export const RUN_ACTIONS = {
  [GOALS_RUN]: runGoals,
  [GOALS_MINE]: runGoals,
  [GOALS_OTHERS]: runGoals,
  [GOALS_MORE]: runGoals,
};
