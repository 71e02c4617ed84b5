import type { EditInput, GoalEdit, GoalKey } from "../../src/goals/edit";
import { planEdit } from "../../src/goals/plan-edit";
import { day } from "../../src/time/day";
import { aGoal } from "../support/builders/goals";

const today = day("2025-10-10");
const key: GoalKey = { userId: "U01", type: "email_quantity", period: "monthly" };
const goal = aGoal("g", {
  targets: [
    { from: day("2025-09-01"), target: 400 },
    { from: day("2025-11-01"), target: 500 },
  ],
});

function set(target: number, from = "2025-10-10"): GoalEdit {
  return { kind: "set", target, from: day(from) };
}

function planned(edit: GoalEdit, given: Partial<EditInput> = {}) {
  return planEdit({ goal, key, edit, today, ...given });
}

function goalAfter(edit: GoalEdit, given: Partial<EditInput> = {}) {
  const plan = planned(edit, given);
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.goal;
}

function faultOf(edit: GoalEdit, given: Partial<EditInput> = {}) {
  const plan = planned(edit, given);
  return plan.ok ? null : plan.fault;
}

describe("taking a target back", () => {
  const withdraw = (from: string): GoalEdit => ({ kind: "withdraw", from: day(from) });

  it("leaves the targets of other days", () => {
    expect(goalAfter(withdraw("2025-11-01")).targets).toEqual([{ from: "2025-09-01", target: 400 }]);
  });

  it.each([
    ["2025-12-01", today, { field: "goal", message: "There's no such target to remove." }],
    ["2025-11-01", day("2025-11-01"), null],
    ["2025-11-01", day("2025-11-02"), { field: "from", message: expect.stringMatching(/^This month keeps/) }],
    ["2025-11-01", day("2025-12-01"), { field: "from", message: expect.stringMatching(/^Past periods/) }],
    ["2025-09-01", today, { field: "from", message: expect.stringMatching(/^Past periods/) }],
  ])("judges nothing anew that is over or running: of %s on %s", (from, on, fault) => {
    expect(faultOf(withdraw(from), { today: on })).toEqual(fault);
  });
});

describe("the log of an edit", () => {
  const changed = (edit: GoalEdit, given: Partial<EditInput> = {}) => {
    const plan = planned(edit, given);
    return plan.ok ? plan.change : null;
  };

  it("names the target in force on the day it takes effect, before and after", () => {
    const archived = { goal: { ...goal, active: false } };

    expect([
      changed(set(450, "2025-10-01"), { today: day("2025-10-01") }),
      changed({ kind: "archive" }),
      changed({ kind: "reactivate" }, archived),
      changed(set(20, "2025-10-01"), archived),
    ]).toEqual([
      { kind: "set", since: "2025-10-01", from: 400, to: 450 },
      { kind: "archive", since: "2025-10-10", from: 400, to: null },
      { kind: "reactivate", since: "2025-10-10", from: null, to: 400 },
      { kind: "set", since: "2025-10-01", from: null, to: 20 },
    ]);
  });

  it("names the running period that keeps what it has", () => {
    const october = { from: "2025-10-01", to: "2025-10-31" };

    expect([
      changed(set(450)),
      changed(set(450, "2025-11-15")),
      changed(set(20), { goal: null }),
      changed({ kind: "withdraw", from: day("2025-11-01") }),
    ]).toEqual([
      { kind: "set", since: "2025-11-01", from: 500, to: 450, keeps: { ...october, target: 400 } },
      { kind: "set", since: "2025-12-01", from: 500, to: 450, keeps: { ...october, target: 400 } },
      { kind: "set", since: "2025-11-01", from: null, to: 20, keeps: { ...october, target: null } },
      { kind: "withdraw", since: "2025-11-01", from: 500, to: 400, keeps: { ...october, target: 400 } },
    ]);
  });
});
