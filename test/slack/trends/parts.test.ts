import { pace } from "../../../src/goals/pace";
import { day } from "../../../src/time/day";
import { CALLS } from "../../support/builders/overviews";
import { trendOf } from "../../support/harness/trends/trend-message";

/** A month's goal as Home has it on Oct 28. */
const MONTH = { ...CALLS, period: "monthly", from: day("2026-10-01"), to: day("2026-10-31") } as const;

describe("a trend beside which there is a daily goal", () => {
  const days = { done: 20, today: true, after: 1, over: false };
  const month = { ...MONTH, target: 60, current: 48, pace: pace({ target: 60, before: 46, current: 48, days }) };
  const of = (target: number) => {
    const asked = pace({ target, before: 0, current: 2, days: { done: 0, today: true, after: 0, over: false } });
    const today = { from: day("2026-10-28"), to: day("2026-10-28"), target, current: 2, pace: asked };
    const running = [month, { ...CALLS, goalId: "daily", period: "daily" as const, ...today }];
    return trendOf({ count: 28, period: "monthly", target: 60, daily: target, types: [CALLS.type], running }).text;
  };

  it("says nothing of it where today asks for more than it, so that the day has one number, and how it stands where it asks the most", () => {
    expect(of(3)).toMatch(/2 of 7 today/);
    expect(of(3)).not.toMatch(/Today: /);
    expect(of(9)).toMatch(/Today: \S+ 2 of 9/);
  });
});

describe("a trend of a part of the goal's period that goes on", () => {
  const figures = [{ userId: "U01", type: CALLS.type, before: 2, value: 39 }] as const;
  const of = (count: number) =>
    trendOf({ count, period: "monthly", target: 440, types: [CALLS.type], figures, running: [MONTH] }).text;

  it("is titled with what these days brought, as its points are, and says beside it how the goal stands", () => {
    // Four working days of October's 22 have ended, at 20 a day.
    expect(of(7)).toMatch(
      /^Calls: 39 of 80 by Tue, Oct 27, 41 behind pace\. .*This month: 🔴 51 of 400, behind by 109/,
    );
    expect(of(7)).toMatch(/so far: 39 of 100\.$/);
    expect(of(1)).toMatch(/^Calls: 0 today so far\. .*This month: 🔴 51 of 400, behind by 109/);
    expect(of(28)).toMatch(/^🔴 Calls: 51 of 400 this month, behind by 109\./);
  });
});
