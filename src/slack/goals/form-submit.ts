import type { ModalView } from "@slack/types";
import type { GoalEdit, GoalKey, Subject } from "../../goals/edit";
import type { SlackContext } from "../deps";
import { checkedValues, type FormState, fieldValue } from "../middleware/form-values";
import { type FormListener, fieldError, type SubmissionResult, viewSubmission } from "../middleware/submissions";
import { notice } from "../ui/modal";
import {
  type EditOutcome,
  goalToday,
  makeEdit,
  ownerOf,
  type PrepareFault,
  prepareChange,
  withHomesUpdated,
} from "./change";
import { checkView, GOAL_CHECK, GOAL_FORM, type GoalField, madeView } from "./form-view";
import { decodeDraft, draftAct, goalAct } from "./payload";
import { enteredTarget } from "./target-fields";

/** The field beside which a fault of the change is shown. */
const FIELD_OF: Readonly<Record<PrepareFault["field"], GoalField>> = {
  goal: "metric",
  whose: "whose",
  target: "target",
  from: "from",
};

/** Submits the form of a goal: faults appear at their fields, else the change is shown before it is saved. */
export const goalSaveSubmission: (context: SlackContext) => FormListener = viewSubmission(
  { doing: GOAL_FORM, act: (_userId, form) => subjectAct(subjectOf(form)) },
  async (context, { userId: by, form }): Promise<SubmissionResult> => {
    const parsed = await parseForm(context, form);
    if (parsed.kind === "faults") return parsed;
    const ready = await prepareChange(context, { by, ...parsed });
    if (ready.kind === "fault") return fieldError(FIELD_OF[ready.fault.field], ready.fault.message);
    return { kind: "above", view: checkView(ready.shown, { today: today(context) }) };
  },
);

/** Saves the change that was shown, unless the goal has changed since: then the new effect is shown instead. */
export const goalCheckSubmission: (context: SlackContext) => FormListener = viewSubmission(
  { doing: GOAL_CHECK, act: (_userId, form) => draftAct(form.private_metadata) },
  async (context, { userId: by, form }): Promise<SubmissionResult> => {
    const outcome = await makeEdit(context, { by, draft: decodeDraft(form.private_metadata) });
    return { kind: "next", view: outcomeView(context, outcome), afterwards: () => withHomesUpdated(context, outcome) };
  },
);

function outcomeView(context: SlackContext, outcome: EditOutcome): ModalView {
  switch (outcome.kind) {
    case "made":
      return madeView(outcome.made, today(context));
    case "stale":
      return checkView(outcome.shown, { today: today(context), stale: true });
    case "fault":
      return notice("Nothing was changed", outcome.fault.message);
  }
}

function today({ deps }: SlackContext) {
  return deps.days.dayOf(deps.now());
}

/** The submitted form of a goal: a change, or a sentence for each field that is wrong. */
export type ParsedForm =
  | { readonly kind: "edit"; readonly key: GoalKey; readonly edit: GoalEdit }
  | { readonly kind: "faults"; readonly faults: Readonly<Record<string, string>> };

async function parseForm({ deps }: SlackContext, form: FormState): Promise<ParsedForm> {
  const subject = subjectOf(form);
  const entered = enteredTarget(form);
  if (typeof subject === "object" && entered.ok) {
    const { type, period, target, from: picked } = entered;
    // A form that opened before it was known whose goal it is began with another clock's today.
    const from = picked === form.private_metadata ? goalToday(deps, await ownerOf(deps, subject)) : picked;
    return { kind: "edit", key: { ...subject, type, period }, edit: { kind: "set", target, from } };
  }
  const faults: Partial<Readonly<Record<GoalField, string>>> = {
    ...(typeof subject === "string" ? { whose: subject } : {}),
    ...(entered.ok ? {} : entered.faults),
  };
  return { kind: "faults", faults: { ...faults } };
}

function subjectOf(form: FormState): Subject | string {
  const userId = fieldValue(form, "whose");
  const team = checkedValues(form, "team")[0] ?? fieldValue(form, "team");
  if (userId !== null && team !== null) return "Choose a person or a team, not both.";
  if (team !== null) return { team };
  return userId === null ? "Choose a person or a team." : { userId };
}

/** A form that names nobody, or two, is refused at its fields. */
function subjectAct(subject: Subject | string) {
  return goalAct(typeof subject === "string" ? {} : subject);
}
