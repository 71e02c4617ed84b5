import type { Button, KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import type { Subject } from "../../goals/edit";
import type { GoalLine } from "../../goals/overview";
import type { Day } from "../../time/day";
import { button, plainText, section } from "../ui/blocks";
import { field, form, notice } from "../ui/modal";
import { plainLabel } from "../ui/text";
import { type MadeChange, madeWords, previewBlocks, type ShownChange, saveInWords, undoButton } from "./change-view";
import { encodeDraft, encodeGoalKey, encodeStart, type GoalStart } from "./payload";
import { type TargetField, targetFields } from "./target-fields";
import type { PickableTeam } from "./team/team-choice";

/** The form of a goal, and the modal that shows the change before it is saved. */
export const GOAL_FORM = "goal_form";
export const GOAL_CHECK = "goal_check";

/** The fields of the form, by the names of their blocks. */
export type GoalField = "whose" | "team" | TargetField;

const EVERYBODY = "Whole team";

/** The initial values of the form. */
export interface FormStart {
  readonly goal: GoalStart;
  /** The target as a person would type it. */
  readonly target: string | null;
  readonly from: Day;
  /** The day that is today by the clock of whoever opened the form, where it is not known yet whose goal it will be. */
  readonly presumed?: Day;
  readonly teams: readonly PickableTeam[];
}

/** The form of a goal. */
export function goalForm({ goal, target, from, presumed, teams }: FormStart): ModalView {
  const person = goal.userId === undefined ? {} : { initial_user: goal.userId };
  return form({
    callback: GOAL_FORM,
    title: "Set a goal",
    submit: "Review",
    ...(presumed === undefined ? {} : { metadata: presumed }),
    blocks: [
      // Where it is not known whose it will be; on top, so that nobody fills in the wrong form first.
      ...(presumed === undefined ? [] : [{ ...section("One person or team."), accessory: severalButton() }]),
      field("whose", { label: "Person", element: { type: "users_select", ...person }, optional: true }),
      ...teamField(teams, goal.team),
      ...targetFields({ ...goal, target, from }),
    ],
  });
}

const MOST_TEAMS = 100;

/** A box where there is one team to choose, as in a company without named teams, else a list. */
function teamField(teams: readonly PickableTeam[], chosen: string | undefined): readonly KnownBlock[] {
  const options = teams.slice(0, MOST_TEAMS).map(({ id, name }): PlainTextOption => {
    return { text: plainText(plainLabel(name ?? EVERYBODY)), value: id };
  });
  if (options.length === 0) return [];
  const initial = options.find(({ value }) => value === chosen);
  const element =
    options.length === 1
      ? ({ type: "checkboxes", options, ...(initial && { initial_options: [initial] }) } as const)
      : ({ type: "static_select", options, ...(initial && { initial_option: initial }) } as const);
  return [field("team", { label: "Or a team goal", element, optional: true })];
}

/** The change before it is saved; a target's stands above its form. */
export function checkView(shown: ShownChange, given: { readonly today: Day; readonly stale?: boolean }): ModalView {
  const { draft, preview } = shown;
  const { clash } = preview;
  const archives = draft.edit.kind === "archive";
  return form({
    callback: GOAL_CHECK,
    title: archives ? "Archive this goal?" : "Review and save",
    submit: archives ? "Archive" : saveInWords(clash === undefined ? [] : [clash]),
    close: archives ? "Cancel" : "Back",
    blocks: previewBlocks(shown, given),
    metadata: encodeDraft(draft),
  });
}

/** Says what was changed, with Undo. */
export function madeView(made: MadeChange, today: Day): ModalView {
  const view = notice(made.change.kind === "archive" ? "Archived" : "Saved", madeWords(made, today));
  return { ...view, blocks: [...view.blocks, ...undoButton(made)] };
}

/** Opens the form of goals for several people at once, in the place of the modal that it is pressed in. */
export const GOALS_SEVERAL = "goals_several";

export function severalButton(label = "Set goals for several") {
  return button(GOALS_SEVERAL, label);
}

/** They open the goal's form; the value names the goal, or whose it is to be, or nothing. */
export const GOAL_SET = "goal_set";
export const GOAL_EDIT = "goal_edit";
export const GOAL_ARCHIVE = "goal_archive";

/** @param isFirst whether it is what to do first on its page. */
export function setButton(subject?: Subject, { isFirst = true }: { readonly isFirst?: boolean } = {}) {
  const value = subject === undefined ? {} : { value: encodeStart(subject) };
  return button(GOAL_SET, "Set a goal", { ...value, ...(isFirst ? { style: "primary" } : {}) });
}

/** The buttons of whoever may change this goal. */
export function editButtons({ type, period, title }: GoalLine, subject: Subject): readonly Button[] {
  const value = encodeGoalKey({ ...subject, type, period });
  return [
    button(GOAL_EDIT, "Edit", { value, accessibility_label: `Edit the goal ${title}, ${period}` }),
    button(GOAL_ARCHIVE, "Archive", { value, accessibility_label: `Archive the goal ${title}, ${period}` }),
  ];
}
