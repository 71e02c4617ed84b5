import fc from "fast-check";
import { type EditResult, type GoalEdit, type GoalKey, inverseEdit } from "../../../src/goals/edit";
import type { Goal, Period } from "../../../src/goals/goal";
import { type PlannedEdit, planEdit } from "../../../src/goals/plan-edit";
import { addDays, type Day, day } from "../../../src/time/day";

/** One thing that a manager does, some days after the one before: an edit, or Undo of the last that was made. */
export interface Step {
  readonly after: number;
  readonly act: "undo" | { readonly set: number; readonly ahead: number } | "archive" | "reactivate";
}

export interface GoalHistory {
  readonly period: Period;
  readonly steps: readonly Step[];
}

const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ set: fc.integer({ min: 1, max: 9 }), ahead: fc.integer({ min: -40, max: 45 }) }),
  },
  { weight: 3, arbitrary: fc.constant("undo" as const) },
  { weight: 1, arbitrary: fc.constantFrom("archive" as const, "reactivate" as const) },
);

/** A few months of edits of one goal. */
export const aHistory = fc.record<GoalHistory>({
  period: fc.constantFrom("daily", "weekly", "monthly"),
  steps: fc.array(fc.record<Step>({ after: fc.constantFrom(0, 0, 0, 1, 3, 20), act }), { minLength: 2, maxLength: 10 }),
});

/** One edit of a history that was made. */
export interface MadeEdit {
  readonly before: Goal | null;
  readonly after: Goal;
  readonly change: EditResult;
  readonly edit: GoalEdit;
  readonly key: GoalKey;
  readonly period: Period;
  readonly at: Day;
}

/** The edit that a step is, on a day; `null` for an Undo of nothing. */
export function editOf(
  { act: done }: Step,
  { at, last }: { readonly at: Day; readonly last: MadeEdit | undefined },
): GoalEdit | null {
  if (done === "undo") return last === undefined ? null : inverseEdit(last);
  return typeof done === "string" ? { kind: done } : { kind: "set", target: done.set, from: addDays(at, done.ahead) };
}

/** The edits of a history that can be made, the first on Sep 1, 2025. */
export function playHistory({ period, steps }: GoalHistory): readonly MadeEdit[] {
  const key: GoalKey = { userId: "U01", type: "email_quantity", period };
  const made: MadeEdit[] = [];
  let [at, goal]: [Day, Goal | null] = [day("2025-09-01"), null];
  for (const step of steps) {
    at = addDays(at, step.after);
    const edit = editOf(step, { at, last: made.at(-1) });
    const plan: PlannedEdit | null = edit === null ? null : planEdit({ goal, key, edit, today: at });
    if (edit === null || plan?.ok !== true) continue;
    made.push({ before: goal, after: plan.goal, change: plan.change, edit, key, period, at });
    goal = plan.goal;
  }
  return made;
}
