import { type DigestInput, digest, digestRanges } from "../../../src/digests/content/digest";
import type { Goal } from "../../../src/goals/goal";
import type { GoalLine } from "../../../src/goals/overview";
import { pace } from "../../../src/goals/pace";
import { day } from "../../../src/time/day";
import { CALLS, SALES } from "../../support/builders/overviews";

const THURSDAY = day("2026-10-29");
const WEDNESDAY = { from: day("2026-10-28"), to: day("2026-10-28") };
const WEEKEND = { from: day("2026-10-30"), to: day("2026-11-01") };

const aGoal = (fields: Partial<Goal>): Goal => ({
  ...{ _id: "g", userId: "U01", type: "phone_call_quantity", period: "daily", current: 0, active: true },
  targets: [{ from: day("2026-01-01"), target: 10 }],
  ...fields,
});

const of = (fields: Partial<DigestInput>) =>
  digest({
    day: THURSDAY,
    yesterday: WEDNESDAY,
    lines: [],
    goals: [],
    sum: () => 0,
    reported: [],
    teamZone: null,
    ...fields,
  });

describe("a digest", () => {
  it("says what is behind first, and what is reached last", () => {
    const onPace: GoalLine = {
      ...CALLS,
      goalId: "g0",
      pace: pace({ target: 400, current: 160, today: 0, days: { done: 2, today: true, after: 2, over: false } }),
    };

    const { goals } = of({ lines: [SALES, onPace, CALLS] });

    expect(goals.map(({ pace: { verdict } }) => verdict)).toEqual(["behind", "on-pace", "reached"]);
  });

  it("tells yesterday's figure of each metric with a goal, once", () => {
    const sum: DigestInput["sum"] = (type) => (type === "phone_call_quantity" ? 14 : 0);

    const { yesterday } = of({ lines: [CALLS, { ...CALLS, goalId: "g5", period: "monthly" }, SALES], sum });

    expect(yesterday.figures).toEqual([
      { title: "Calls", unit: "count", value: 14 },
      { title: "Wholesale sales", unit: "dollars", value: 0 },
    ]);
  });

  it("corrects what was told otherwise, once, and tells what it told", () => {
    const type = "phone_call_quantity" as const;
    const monday = { from: day("2026-10-26"), to: day("2026-10-26") };
    const tuesday = { from: day("2026-10-27"), to: day("2026-10-27") };
    const reported = [
      { type, ...monday, value: 50 },
      { type, ...tuesday, value: 41 },
      { type, ...monday, value: 48 },
      { type: "email_quantity" as const, ...tuesday, value: 9 },
    ];
    const now = new Map([
      ["2026-10-26", 48.000000001],
      ["2026-10-27", 39],
      ["2026-10-28", 14],
    ]);

    const made = of({ lines: [CALLS], reported, sum: (_type, { from }) => now.get(from) ?? 0 });

    expect(made.corrections).toEqual([{ type, title: "Calls", unit: "count", ...tuesday, reported: 41, now: 39 }]);
    expect(made.reported).toEqual([
      { type, ...WEDNESDAY, value: 14 },
      { type, ...tuesday, value: 39 },
    ]);
  });

  it("praises what was reached yesterday, by the target of that day", () => {
    const targets = [
      { from: day("2026-01-01"), target: 10 },
      { from: THURSDAY, target: 99 },
    ];

    expect(of({ goals: [aGoal({ targets })], sum: () => 10 }).praise).toMatchObject({
      value: 10,
      target: 10,
      ...WEDNESDAY,
    });
    expect(of({ goals: [aGoal({ targets })], sum: () => 9 }).praise).toBeNull();
  });

  it("praises the longest period that ended, before a day", () => {
    const goals = [aGoal({}), aGoal({ _id: "w", period: "weekly" }), aGoal({ _id: "m", period: "monthly" })];

    const { praise } = of({ day: day("2026-11-02"), yesterday: WEEKEND, goals, sum: () => 30 });

    expect(praise).toMatchObject({ period: "monthly", from: "2026-10-01", to: "2026-10-31" });
  });

  it("praises a goal that is reached and goes on, where nothing ended well", () => {
    expect(of({ lines: [CALLS, SALES] }).praise).toMatchObject({
      title: "Wholesale sales",
      value: 9120.5,
      target: 9000,
    });
    expect(of({ lines: [CALLS] }).praise).toBeNull();
  });

  it("needs the sums of yesterday and of the periods that ended in it", () => {
    expect(digestRanges(WEDNESDAY)).toEqual([WEDNESDAY, WEDNESDAY]);
    expect(digestRanges(WEEKEND)).toEqual([
      WEEKEND,
      { from: "2026-10-01", to: "2026-10-31" },
      { from: "2026-10-26", to: "2026-11-01" },
      { from: "2026-10-30", to: "2026-10-30" },
    ]);
  });
});
