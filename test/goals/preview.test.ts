import type { EditInput, GoalEdit, GoalKey } from "../../src/goals/edit";
import type { TeamMember } from "../../src/goals/overview";
import { planEdit } from "../../src/goals/plan-edit";
import { editPreview, targetClash } from "../../src/goals/preview";
import { day } from "../../src/time/day";
import { someFigures } from "../support/builders/goal-figures";
import { aGoal } from "../support/builders/goals";

const today = day("2025-10-10");
const month = day("2025-10-01");
const key: GoalKey = { userId: "U01", type: "email_quantity", period: "daily" };
const figures = someFigures({ today, figures: [{ userId: "U01", type: "email_quantity", before: 0, value: 112 }] });

function preview(edit: GoalEdit, given: Partial<EditInput> & { member?: Pick<TeamMember, "schedule"> } = {}) {
  const { member = {}, ...rest } = given;
  const input = { goal: aGoal("g", { period: "daily" }), key, edit, today, ...rest };
  const planned = planEdit(input);
  if (!planned.ok) throw new Error(planned.fault.message);
  return editPreview({ key: input.key, before: input.goal, planned }, { member, figures });
}

describe("the preview of an edit", () => {
  it("shows the goal before and after: a lower target is reached", () => {
    const { before, after, change } = preview({ kind: "set", target: 100, from: today });

    expect([before, after].map((line) => [line?.target, line?.current, line?.pace.verdict])).toEqual([
      [400, 112, "on-pace"],
      [100, 112, "reached"],
    ]);
    expect(change).toEqual({ kind: "set", since: today, from: 400, to: 100 });
  });

  it("has nothing before a goal is made, nothing after it is archived, and no change today of a later target", () => {
    const later: GoalEdit = { kind: "set", target: 360, from: day("2025-11-01") };
    const made = preview({ ...later, from: today }, { goal: null });
    const archived = preview({ kind: "archive" });
    const planned = preview(later);
    const begun = preview(later, { goal: null });

    expect([made.before, made.after?.target, archived.before?.target, archived.after]).toEqual([null, 360, 400, null]);
    expect(planned.after).toEqual(planned.before);
    expect([begun.before, begun.after]).toEqual([null, null]);
  });

  it("counts the days of whose goal it is, and the team's for the team's", () => {
    const member = { schedule: { timeOff: [{ from: day("2025-10-20"), to: day("2025-10-24") }] } };
    const edit: GoalEdit = { kind: "set", target: 360, from: month };

    const own = preview(edit, { member, goal: null, key: { ...key, period: "monthly" } });
    const team = { team: "everyone", type: "email_quantity", period: "monthly" } as const;
    const all = preview(edit, { member, goal: null, key: team });

    expect([own.after?.pace.daysLeft, all.after?.pace.daysLeft]).toEqual([11, 16]);
  });
});

describe("a week's and a month's target of one metric", () => {
  const goalOf = (
    period: "daily" | "weekly" | "monthly",
    target: number,
    fields: Partial<ReturnType<typeof aGoal>> = {},
  ) => aGoal(period, { period, targets: [{ from: day("2026-09-01"), target }], ...fields });
  const clash = (set: Parameters<typeof goalOf>, other: Parameters<typeof goalOf>, since = day("2026-11-02")) =>
    targetClash({ goal: goalOf(...set), since }, [goalOf(...other)]);

  const NOVEMBER = "2026-11-01";
  // It is a Sunday, four whole weeks and a Monday, so that six weeks have a day in it.
  it.each([
    [
      "weekly",
      60,
      "monthly",
      159,
      { weekly: 60, monthly: 159, month: NOVEMBER, more: "weekly", weeks: 4, tooMuch: true },
    ],
    // Half more, or less, may be a stretch.
    [
      "weekly",
      60,
      "monthly",
      160,
      { weekly: 60, monthly: 160, month: NOVEMBER, more: "weekly", weeks: 4, tooMuch: false },
    ],
    ["weekly", 60, "monthly", 240, null],
    [
      "monthly",
      159,
      "weekly",
      60,
      { weekly: 60, monthly: 159, month: NOVEMBER, more: "weekly", weeks: 4, tooMuch: true },
    ],
    [
      "monthly",
      541,
      "weekly",
      60,
      { weekly: 60, monthly: 541, month: NOVEMBER, more: "monthly", weeks: 6, tooMuch: true },
    ],
    [
      "monthly",
      540,
      "weekly",
      60,
      { weekly: 60, monthly: 540, month: NOVEMBER, more: "monthly", weeks: 6, tooMuch: false },
    ],
    ["monthly", 360, "weekly", 60, null],
    [
      "weekly",
      60,
      "monthly",
      541,
      { weekly: 60, monthly: 541, month: NOVEMBER, more: "monthly", weeks: 6, tooMuch: true },
    ],
    ["daily", 60, "monthly", 60, null],
    ["monthly", 60, "daily", 60, null],
    ["weekly", 60, "weekly", 1, null],
  ] as const)("of %s %d beside %s %d clash: %j", (period, target, other, its, found) => {
    expect(clash([period, target], [other, its])).toEqual(found);
  });

  it("are compared with what the same person or team has then, in the month that most of a week lies in", () => {
    const [set, much] = [
      ["weekly", 60],
      ["monthly", 90],
    ] as const;
    const from = (targets: readonly (readonly [string, number])[]) => ({
      targets: targets.map(([first, target]) => ({ from: day(first), target })),
    });

    expect(clash([...set], [...much])).not.toBeNull();
    expect(clash([...set], [...much, { active: false }])).toBeNull();
    expect(clash([...set], [...much, { userId: "U02" }])).toBeNull();
    expect(clash([...set], [...much, { type: "phone_call_quantity" }])).toBeNull();
    // Of October, in which the week of Oct 26 mostly lies, there is none; from November on there is.
    const begun = from([["2026-11-01", 90]]);
    expect(clash([...set], [...much, begun], day("2026-10-26"))).toBeNull();
    expect(clash([...set], [...much, begun])).not.toBeNull();
    // The week of Nov 30 lies mostly in December.
    expect(clash([...set], [...much, from([["2026-12-01", 90]])], day("2026-11-30"))).not.toBeNull();
    const goal = goalOf(...set);
    const both = [goalOf(...much, { active: false }), goalOf(...much)];
    expect(targetClash({ goal, since: day("2026-11-02") }, both)).not.toBeNull();
    // A week's target that is planned for the month counts, not the one before.
    const planned = from([
      ["2026-09-01", 60],
      ["2026-11-02", 20],
    ]);
    expect(clash([...much], ["weekly", 60, planned], day("2026-11-01"))).toBeNull();
  });
});
