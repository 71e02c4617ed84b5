import type { GoalLine } from "../../../src/goals/overview";
import { pace } from "../../../src/goals/pace";
import { goalRows, shortRows } from "../../../src/slack/digests/goal-rows-view";
import { NO_MARK } from "../../../src/slack/ui/stale-marks";
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
      "• *Calls*: 400 this week, 1,500 this month",
      "• *Emails*: 400 this month",
    ]);
    const daily = (target: number): GoalLine => ({ ...start, goalId: "d", period: "daily", target });
    expect(shown([start, daily(80)])[1]).toBe("• *Calls*: 80 a day, 400 this week");
    expect(shown([start, daily(20)])[1]).toBe("• *Calls*: 20 a day, 400 this week");
    const included = { ...daily(20), pace: pace({ ...progress, target: 20, days: { ...progress.days, after: 0 } }) };
    expect(shown([start, included])[1]).toBe(
      "• *Calls*: 400 this week; today's 80: daily goal of 20, plus 60 for the week",
    );
    // What is not whole would not add up as it is shown.
    const uneven = { ...included, target: 20.5 };
    expect(shown([start, uneven])[1]).toBe("• *Calls*: 400 this week; daily goal of 20.5 included in today's 80");
    expect(shown([start, { ...month, current: -5 }]).join("\n")).toContain("*-5 of 400*");
    expect(shown([start, CALLS]).join("\n")).not.toContain("everything starts");
    expect(shown([start, month], day("2026-10-27")).join("\n")).not.toContain("everything starts");
  });

  it("have a row a metric, those behind first, and one line where all of it is reached", () => {
    const reached = { ...CALLS, goalId: "m", period: "monthly", current: 110, target: 110 } as const;
    const done = {
      ...reached,
      pace: { ...CALLS.pace, verdict: "reached", remaining: 0, today: null, afterToday: null },
    } as const;

    const emails = { ...done, type: "email_quantity", title: "Emails" } as const;
    expect(shown([CALLS, done, emails])).toEqual([
      "*Calls*: ▰▱▱▱▱ *12 of 121 today*",
      "🔴 Week: *51 of 400*, behind by 109; if nothing more today: 175 a day",
      "✅ Month: 110 of 110, reached",
      "✅ *Emails*: 110 of 110 this month, reached",
    ]);
    expect(goalRows({ goals: [CALLS, emails], today: CALLS.from }, NO_MARK)).toMatchObject([
      { text: { text: expect.stringContaining("behind") } },
      { text: { text: expect.stringContaining("reached") } },
    ]);
  });

  it("say in a line a metric, where there is no room for more, what today asks beside the goal that asks the most", () => {
    const short = (goals: readonly GoalLine[]) => lines(shortRows({ goals, today: CALLS.from }, NO_MARK));
    const small = { ...CALLS, goalId: "s", period: "monthly", target: 60, coveredBy: 121 } as const;
    const onPace = (goal: GoalLine): GoalLine => ({ ...goal, pace: { ...goal.pace, verdict: "on-pace" } });
    const less = { ...small.pace, today: small.pace.today && { ...small.pace.today, target: 20 } };

    const done = { done: 0, today: true, after: 0, over: false };
    const daily = (current: number): GoalLine => ({
      ...{ ...CALLS, goalId: "d", period: "daily", target: 20, current },
      pace: pace({ target: 20, before: 0, current, days: done }),
    });
    expect([12, 20].flatMap((current) => short([CALLS, daily(current)]))).toEqual([
      "🔴 *Calls*: 51 of 400 this week, behind by 109; 12 of 121 today; if nothing more today: 175 a day; today's 121: daily goal of 20, plus 101 for the week",
      "🔴 *Calls*: 51 of 400 this week, behind by 109; 12 of 121 today; if nothing more today: 175 a day; ✅ daily goal of 20 reached",
    ]);
    expect(short([onPace(CALLS), onPace({ ...small, pace: less })])).toEqual([
      "🟢 *Calls*: 51 of 60 this month, on pace; 51 of 400 this week, on pace; 12 of 121 today; if nothing more today: 175 a day",
    ]);
  });
});
