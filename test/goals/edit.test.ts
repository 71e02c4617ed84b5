import { applyEdit, editFault, type GoalEdit, type GoalKey, goalAfter } from "../../src/goals/edit";
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

describe("setting a target", () => {
  it("adds a row from its day; earlier and later rows stay", () => {
    expect(goalAfter({ goal, key, edit: set(450) })).toEqual({
      ...goal,
      targets: [
        { from: "2025-09-01", target: 400 },
        { from: "2025-10-10", target: 450 },
        { from: "2025-11-01", target: 500 },
      ],
    });
  });

  it("takes the place of a row of the same day", () => {
    expect(goalAfter({ goal, key, edit: set(450, "2025-11-01") }).targets).toEqual([
      { from: "2025-09-01", target: 400 },
      { from: "2025-11-01", target: 450 },
    ]);
  });

  it("makes the goal where there is none: a person's, or the team's", () => {
    const targets = [{ from: "2025-10-10", target: 20 }];
    const made = { type: "email_quantity", period: "monthly", targets, current: 0, active: true };

    expect(goalAfter({ goal: null, key, edit: set(20) })).toEqual({
      _id: "U01 email_quantity monthly",
      userId: "U01",
      ...made,
    });
    expect(
      goalAfter({ goal: null, key: { team: "sales", type: "email_quantity", period: "monthly" }, edit: set(20) }),
    ).toEqual({ _id: "team:sales email_quantity monthly", team: "sales", ...made });
  });

  it("brings an archived goal back", () => {
    expect(goalAfter({ goal: { ...goal, active: false }, key, edit: set(20) }).active).toBe(true);
  });

  it.each([
    ["email_quantity", 1, null],
    ["email_quantity", 1_000_000, null],
    ["email_quantity", 0, "A target must be above zero."],
    ["email_quantity", -5, "A target must be above zero."],
    ["email_quantity", Number.NaN, "A target must be above zero."],
    ["email_quantity", Number.POSITIVE_INFINITY, "A target is at most 1,000,000."],
    ["email_quantity", 1_000_001, "A target is at most 1,000,000."],
    ["email_quantity", 2.5, "A target is a whole number."],
    ["talk_time_minutes", 2.5, "A target is a whole number."],
    ["new_sales_wholesale", 1234.56, null],
    ["new_sales_wholesale", 0.1, null],
    ["new_sales_wholesale", 1_000_000_000, null],
    ["new_sales_wholesale", 1_000_000_001, "A target is at most 1,000,000,000."],
    ["new_sales_wholesale", 1234.567, "A target has whole cents."],
  ] as const)("of %s to %p has the fault %p", (type, target, message) => {
    const found = editFault({ goal: null, key: { ...key, type }, edit: set(target), today });

    expect(found).toEqual(message === null ? null : { field: "target", message });
  });

  it.each([
    ["monthly", "2025-10-01", true],
    ["monthly", "2025-09-30", false],
    ["weekly", "2025-10-06", true],
    ["weekly", "2025-10-05", false],
    ["daily", "2025-10-10", true],
    ["daily", "2025-10-09", false],
    ["daily", "2027-10-11", true],
    ["daily", "2027-10-12", false],
  ] as const)("of a %s goal from %s may be made: %p, since periods that are over keep theirs", (period, from, may) => {
    const found = editFault({ goal: null, key: { ...key, period }, edit: set(20, from), today });

    expect(found?.field).toBe(may ? undefined : "from");
  });
});

describe("archiving and bringing back", () => {
  const archived = { ...goal, active: false };

  it.each([
    ["archive", goal, null],
    ["archive", archived, "There is no active goal to archive."],
    ["archive", null, "There is no active goal to archive."],
    ["reactivate", archived, null],
    ["reactivate", goal, "This goal is active already."],
    ["reactivate", null, "There is no such goal yet: set its target."],
  ] as const)("%s of %j has the fault %p", (kind, before, message) => {
    const found = editFault({ goal: before, key, edit: { kind }, today });

    expect(found).toEqual(message === null ? null : { field: "goal", message });
  });

  it("keeps all targets", () => {
    expect(goalAfter({ goal, key, edit: { kind: "archive" } })).toEqual(archived);
    expect(goalAfter({ goal: archived, key, edit: { kind: "reactivate" } })).toEqual(goal);
    expect(() => goalAfter({ goal: null, key, edit: { kind: "archive" } })).toThrow(RangeError);
  });
});

describe("the log of an edit", () => {
  it("names the target in force on the day it takes effect, before and after", () => {
    const applied = (edit: GoalEdit, before: typeof goal | null = goal) =>
      applyEdit({ goal: before, key, edit, today });

    expect([
      applied(set(450)),
      applied(set(450, "2025-11-15")),
      applied(set(20), null),
      applied({ kind: "archive" }),
      applied({ kind: "reactivate" }, { ...goal, active: false }),
      applied(set(20), { ...goal, active: false }),
    ]).toEqual([
      { kind: "set", since: "2025-10-10", from: 400, to: 450 },
      { kind: "set", since: "2025-11-15", from: 500, to: 450 },
      { kind: "set", since: "2025-10-10", from: null, to: 20 },
      { kind: "archive", since: "2025-10-10", from: 400, to: null },
      { kind: "reactivate", since: "2025-10-10", from: null, to: 400 },
      { kind: "set", since: "2025-10-10", from: null, to: 20 },
    ]);
  });
});
