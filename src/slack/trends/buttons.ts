import type { SlackContext } from "../deps";
import { BUTTON_DAYS, decodeTrend, TREND_GOAL } from "../goals/trend-button-view";
import type { ActionContext } from "../middleware/action-context";
import { acknowledgedAction, inDm, respondingAction } from "../middleware/actions";
import { sendWithCharts } from "../middleware/charts";
import { withErrorReply } from "../middleware/errors";
import { ephemeral, type Message } from "../ui/blocks";
import { notice } from "../ui/modal";
import { respondToTrend } from "./answer";
import { trendModal } from "./view";

/** "Trend" beside a goal: charts for whoever pressed below a message, a modal with bars of text in Home. */
export const trendGoal = acknowledgedAction({ replyTo: inDm }, async (context, action) => {
  const { event, viewId, respond } = action;
  if (viewId !== undefined) return showInModal(context, action);
  const message = await respondToTrend(context, event.userId, { ...decodeTrend(event.value), days: null });
  // The goals stay where they are.
  await sendWithCharts(context.deps, {
    message,
    send: (shown) => respond({ ...ephemeral(shown), replace_original: false }),
  });
});

/** The days below a trend: the same over these days, in its place. */
export const trendDays = respondingAction((context, { actionId, userId, value }) => {
  const days = BUTTON_DAYS.get(actionId) ?? null;
  return respondToTrend(context, userId, { ...decodeTrend(value), days });
});

/** Opens the modal before anything is looked up: a trigger is good for three seconds. */
async function showInModal(
  { deps, modals, ...context }: SlackContext,
  { event, triggerId }: ActionContext,
): Promise<void> {
  const opened = await modals.views.open({ trigger_id: triggerId, view: notice("Trend", "⏳ Adding up the days…") });
  const show = (view: ReturnType<typeof trendModal>) => modals.views.update({ view_id: opened.view?.id ?? "", view });
  const reply = ({ text }: Message) => show(notice("Trend", text));
  await withErrorReply(deps, { doing: TREND_GOAL, userId: event.userId, reply }, async () => {
    const question = { ...decodeTrend(event.value), days: null };
    await show(trendModal(await respondToTrend({ deps, modals, ...context }, event.userId, question)));
  });
}
