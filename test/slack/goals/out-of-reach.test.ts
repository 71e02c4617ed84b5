import { byMetric } from "../../../src/goals/metric-goals";
import { pace } from "../../../src/goals/pace";
import { isOutOfReach } from "../../../src/goals/status";
import { paceLines } from "../../../src/slack/goals/pace-view";
import { planInWords } from "../../../src/slack/goals/plan-view";
import { teamGoalsPage } from "../../../src/slack/goals/team/team";
import { teamGoalsMessage } from "../../../src/slack/goals/team/team-view";
import { day } from "../../../src/time/day";
import { anOverview, CALLS, SALES } from "../../support/builders/overviews";
import { READING } from "../../support/harness/home";
import { lines } from "../../support/harness/slack-blocks";

const LATE = { done: 20, today: true, after: 1, over: false };

/** A goal on the last but one of 22 counted days. */
function lateGoal(figures: { readonly target: number; readonly current: number }) {
  const paced = pace({ ...figures, before: figures.current, days: LATE });
  return { ...SALES, period: "monthly" as const, ...figures, pace: paced };
}

describe("a goal of somebody that is out of reach", () => {
  it("says so in the preview of a change, in place of what a day would ask, as its row does", () => {
    const goal = lateGoal({ target: 100_000, current: 2_375 });

    expect(paceLines(goal)).toEqual([
      "$48,813 today ($97,625 over 2 working days, rounded up)",
      "$97,625 to go, 1 working day after today: out of reach at this rate",
    ]);
    const last = { ...goal, pace: { ...goal.pace, afterToday: null } };
    expect(paceLines(last).at(-1)).toBe("out of reach at this rate");
  });

  it("stands behind what else is behind, as in the day's plan", () => {
    const late = lateGoal({ target: 100_000, current: 2_375 });
    const behind = { ...CALLS, current: 300, pace: pace({ target: 400, before: 300, current: 300, days: LATE }) };
    const fine = { ...CALLS, type: "email_quantity" as const };
    const reached = { ...fine, pace: pace({ target: 400, before: 400, current: 400, days: LATE }) };

    expect(planInWords([late, behind], { ended: false })).toBe("Today: 50 calls · $48,813 wholesale (out of reach)");
    expect(byMetric([late, behind, reached]).map(({ type }) => type)).toEqual([
      ...["phone_call_quantity", "new_sales_wholesale", "email_quantity"],
    ]);
  });

  it("is none where one deal a day, or fewer, is missing", () => {
    expect([lateGoal({ target: 3, current: 1 }), lateGoal({ target: 4, current: 1 })].map(isOutOfReach)).toEqual([
      ...[false, true],
    ]);
    expect(isOutOfReach(lateGoal({ target: 2.5, current: 0.7 }))).toBe(false);
  });

  it("says so to their manager beside today's amount", () => {
    const goal = lateGoal({ target: 100_000, current: 2_375 });
    const team = {
      today: day("2026-10-28"),
      team: [],
      members: [{ userId: "U0", overview: anOverview({ goals: [goal] }) }],
    };
    const page = teamGoalsPage(team, {
      names: new Map([["U0", "Zoe"]]),
      page: 0,
      state: { freshness: [], first: null, ...READING },
    });

    expect(lines(teamGoalsMessage(page).blocks)).toContainEqual(
      expect.stringMatching(/^🔴 Wholesale · .+ · \$0 of \$48,813 today \(out of reach\)$/),
    );
  });
});
