import fc from "fast-check";
import { type GoalEdit, type GoalKey, inverseEdit } from "../../src/goals/edit";
import { type Goal, periodOf, targetOn } from "../../src/goals/goal";
import { planEdit } from "../../src/goals/plan-edit";
import { addDays, type Day, day } from "../../src/time/day";
import { aHistory, playHistory } from "../support/builders/goal-histories";
import { aGoal } from "../support/builders/goals";

const today = day("2025-10-10");
const key: GoalKey = { userId: "U01", type: "email_quantity", period: "monthly" };
const set = (target: number, from = "2025-10-10"): GoalEdit => ({ kind: "set", target, from: day(from) });

describe("undoing", () => {
  it.each<[string, Goal | null, GoalEdit]>([
    ["a new goal", null, set(20)],
    ["a new target", aGoal("g"), set(450)],
    ["a target from a later day", aGoal("g"), set(450, "2025-11-01")],
    ["a goal that was archived", aGoal("g"), { kind: "archive" }],
    ["a goal that was brought back", aGoal("g", { active: false }), { kind: "reactivate" }],
    ["a goal that was set again", aGoal("g", { active: false }), set(450)],
    [
      "a target before one that was planned",
      aGoal("g", { targets: [{ from: day("2025-12-01"), target: 9 }] }),
      set(20),
    ],
  ])("leads back from %s, to the target that was in force on every day", (_case, before, edit) => {
    const plan = planEdit({ goal: before, key, edit, today });
    if (!plan.ok) throw new Error(plan.fault.message);

    const back = planEdit({ goal: plan.goal, key, edit: inverseEdit({ before, change: plan.change }), today });

    const after = back.ok ? back.goal : null;
    for (const on of ["2025-08-31", "2025-09-01", "2025-10-10", "2025-11-01", "2026-01-01"].map(day)) {
      expect([on, inForce(after, on)]).toEqual([on, inForce(before, on)]);
    }
  });
});

describe("any history of edits and undos", () => {
  it("never changes the target of a period that is over or, but on its first day, of one that runs with a target", () => {
    fc.assert(
      fc.property(aHistory, (history) => {
        for (const { before, after, change, edit, at, period } of playHistory(history)) {
          if (edit.kind === "archive" || edit.kind === "reactivate") continue;
          const begin = periodOf(period, at).from;
          const past = [1, 20, 40].map((back) => addDays(begin, -back));
          // An archived goal that is set again has no past of its own.
          const kept = before?.active === true ? past : [];
          for (const on of kept) expect(inForce(after, on)).toBe(inForce(before, on));
          const running = inForce(before, at);
          // A first target that began with the running period may be taken back, which ends it as archiving does.
          const ended = edit.kind === "withdraw" && change.to === null;
          if (running !== null && begin < at && !ended) expect(inForce(after, at)).toBe(running);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("is set back by Undo on the day of each change, to what was in force on every day from then on", () => {
    fc.assert(
      fc.property(aHistory, (history) => {
        for (const { before, after, change, key: of, at } of playHistory(history)) {
          const back = planEdit({ goal: after, key: of, edit: inverseEdit({ before, change }), today: at });
          const days = [0, 1, 7, 31, 62, 400].map((ahead) => addDays(at, ahead));
          const inForceAfter = (goal: Goal | null) => days.map((on) => inForce(goal, on));
          expect(inForceAfter(back.ok ? back.goal : null)).toEqual(inForceAfter(before));
        }
      }),
      { numRuns: 500 },
    );
  });
});

function inForce(goal: Goal | null, on: Day): number | null {
  return goal?.active === true ? targetOn(goal, on) : null;
}
