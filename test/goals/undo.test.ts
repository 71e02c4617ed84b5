import { applyEdit, type EditResult, type GoalEdit, type GoalKey, goalAfter, inverseEdit } from "../../src/goals/edit";
import { type Goal, targetOn } from "../../src/goals/goal";
import { day } from "../../src/time/day";
import { aGoal } from "../support/builders/goals";

const today = day("2025-10-10");
const key: GoalKey = { userId: "U01", type: "email_quantity", period: "monthly" };
const set = (target: number, from = "2025-10-10"): GoalEdit => ({ kind: "set", target, from: day(from) });

describe("undoing", () => {
  it.each<[string, Goal | null, GoalEdit]>([
    ["a new goal", null, set(20)],
    ["a new target", aGoal("g"), set(450)],
    ["a target from a later day", aGoal("g"), set(450, "2025-11-01")],
    ["a target in the place of one of the same day", aGoal("g"), set(450, "2025-09-01")],
    ["a goal that was archived", aGoal("g"), { kind: "archive" }],
    ["a goal that was brought back", aGoal("g", { active: false }), { kind: "reactivate" }],
    ["a goal that was brought back with a target", aGoal("g", { active: false }), set(450)],
  ])("leads back from %s, to the target that was in force on every day", (_case, before, edit) => {
    const change = applyEdit({ goal: before, key, edit, today });

    const undo = inverseEdit({ before, change });

    const made = goalAfter({ goal: before, key, edit });
    const back = undo === null ? made : goalAfter({ goal: made, key, edit: undo });
    for (const on of ["2025-08-31", "2025-09-01", "2025-10-10", "2025-11-01", "2026-01-01"].map(day)) {
      expect([on, inForce(back, on)]).toEqual([on, inForce(before, on)]);
    }
  });

  it("leads nowhere from a goal whose only target lay ahead: to archive it would take that one away too", () => {
    const before = aGoal("g", { targets: [{ from: day("2025-12-01"), target: 400 }] });
    const change: EditResult = { kind: "set", since: today, from: null, to: 20 };

    expect(inverseEdit({ before, change })).toBeNull();
  });
});

function inForce(goal: Goal | null, on: ReturnType<typeof day>): number | null {
  return goal?.active === true ? targetOn(goal, on) : null;
}
