import { byMetric, dayPlan, withCovers } from "../../../src/goals/metric-goals";
import type { GoalLine } from "../../../src/goals/overview";
import { pace } from "../../../src/goals/pace";
import { isOutOfReach } from "../../../src/goals/status";
import { metricRow } from "../../../src/slack/goals/metric-row-view";
import { needInWords, paceLines } from "../../../src/slack/goals/pace-view";
import { ownNeedToday, planInWords, theirToday } from "../../../src/slack/goals/plan-view";
import { teamGoalsPage } from "../../../src/slack/goals/team/team";
import { teamGoalsShown } from "../../../src/slack/goals/team/team-table";
import { teamGoalsMessage } from "../../../src/slack/goals/team/team-view";
import { NO_MARK } from "../../../src/slack/ui/stale-marks";
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

    expect(paceLines(goal)).toEqual(["$97,625 to go, 1 working day after today: out of reach at this rate"]);
    const last = { ...goal, pace: { ...goal.pace, afterToday: null } };
    expect(paceLines(last).at(-1)).toBe("out of reach at this rate");
  });

  it("stands behind what else is behind, as in the day's plan", () => {
    const late = lateGoal({ target: 100_000, current: 2_375 });
    const behind = { ...CALLS, current: 300, pace: pace({ target: 400, before: 300, current: 300, days: LATE }) };
    const fine = { ...CALLS, type: "email_quantity" as const };
    const reached = { ...fine, pace: pace({ target: 400, before: 400, current: 400, days: LATE }) };

    expect(planInWords([late, behind], { ended: false })).toBe("To do today: 50 calls");
    expect(byMetric([late, behind, reached]).map(({ type }) => type)).toEqual([
      ...["phone_call_quantity", "new_sales_wholesale", "email_quantity"],
    ]);
  });

  it("has no amount of today in its row, but that it's in no plan, where it is, and what was done today all the same", () => {
    const row = (goal: GoalLine) =>
      byMetric([goal]).map((metric) => metricRow(metric, NO_MARK).replaceAll("\u00a0", " "));
    const goal = lateGoal({ target: 100_000, current: 2_375 });

    expect(row(goal)).toEqual([
      "*Wholesale sales*: not in today's plan\n🔴 Month: *$2,375 of $100,000*, $97,625 to go, out of reach at this rate",
    ]);
    const sold = { ...goal, pace: pace({ ...goal, before: 1_375, days: LATE }) };
    expect(row(sold)).toEqual([
      "*Wholesale sales*: *$1,000 done today*, not in today's plan\n🔴 Month: *$2,375 of $100,000*, $97,625 to go, out of reach at this rate",
    ]);
    expect(needInWords(sold)).toBe("$1,000 done today, $97,625 to go, out of reach at this rate");
  });

  it("leaves today to the other goals of its metric, which can be reached", () => {
    const { type, title } = CALLS;
    const month: GoalLine = { ...lateGoal({ target: 400, current: 20 }), type, title, unit: "count" };
    const days = { done: 2, today: true, after: 2, over: false };
    const week: GoalLine = {
      ...CALLS,
      target: 30,
      current: 9,
      pace: pace({ target: 30, before: 9, current: 9, days }),
    };
    const goals = withCovers([week, month]);

    expect(goals.map(({ coveredBy }) => coveredBy)).toEqual([undefined, undefined]);
    expect(planInWords(goals, { ended: false })).toBe("To do today: 7 calls");
    expect(byMetric(goals).map((metric) => metricRow(metric, NO_MARK).replaceAll("\u00a0", " "))).toEqual([
      "*Calls*: *7 needed today*\n🔴 Week: *9 of 30*, behind by 3; if nothing today: 11 a day\n🔴 Month: *20 of 400*, 380 to go, out of reach at this rate",
    ]);
  });

  it("is named in the plan where there is nothing else to do", () => {
    const late = lateGoal({ target: 100_000, current: 2_375 });
    const done = { ...CALLS, current: 350, pace: pace({ target: 400, before: 300, current: 350, days: LATE }) };

    expect(planInWords([late], { ended: false })).toBe("Today: wholesale out of reach at this rate");
    expect(planInWords([late, done], { ended: false })).toBe(
      "Today: ✅ calls done · wholesale out of reach at this rate",
    );
    const theirs = { goals: [late], ended: false };
    expect([theirToday(theirs), ownNeedToday(theirs)]).toEqual([
      [],
      "For you today: wholesale out of reach at this rate",
    ]);
  });

  it("is none where one deal a day, or fewer, is missing", () => {
    expect([lateGoal({ target: 3, current: 1 }), lateGoal({ target: 4, current: 1 })].map(isOutOfReach)).toEqual([
      ...[false, true],
    ]);
    expect(isOutOfReach(lateGoal({ target: 2.5, current: 0.7 }))).toBe(false);
    // One good day brings a week's goal.
    expect(isOutOfReach({ ...lateGoal({ target: 4, current: 1 }), period: "weekly" })).toBe(false);
  });

  it("is judged by last night's figures: one call changes nothing of what today asks, nor do twenty", () => {
    const days = { done: 15, today: true, after: 4, over: false };
    const month = (done: number): GoalLine => {
      const current = 99 + done;
      const paced = pace({ target: 300, before: 99, current, days });
      return { ...CALLS, period: "monthly", target: 300, current, pace: paced };
    };
    const dones = [0, 1, 20, 50];

    expect(dones.map((done) => isOutOfReach(month(done)))).toEqual([true, true, true, false]);
    expect(dones.map((done) => planInWords([month(done)], { ended: false }))).toEqual([
      ...Array.from({ length: 3 }, () => "Today: calls out of reach at this rate"),
      "Today: all targets met",
    ]);
  });

  it("asks the same of a day whatever that brings, until the goal is reached", () => {
    const last = (target: number, before: number, done: number, daysDone: number) => {
      const current = before + done;
      const days = { done: daysDone, today: true, after: 0, over: false };
      return { target, current, pace: pace({ target, before, current, days }) };
    };
    const goals = (done: number): GoalLine[] => [
      { ...SALES, period: "weekly", ...last(10_000, 6_000, done, 4) },
      { ...SALES, period: "monthly", ...last(100_000, 20_000, done, 21) },
    ];
    const asked = [0, 3_000, 5_000, 60_000, 76_000, 80_000].map((done) =>
      dayPlan(goals(done)).map(({ target }) => target),
    );

    expect(asked).toEqual([[4_000], [4_000], [4_000], [4_000], [4_000], [80_000]]);
  });

  it("says so to their manager in place of today's amount, in the table in short, and above it beside its sum", () => {
    const goal = lateGoal({ target: 100_000, current: 2_375 });
    const team = {
      today: day("2026-10-28"),
      team: [],
      members: [{ userId: "U0", overview: anOverview({ goals: [goal] }) }],
    };
    const names = new Map([["U0", "Zoe"]]);
    const page = teamGoalsPage(team, {
      names,
      page: 0,
      state: { freshness: [], first: null, ...READING },
    });

    expect(lines(teamGoalsMessage(page).blocks)).toContainEqual(
      expect.stringMatching(/^🔴 Wholesale: .+ behind\* this month, out of reach at this rate$/),
    );
    const drawn = teamGoalsShown(page, { people: team.members, names });
    expect(lines(JSON.parse(JSON.stringify(drawn.blocks)))).toContain(
      "*Start with <@U0>*: behind by $88,535 wholesale (out of reach)",
    );
    expect(JSON.stringify(drawn.blocks)).toContain('"🔴\u00a0out of reach"');
  });

  it("calls what no day is left for short to their manager, above the table as below a name, since nobody catches it up", () => {
    const over = { done: 5, today: false, after: 0, over: false };
    const calls = { ...CALLS, current: 388, pace: pace({ target: 400, before: 388, current: 388, days: over }) };
    const sales = lateGoal({ target: 10_000, current: 8_000 });
    const team = { today: day("2026-10-31"), team: [] };
    const said = (goals: readonly GoalLine[]) => {
      const members = [{ userId: "U0", overview: anOverview({ ...team, goals }) }];
      const names = new Map([["U0", "Zoe"]]);
      const page = teamGoalsPage(
        { ...team, members },
        { names, page: 0, state: { freshness: [], first: null, ...READING } },
      );
      const drawn = teamGoalsShown(page, { people: members, names });
      return lines(JSON.parse(JSON.stringify(drawn.blocks))).find((line) => line.startsWith("*Start with"));
    };

    expect(said([calls])).toBe("*Start with <@U0>*: 12 calls short, out of time");
    expect(said([sales, calls])).toBe("*Start with <@U0>*: behind by $1,091 wholesale; 12 calls short, out of time");
  });
});
