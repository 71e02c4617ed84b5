import { currentGoals, overviewOf } from "../../src/goals/figures";
import type { Overview } from "../../src/goals/overview";
import { pace } from "../../src/goals/pace";
import { goalSum } from "../../src/goals/range-sums";
import { EVERYONE } from "../../src/people/permissions";
import { day } from "../../src/time/day";
import type { ReaderDay } from "../../src/time/reader-day";
import type { WorkSchedule } from "../../src/time/work-schedule";
import { PLAIN_CALENDAR } from "../support/builders/calendars";
import { someFigures } from "../support/builders/goal-figures";
import { aGoal, type Figure } from "../support/builders/goals";

const today = day("2025-10-10");
const calendar = PLAIN_CALENDAR;

describe("goals in force", () => {
  it("are the active ones whose first target does not lie ahead", () => {
    const goals = [
      aGoal("now"),
      aGoal("inactive", { active: false }),
      aGoal("future", { targets: [{ from: day("2025-10-11"), target: 1 }] }),
      aGoal("within-the-month", { targets: [{ from: today, target: 1 }] }),
      aGoal("since-today", { period: "daily", targets: [{ from: today, target: 1 }] }),
    ];

    expect(currentGoals(goals, today).map(({ _id }) => _id)).toEqual(["now", "since-today"]);
  });
});

describe("what a goal has come to in a range", () => {
  const range = { from: day("2025-10-06"), to: day("2025-10-12") };
  const sums = {
    ranges: [{ from: today, to: today }, range],
    rows: [
      { userId: "U01", type: "email_quantity", sums: [1, 10] },
      { userId: "U02", type: "email_quantity", sums: [2, 20] },
      { userId: "U01", type: "talk_time_minutes", sums: [0.1, 0.2] },
      { userId: "U02", type: "talk_time_minutes", sums: [0.2, 0.1] },
    ],
  } as const;

  it("is its person's sum", () => {
    expect(goalSum(aGoal("g"), { range, sums })).toBe(10);
    expect(goalSum(aGoal("g"), { range: { from: today, to: today }, sums })).toBe(1);
  });

  it("is everybody's sum for a goal of Everyone, rounded to two decimals", () => {
    expect(goalSum(aGoal("g", { team: EVERYONE }), { range, sums })).toBe(30);
    expect(goalSum(aGoal("g", { team: EVERYONE, type: "talk_time_minutes" }), { range, sums })).toBe(0.3);
  });

  it("is 0 where there is nothing, and of no day", () => {
    expect(goalSum(aGoal("g", { userId: "U03" }), { range, sums })).toBe(0);
    expect(goalSum(aGoal("g", { type: "phone_call_quantity" }), { range, sums })).toBe(0);
    expect(goalSum(aGoal("g"), { range: { from: range.to, to: range.from }, sums })).toBe(0);
  });

  it("is refused rather than 0 where the sums were not read for it", () => {
    expect(() => goalSum(aGoal("g"), { range: { ...range, to: today }, sums })).toThrow(RangeError);
  });
});

/** Figures of U01 on a day. */
function overview({
  schedule,
  day: seen = { today, ended: false },
  ...given
}: Partial<Parameters<typeof someFigures>[0]> & {
  readonly schedule?: WorkSchedule;
  readonly day?: ReaderDay;
}): Overview {
  const member = { _id: "U01", ...(schedule === undefined ? {} : { schedule }) };
  return overviewOf(member, { figures: someFigures({ today, ...given }), day: seen });
}

describe("a person's figures", () => {
  it("are a glance at each metric with figures or goals, and the goals in force, in the order of the table", () => {
    const goals = [
      aGoal("c", { type: "new_sales_wholesale", period: "daily", targets: [{ from: today, target: 10.5 }] }),
      aGoal("b"),
      aGoal("a", { period: "weekly", targets: [{ from: day("2025-10-06"), target: 90 }] }),
      aGoal("z", { active: false, type: "talk_time_minutes" }),
    ];
    const figures: readonly Figure[] = [
      { userId: "U01", type: "phone_call_quantity", before: 0, value: 3 },
      { userId: "U01", type: "phone_call_quantity", before: 1, value: 1 },
      { userId: "U01", type: "phone_call_quantity", before: 9, value: 1 },
      { userId: "U01", type: "email_quantity", before: 0, value: 1 },
      { userId: "U01", type: "email_quantity", before: 4, value: 9 },
      { userId: "U01", type: "email_quantity", before: 5, value: 41 },
      { userId: "U02", type: "email_quantity", before: 0, value: 900 },
    ];

    expect(overview({ goals, figures })).toEqual({
      today,
      starting: [],
      ended: false,
      glance: [
        { type: "new_sales_wholesale", title: "Wholesale sales", unit: "dollars", today: 0, week: 0, month: 0 },
        { type: "phone_call_quantity", title: "Calls", unit: "count", today: 3, week: 4, month: 5 },
        { type: "email_quantity", title: "Emails", unit: "count", today: 1, week: 10, month: 51 },
      ],
      goals: [
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
          pace: pace({ target: 10.5, before: 0, current: 0, days: { done: 0, today: true, after: 0, over: false } }),
          paceDays: "working",
        },
        {
          goalId: "a",
          type: "email_quantity",
          title: "Emails",
          unit: "count",
          period: "weekly",
          from: "2025-10-06",
          to: "2025-10-12",
          current: 10,
          target: 90,
          pace: pace({ target: 90, before: 9, current: 10, days: { done: 4, today: true, after: 0, over: false } }),
          paceDays: "working",
        },
        {
          goalId: "b",
          type: "email_quantity",
          title: "Emails",
          unit: "count",
          period: "monthly",
          from: "2025-10-01",
          to: "2025-10-31",
          current: 51,
          target: 400,
          pace: pace({ target: 400, before: 50, current: 51, days: { done: 7, today: true, after: 15, over: false } }),
          paceDays: "working",
          // The week asks for 81 today, the month for 22.
          coveredBy: 81,
        },
      ],
    });
  });

  it("are measured against the days that their own schedule and the team's calendar count", () => {
    const goals = [aGoal("g"), aGoal("h", { userId: "U02", type: "phone_call_quantity" })];
    const figures: readonly Figure[] = [{ userId: "U01", type: "email_quantity", before: 1, value: 51 }];
    const schedule = { timeOff: [{ from: day("2025-10-20"), to: day("2025-10-24") }] };
    const own = { ...calendar, holidays: new Set([day("2025-10-13")]) };

    const working = overview({ goals, figures, schedule, calendar: own });
    const everyDay = overview({ goals, figures, schedule, calendar: { ...own, paceDays: "calendar" } });

    expect(working.goals.map(({ pace: { afterToday } }) => afterToday)).toEqual([
      { remaining: 349, days: 9, perDay: 39, rounded: true },
    ]);
    expect(everyDay.goals.map(({ pace: { afterToday } }) => afterToday)).toEqual([
      { remaining: 349, days: 21, perDay: 17, rounded: true },
    ]);
  });

  it("go by the day on their own clock: its periods, its targets and what came before it", () => {
    const goals = [
      aGoal("m"),
      aGoal("d", { period: "daily", targets: [{ from: day("2025-10-11"), target: 20 }] }),
      aGoal("w", { period: "weekly", targets: [{ from: day("2025-09-01"), target: 100 }] }),
    ];
    const figures: readonly Figure[] = [
      { userId: "U01", type: "email_quantity", before: 0, value: 4 },
      { userId: "U01", type: "email_quantity", before: 1, value: 7 },
    ];
    const seen = (given: ReaderDay) =>
      overview({ goals, figures, day: given }).goals.map(({ goalId, from, current, pace: { today: asked } }) => {
        return [goalId, from, current, asked?.done ?? null];
      });

    expect(seen({ today: day("2025-10-11"), ended: false })).toEqual([
      ["d", "2025-10-11", 0, null],
      ["w", "2025-10-06", 11, null],
      ["m", "2025-10-01", 11, null],
    ]);
    expect(seen({ today: day("2025-10-10"), ended: false })).toEqual([
      ["w", "2025-10-06", 11, 4],
      ["m", "2025-10-01", 11, 4],
    ]);
    expect(seen({ today: day("2025-10-09"), ended: true })).toEqual([
      ["w", "2025-10-06", 11, null],
      ["m", "2025-10-01", 11, null],
    ]);
  });

  it("are empty for somebody with neither figures nor goals", () => {
    expect(overview({})).toEqual({ today, ended: false, glance: [], goals: [], starting: [] });
  });
});
