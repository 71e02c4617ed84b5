import type { GoalEdit, GoalKey } from "../../src/goals/edit";
import { editPreview } from "../../src/goals/preview";
import { day } from "../../src/time/day";
import { someFigures } from "../support/builders/goal-figures";
import { aGoal } from "../support/builders/goals";

const today = day("2025-10-10");
const key: GoalKey = { userId: "U01", type: "email_quantity", period: "monthly" };
const figures = someFigures({ today, figures: [{ userId: "U01", type: "email_quantity", before: 1, value: 112 }] });

describe("the preview of an edit", () => {
  it("shows the goal before and after: a lower target takes somebody from 92 % to 102 % of pace", () => {
    const edit: GoalEdit = { kind: "set", target: 360, from: today };

    const { before, after, change } = editPreview({ goal: aGoal("g"), key, edit }, { member: {}, figures });

    const reported = [before, after].map((line) => [
      line?.target,
      line?.current,
      Math.round((line?.pace.share ?? 0) * 100),
    ]);
    expect(reported).toEqual([
      [400, 112, 92],
      [360, 112, 102],
    ]);
    expect(change).toEqual({ kind: "set", since: today, from: 400, to: 360 });
  });

  it("has nothing before a goal is made, nothing after it is archived, and no change today of a later target", () => {
    const later: GoalEdit = { kind: "set", target: 360, from: day("2025-11-01") };
    const made = editPreview({ goal: null, key, edit: { ...later, from: today } }, { member: {}, figures });
    const archived = editPreview({ goal: aGoal("g"), key, edit: { kind: "archive" } }, { member: {}, figures });
    const planned = editPreview({ goal: aGoal("g"), key, edit: later }, { member: {}, figures });
    const begun = editPreview({ goal: null, key, edit: later }, { member: {}, figures });

    expect([made.before, made.after?.target, archived.before?.target, archived.after]).toEqual([null, 360, 400, null]);
    expect(planned.after).toEqual(planned.before);
    expect([begun.before, begun.after]).toEqual([null, null]);
  });

  it("counts the days of whose goal it is, and the team's for the team's", () => {
    const schedule = { timeOff: [{ from: day("2025-10-20"), to: day("2025-10-24") }] };
    const edit: GoalEdit = { kind: "set", target: 360, from: today };
    const team: GoalKey = { team: "sales", type: "email_quantity", period: "monthly" };

    const own = editPreview({ goal: null, key, edit }, { member: { schedule }, figures });
    const all = editPreview({ goal: null, key: team, edit }, { member: { schedule }, figures });

    expect([own.after?.pace.daysLeft, all.after?.pace.daysLeft]).toEqual([11, 16]);
  });
});
