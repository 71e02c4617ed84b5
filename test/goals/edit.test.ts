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

describe("setting a target", () => {
  it("adds a row from the first period that begins on its day or after it; earlier and later rows stay", () => {
    expect(goalAfter(set(450, "2025-11-02"))).toEqual({
      ...goal,
      targets: [
        { from: "2025-09-01", target: 400 },
        { from: "2025-11-01", target: 500 },
        { from: "2025-12-01", target: 450 },
      ],
    });
  });

  it("takes the place of a row of the same period", () => {
    expect(goalAfter(set(450)).targets).toEqual([
      { from: "2025-09-01", target: 400 },
      { from: "2025-11-01", target: 450 },
    ]);
  });

  it("makes the goal where there is none: a person's, or the team's", () => {
    const targets = [{ from: "2025-11-01", target: 20 }];
    const made = { type: "email_quantity", period: "monthly", targets, current: 0, active: true };

    expect(goalAfter(set(20), { goal: null })).toEqual({
      _id: "U01 email_quantity monthly",
      userId: "U01",
      ...made,
    });
    const team = { team: "everyone", type: "email_quantity", period: "monthly" } as const;
    expect(goalAfter(set(20), { goal: null, key: team })).toEqual({
      _id: "team:everyone email_quantity monthly",
      team: "everyone",
      ...made,
    });
  });

  it("begins an archived goal where it is set, without its old targets", () => {
    const archived = { ...goal, active: false };

    expect(goalAfter(set(20), { goal: archived })).toEqual({
      ...goal,
      targets: [{ from: "2025-11-01", target: 20 }],
    });
    expect(goalAfter(set(20, "2025-10-01"), { goal: archived }).targets).toEqual([{ from: "2025-10-01", target: 20 }]);
  });

  it.each([
    ["email_quantity", 1, null],
    ["email_quantity", 1_000_000, null],
    ["email_quantity", 0, "Enter a target above zero."],
    ["email_quantity", -5, "Enter a target above zero."],
    ["email_quantity", Number.NaN, "Enter a target above zero."],
    ["email_quantity", Number.POSITIVE_INFINITY, "The highest target is 1,000,000."],
    ["email_quantity", 1_000_001, "The highest target is 1,000,000."],
    ["email_quantity", 2.5, "Use a whole number."],
    ["talk_time_minutes", 2.5, "Use a whole number."],
    ["new_sales_wholesale", 1234.56, null],
    ["new_sales_wholesale", 0.1, null],
    ["new_sales_wholesale", 1_000_000_000, null],
    ["new_sales_wholesale", 1_000_000_001, "The highest target is 1,000,000,000."],
    ["new_sales_wholesale", 1234.567, "Use at most two decimals."],
  ] as const)("of %s to %p has the fault %p", (type, target, message) => {
    const found = faultOf(set(target), { goal: null, key: { ...key, type } });

    expect(found).toEqual(message === null ? null : { field: "target", message });
  });

  it.each([
    ["monthly", "2025-10-01", "This month keeps its target. Pick today or later."],
    ["monthly", "2025-09-30", "This month keeps its target. Pick today or later."],
    ["monthly", "2025-09-01", "Past periods keep their targets. Pick today or later."],
    ["monthly", "2025-10-02", null],
    ["weekly", "2025-10-06", "This week keeps its target. Pick today or later."],
    ["weekly", "2025-10-07", null],
    ["daily", "2025-10-10", null],
    ["daily", "2025-10-09", "Past periods keep their targets. Pick today or later."],
    ["daily", "2027-10-11", null],
    ["daily", "2027-10-12", "Pick a day within two years."],
  ] as const)("never judges anew what is over or running: %s from %s has the fault %p", (period, from, message) => {
    const found = faultOf(set(20, from), { goal: { ...goal, period }, key: { ...key, period } });

    expect(found).toEqual(message === null ? null : { field: "from", message });
  });

  it.each([
    ["no goal", null],
    ["an archived goal", { ...goal, active: false }],
    ["a goal whose first target lies ahead", { ...goal, targets: goal.targets.slice(1) }],
  ])("may begin with the period that runs where that has no target: of %s", (_case, before) => {
    expect(faultOf(set(20, "2025-10-01"), { goal: before })).toBeNull();
    expect(faultOf(set(20, "2025-09-01"), { goal: before })?.field).toBe("from");
  });

  it("changes the period that runs on its first day", () => {
    expect(faultOf(set(20, "2025-10-01"), { today: day("2025-10-01") })).toBeNull();
    expect(faultOf(set(20, "2025-10-01"), { today: day("2025-10-02") })?.field).toBe("from");
  });

  it("is refused where the target is that already", () => {
    expect(faultOf(set(500))).toEqual({ field: "target", message: "That's already the target." });
    expect(faultOf(set(400, "2025-12-01"))).toBeNull();
  });
});

describe("archiving and bringing back", () => {
  const archived = { ...goal, active: false };

  it.each([
    ["archive", goal, null],
    ["archive", archived, "There's no active goal to archive."],
    ["archive", null, "There's no active goal to archive."],
    ["reactivate", archived, null],
    ["reactivate", goal, "This goal is already active."],
    ["reactivate", null, "That goal doesn't exist yet. Set a target."],
  ] as const)("%s of %j has the fault %p", (kind, before, message) => {
    const found = faultOf({ kind }, { goal: before });

    expect(found).toEqual(message === null ? null : { field: "goal", message });
  });

  it("keeps all targets, and the day from which it counts no more", () => {
    expect(goalAfter({ kind: "archive" })).toEqual({ ...archived, archivedOn: today });
    expect(goalAfter({ kind: "reactivate" }, { goal: archived })).toEqual(goal);
  });
});
