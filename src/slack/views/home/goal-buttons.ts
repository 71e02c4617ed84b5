import type { KnownBlock } from "@slack/types";
import type { GoalKey, Subject } from "../../../goals/edit";
import type { GoalLine } from "../../../goals/overview";
import { actions, button } from "./page";

/** They open the goal's form; the value is the goal's key as JSON, or whose goal it is to be, or nothing. */
export const GOAL_SET = "goal_set";
export const GOAL_EDIT = "goal_edit";
export const GOAL_ARCHIVE = "goal_archive";

export function setButton(subject?: Subject) {
  const value = subject === undefined ? {} : { value: JSON.stringify(subject) };
  return button(GOAL_SET, "Set a goal", { ...value, style: "primary" });
}

/** For whoever may change this goal. */
export function goalButtons(line: GoalLine, subject: Subject): KnownBlock {
  const { type, period, title } = line;
  const key: GoalKey = { ...subject, type, period };
  const value = JSON.stringify(key);
  return actions([
    button(GOAL_EDIT, "Edit", { value, accessibility_label: `Edit the goal ${title}, ${period}` }),
    button(GOAL_ARCHIVE, "Archive", { value, accessibility_label: `Archive the goal ${title}, ${period}` }),
  ]);
}
