import { currentGoals, currentOf, overviewOf } from "../../src/goals/figures";
import { day } from "../../src/metrics/day";
import { aGoal } from "./goals";

const today = day("2025-10-10");

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

    expect(overviewOf("U01", { today, goals, sums })).toEqual({
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
        },
      ],
    });
  });

  it("are empty for somebody with neither figures nor goals", () => {
    expect(overviewOf("U01", { today, goals: [], sums: [] })).toEqual({ today, glance: [], goals: [] });
  });
});
