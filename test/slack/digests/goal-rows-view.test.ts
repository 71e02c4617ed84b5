import type { GoalLine } from "../../../src/goals/overview";
import { pace } from "../../../src/goals/pace";
import { goalRows } from "../../../src/slack/digests/goal-rows-view";
import { NO_MARK } from "../../../src/slack/ui/freshness";
import { day } from "../../../src/time/day";
import { CALLS } from "../../support/builders/overviews";
import { lines } from "../../support/harness/slack-blocks";

const shown = (goals: readonly GoalLine[], today = CALLS.from) => lines(goalRows({ goals, today }, NO_MARK));

describe("the goals of a digest", () => {
  it("say once that everything starts at 0, where it does, and of no goal that it is not started", () => {
    const progress = { target: 400, before: 0, current: 0, days: { done: 0, today: true, after: 4, over: false } };
    const start = { ...CALLS, target: 400, current: 0, pace: pace(progress) };
    const month = { ...start, goalId: "m", period: "monthly", type: "email_quantity", title: "Emails" } as const;

    const calls = { ...start, goalId: "n", period: "monthly", target: 1_500, coveredBy: 80 } as const;

    expect(shown([start, calls, month])).toEqual([
      "⚪ New week and month: everything starts at 0",
      "• *Calls*: 0 of 400 this week, 0 of 1,500 this month · 80 today, or 100 a day after",
      "• *Emails*: 0 of 400 this month · 80 today, or 100 a day after",
    ]);
    expect(shown([start, CALLS]).join("\n")).not.toContain("everything starts");
    expect(shown([start, month], day("2026-10-27")).join("\n")).not.toContain("everything starts");
  });

  it("have a line each, those behind first, and say what today asks beside the goal of a metric that asks the most", () => {
    const reached = { ...CALLS, goalId: "m", period: "monthly", current: 110, target: 110 } as const;
    const done = {
      ...reached,
      pace: { ...CALLS.pace, verdict: "reached", remaining: 0, today: null, afterToday: null },
    } as const;
    const small = { ...CALLS, goalId: "s", period: "monthly", target: 60, coveredBy: 121 } as const;

    expect(shown([done, CALLS])).toEqual([
      "🔴 *Calls*: 51 of 400 this week, behind by 109",
      "12 of 121 today, or 175 a day after",
      "✅ *Calls*: 110 of 110 this month, reached",
    ]);
    const onPace = (goal: GoalLine): GoalLine => ({ ...goal, pace: { ...goal.pace, verdict: "on-pace" } });
    const less = { ...small.pace, today: small.pace.today && { ...small.pace.today, target: 20 } };
    expect(shown([onPace(CALLS), onPace({ ...small, pace: less })])).toEqual([
      "🟢 *Calls*: 51 of 400 this week, on pace · 12 of 121 today, or 175 a day after",
      "🟢 *Calls*: 51 of 60 this month, on pace",
    ]);
    expect(shown([onPace({ ...small, pace: less }), onPace(CALLS)])[0]).toBe(
      "🟢 *Calls*: 51 of 60 this month, on pace",
    );
  });
});
