import type { Button, KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import type { Subject } from "../../goals/edit";
import type { Period } from "../../goals/goal";
import type { GoalLine } from "../../goals/overview";
import { METRICS, type Unit } from "../../metrics/metrics";
import type { Day } from "../../time/day";
import { actions, button, plainText } from "../ui/blocks";
import { field, form, notice } from "../ui/modal";
import { listed } from "../ui/text";
import { type MadeChange, madeWords, previewBlocks, type ShownChange, undoButton } from "./change-view";
import { encodeDraft, encodeGoalKey, encodeStart, type GoalStart } from "./payload";
import type { PickableTeam } from "./team/team-choice";

/** The form of a goal, and the modal that shows the change before it is saved. */
export const GOAL_FORM = "goal_form";
export const GOAL_CHECK = "goal_check";
/** Returns from that modal to the form. */
export const GOAL_BACK = "goal_back";

/** The fields of the form, by the names of their blocks. */
export type GoalField = "whose" | "team" | "metric" | "period" | "target" | "from";

const PERIODS: Readonly<Record<Period, string>> = { daily: "Daily", weekly: "Weekly", monthly: "Monthly" };
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
  const metrics = METRICS.map(({ type, title }) => ({ text: plainText(title), value: type }));
  const periods = Object.entries(PERIODS).map(([value, label]) => ({ text: plainText(label), value }));
  const metric = metrics.find(({ value }) => value === goal.type);
  const period = periods.find(({ value }) => value === goal.period);
  const person = goal.userId === undefined ? {} : { initial_user: goal.userId };
  return form({
    callback: GOAL_FORM,
    title: "Set a goal",
    submit: "Review",
    ...(presumed === undefined ? {} : { metadata: presumed }),
    blocks: [
      field("whose", { label: "Person", element: { type: "users_select", ...person }, optional: true }),
      ...teamField(teams, goal.team),
      field("metric", {
        label: "Metric",
        element: {
          type: "static_select",
          options: metrics,
          ...(metric === undefined ? {} : { initial_option: metric }),
        },
      }),
      field("period", {
        label: "Period",
        element: {
          type: "radio_buttons",
          options: periods,
          ...(period === undefined ? {} : { initial_option: period }),
        },
      }),
      field("target", {
        label: "Target",
        element: { type: "plain_text_input", max_length: 40, ...(target === null ? {} : { initial_value: target }) },
        hint: targetHint(),
      }),
      field("from", {
        label: "Starts",
        element: { type: "datepicker", initial_date: from },
        hint: "Takes effect with the first day, week or month that starts on or after this date. The current one keeps its target.",
      }),
    ],
  });
}

const MOST_TEAMS = 100;

/** A box where there is one team to choose, as in a company without named teams, else a list. */
function teamField(teams: readonly PickableTeam[], chosen: string | undefined): readonly KnownBlock[] {
  const options = teams.slice(0, MOST_TEAMS).map(({ id, name }): PlainTextOption => {
    return { text: plainText(name ?? EVERYBODY), value: id };
  });
  if (options.length === 0) return [];
  const initial = options.find(({ value }) => value === chosen);
  const element =
    options.length === 1
      ? ({ type: "checkboxes", options, ...(initial && { initial_options: [initial] }) } as const)
      : ({ type: "static_select", options, ...(initial && { initial_option: initial }) } as const);
  return [field("team", { label: "Or a team goal", element, optional: true })];
}

/** "For example 20, 1,500 or $100k. Talk time is in minutes, sales in dollars." */
function targetHint(): string {
  const minutes = namesIn("minutes");
  const [first = "", ...rest] = listed(minutes);
  const verb = minutes.length === 1 ? "is" : "are";
  return `For example 20, 1,500 or $100k. ${first.toUpperCase()}${rest.join("")} ${verb} in minutes, ${listed(namesIn("dollars"))} in dollars.`;
}

/** The metrics of a unit as people speak of them: those of a group together. */
function namesIn(unit: Unit): readonly string[] {
  const metrics = METRICS.filter((metric) => metric.unit === unit);
  return [...new Set(metrics.map(({ group, name }) => group ?? name))];
}

/** The change before it is saved. */
export function checkView(shown: ShownChange, given: { readonly today: Day; readonly stale?: boolean }): ModalView {
  const { draft } = shown;
  const archives = draft.edit.kind === "archive";
  const metadata = encodeDraft(draft);
  const change = actions([button(GOAL_BACK, "Back", { value: metadata })]);
  return form({
    callback: GOAL_CHECK,
    title: archives ? "Archive this goal?" : "Review and save",
    submit: archives ? "Archive" : "Save",
    blocks: [...previewBlocks(shown, given), ...(archives ? [] : [change])],
    metadata,
  });
}

/** Says what was changed, with Undo. */
export function madeView(made: MadeChange, today: Day): ModalView {
  const view = notice(made.change.kind === "archive" ? "Archived" : "Saved", madeWords(made, today));
  return { ...view, blocks: [...view.blocks, ...undoButton(made)] };
}

/** They open the goal's form; the value names the goal, or whose it is to be, or nothing. */
export const GOAL_SET = "goal_set";
export const GOAL_EDIT = "goal_edit";
export const GOAL_ARCHIVE = "goal_archive";

export function setButton(subject?: Subject) {
  const value = subject === undefined ? {} : { value: encodeStart(subject) };
  return button(GOAL_SET, "Set a goal", { ...value, style: "primary" });
}

/** A block with the buttons of whoever may change this goal. */
export function goalButtons(line: GoalLine, subject: Subject): KnownBlock {
  return actions([...editButtons(line, subject)]);
}

/** The buttons of whoever may change this goal. */
export function editButtons({ type, period, title }: GoalLine, subject: Subject): readonly Button[] {
  const value = encodeGoalKey({ ...subject, type, period });
  return [
    button(GOAL_EDIT, "Edit", { value, accessibility_label: `Edit the goal ${title}, ${period}` }),
    button(GOAL_ARCHIVE, "Archive", { value, accessibility_label: `Archive the goal ${title}, ${period}` }),
  ];
}
