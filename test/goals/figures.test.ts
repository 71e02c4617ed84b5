import { currentGoals, currentOf, overviewOf } from "../../src/goals/figures";
import { pace } from "../../src/goals/pace";
import { day } from "../../src/time/day";
import { PLAIN_CALENDAR } from "../support/builders/calendars";
import { aGoal } from "../support/builders/goals";

const today = day("2025-10-10");
const calendar = PLAIN_CALENDAR;

describe("goals in force", () => {
  it("are the active ones whose first target does not lie ahead", () => {
    const goals = [
      aGoal("now"),
      aGoal("inactive", { active: false }),
      aGoal("future", { targets: [{ from: day("2025-10-11"), target: 1 }] }),
      aGoal("since-today", { targets: [{ from: today, target: 1 }] }),
    ];

    expect(currentGoals(goals, today).map(({ _id }) => _id)).toEqual(["now", "since-today"]);
  });
});

describe("what a goal has come to", () => {
  const sums = [
    { userId: "U01", type: "email_quantity", sums: [1, 10, 100] },
    { userId: "U02", type: "email_quantity", sums: [2, 20, 200] },
    { userId: "U01", type: "talk_time_minutes", sums: [0.1, 0.2, 0.3] },
    { userId: "U02", type: "talk_time_minutes", sums: [0.2, 0.1, 0.33] },
  ] as const;

  it.each([
    ["daily", 1],
    ["weekly", 10],
    ["monthly", 100],
  ] as const)("is its person's sum of the %s period", (period, current) => {
    expect(currentOf(aGoal("g", { period }), sums)).toBe(current);
  });

  it("is everybody's sum for a team goal, rounded to two decimals", () => {
    expect(currentOf(aGoal("g", { team: "all", period: "weekly" }), sums)).toBe(30);
    expect(currentOf(aGoal("g", { team: "all", type: "talk_time_minutes", period: "daily" }), sums)).toBe(0.3);
  });

  it("is 0 where there is nothing", () => {
    expect(currentOf(aGoal("g", { userId: "U03" }), sums)).toBe(0);
    expect(currentOf(aGoal("g", { type: "phone_call_quantity" }), sums)).toBe(0);
  });
});

describe("a person's figures", () => {
  it("are a glance at each metric with figures or goals, and the goals in force, in the order of the table", () => {
    const goals = [
      aGoal("c", { type: "new_sales_wholesale", period: "daily", targets: [{ from: today, target: 10.5 }] }),
      aGoal("b"),
      aGoal("a", { period: "weekly", targets: [{ from: today, target: 90 }] }),
      aGoal("z", { active: false, type: "talk_time_minutes" }),
    ];
    const sums = [
      { userId: "U01", type: "phone_call_quantity", sums: [3, 4, 5] },
      { userId: "U01", type: "email_quantity", sums: [1, 10, 51] },
      { userId: "U02", type: "email_quantity", sums: [900, 900, 900] },
    ] as const;

    expect(overviewOf({ _id: "U01" }, { today, goals, sums, calendar })).toEqual({
      today,
      glance: [
        { type: "email_quantity", title: "E-mails", unit: "count", today: 1, week: 10, month: 51 },
        { type: "phone_call_quantity", title: "Calls", unit: "count", today: 3, week: 4, month: 5 },
        { type: "new_sales_wholesale", title: "Wholesale sales", unit: "dollars", today: 0, week: 0, month: 0 },
      ],
      goals: [
        {
          goalId: "a",
          type: "email_quantity",
          title: "E-mails",
          unit: "count",
          period: "weekly",
          from: "2025-10-06",
          to: "2025-10-12",
          current: 10,
          target: 90,
          pace: pace({ target: 90, current: 10, today: 1, days: { done: 4, today: true, after: 0, over: false } }),
          paceDays: "working",
        },
        {
          goalId: "b",
          type: "email_quantity",
          title: "E-mails",
          unit: "count",
          period: "monthly",
          from: "2025-10-01",
          to: "2025-10-31",
          current: 51,
          target: 400,
          pace: pace({ target: 400, current: 51, today: 1, days: { done: 7, today: true, after: 15, over: false } }),
          paceDays: "working",
        },
        {
          goalId: "c",
          type: "new_sales_wholesale",
          title: "Wholesale sales",
          unit: "dollars",
          period: "daily",
          from: "2025-10-10",
          to: "2025-10-10",
          current: 0,
          target: 10.5,
          pace: pace({ target: 10.5, current: 0, today: 0, days: { done: 0, today: true, after: 0, over: false } }),
          paceDays: "working",
        },
      ],
    });
  });

  it("are measured against the days that their own schedule and the team's calendar count", () => {
    const goals = [aGoal("g"), aGoal("h", { userId: "U02", type: "phone_call_quantity" })];
    const sums = [{ userId: "U01", type: "email_quantity", sums: [1, 10, 51] }] as const;
    const schedule = { timeOff: [{ from: day("2025-10-20"), to: day("2025-10-24") }] };
    const figures = { today, goals, sums, calendar: { ...calendar, holidays: new Set([day("2025-10-13")]) } };

    const working = overviewOf({ _id: "U01", schedule }, figures);
    const everyDay = overviewOf(
      { _id: "U01", schedule },
      { ...figures, calendar: { ...calendar, paceDays: "calendar" } },
    );

    expect(working.goals.map((line) => line.pace.sum)).toEqual([{ remaining: 349, daysLeft: 9, perDay: 39 }]);
    expect(everyDay.goals.map((line) => line.pace.sum)).toEqual([{ remaining: 349, daysLeft: 21, perDay: 17 }]);
  });

  it("are empty for somebody with neither figures nor goals", () => {
    expect(overviewOf({ _id: "U01" }, { today, goals: [], sums: [], calendar })).toEqual({
      today,
      glance: [],
      goals: [],
    });
  });
});
