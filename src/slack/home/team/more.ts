import { editBoard } from "../../boards/form";
import { BOARD_EDIT } from "../../boards/settings-view";
import { exportTeam } from "../../exports/buttons";
import { TEAM_EXPORT } from "../../exports/export-view";
import { goalsSeveral } from "../../goals/bulk/form";
import { GOALS_SEVERAL } from "../../goals/form-view";
import { actionContext } from "../../middleware/action-context";
import { type ActionListener, acknowledgedAction, inDm } from "../../middleware/actions";
import { plainText } from "../../ui/blocks";
import type { HomeContext } from "../homes";
import { decodeChoice } from "../payload";

/** What can be chosen under *More* on a team's page, by the ids of the buttons that it stands for. */
const CHOICES: ReadonlyMap<string, (context: HomeContext) => ActionListener> = new Map([
  [GOALS_SEVERAL, goalsSeveral],
  [TEAM_EXPORT, exportTeam],
  [BOARD_EDIT, editBoard],
]);

/** A choice that no menu of ours has. */
const unknownChoice = acknowledgedAction<HomeContext>({ replyTo: inDm }, async () => undefined);

/**
 * "More" on a team's page: does what the button does that the choice stands for, which asks whether one may. The page is drawn anew then, as
 * Slack tells of nobody who chooses again what a menu stands at.
 */
export function teamMore(context: HomeContext): ActionListener {
  return async (args) => {
    const { event } = actionContext(args);
    const { actionId, value } = decodeChoice(event.value);
    const listener = CHOICES.get(actionId);
    if (listener === undefined) return unknownChoice(context)(args);
    const { block_id, action_ts } = args.action;
    const pressed = {
      type: "button",
      action_id: actionId,
      value,
      text: plainText("More"),
      block_id,
      action_ts,
    } as const;
    await listener(context)({ ...args, action: pressed, payload: pressed });
    await context.homes.refresh(event.userId);
  };
}
