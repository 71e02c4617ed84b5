import type { PaceDays, PeriodDays } from "../../../src/goals/calendar";
import type { GoalLine } from "../../../src/goals/overview";
import { pace } from "../../../src/goals/pace";
import { forecastLine, paceLine, shareOfPace, sumLine } from "../../../src/slack/goals/list-view";
import { day } from "../../../src/time/day";
import { CALLS, SALES } from "../../support/builders/overviews";

interface Given extends Partial<PeriodDays> {
  readonly target?: number;
  readonly current?: number;
}

/** A monthly goal of 400 with nothing done, on its tenth of 31 days. */
function aLine({ target = 400, current = 0, ...days }: Given, fields: Partial<GoalLine> = {}): GoalLine {
  const sofar = { target, current, today: 0, days: { done: 9, today: true, after: 21, over: false, ...days } };
  return {
    ...CALLS,
    period: "monthly",
    from: day("2025-10-01"),
    to: day("2025-10-31"),
    target,
    current,
    pace: pace(sofar),
    ...fields,
  };
}

describe("a goal's pace in words", () => {
  it.each<[string, GoalLine, string]>([
    ["behind", aLine({ current: 51 }), "🔴 behind · 349 to go, 21 working days left after today = 17 a day"],
    [
      "ahead",
      aLine({ current: 42_737, target: 100_000, done: 3 }, { unit: "dollars" }),
      "🟢 ahead · $57,263 to go, 21 working days left after today = $2,727 a day",
    ],
    [
      "on pace, a day before the last",
      aLine({ current: 380, done: 20, after: 1 }),
      "🔵 on pace · 20 to go, 1 working day left after today = 20 a day",
    ],
    [
      "on its last day",
      aLine({ current: 391.5, done: 20, after: 0 }, { unit: "minutes" }),
      "🔵 on pace · 8.5 min to go, today is the last working day = 9 min today",
    ],
    ["a daily one", aLine({ current: 10, done: 0, after: 0 }, { period: "daily" }), "🔵 on pace · 390 to go today"],
    ["reached", SALES, "🏆 reached"],
    [
      "with no day left",
      aLine({ current: 388, done: 22, today: false, after: 0 }),
      "⚫ no working day left: short by 12",
    ],
    ["missed", aLine({ current: 388, done: 22, today: false, after: 0, over: true }), "⚫ missed"],
    ["with nothing to work in", aLine({ done: 0, today: false, after: 0 }), "⚪ no working day in this period"],
  ])("is told with its sum, %s", (_, line, words) => {
    expect(paceLine(line)).toBe(words);
  });

  it.each<[PaceDays, string, string]>([
    [
      "working",
      "349 to go, 21 working days left after today = 17 a day",
      "349 to go, today is the last working day = 349 today",
    ],
    ["calendar", "349 to go, 21 days left after today = 17 a day", "349 to go, today is the last day = 349 today"],
  ])("names the days that are counted: %s", (paceDays, midway, last) => {
    const sums = [21, 0].map((after) => sumLine(aLine({ current: 51, after }, { paceDays })));

    expect(sums).toEqual([midway, last]);
  });
});

describe("the forecast in words", () => {
  it("is rounded down and names the period's last day", () => {
    expect(forecastLine(aLine({ current: 51 }))).toBe("at this rate 175 by Fri 31 Oct");
  });

  it("is none before there is one", () => {
    expect(forecastLine(aLine({ current: 51, done: 2 }))).toBeNull();
  });
});

describe("the share of pace in words", () => {
  it("is rounded down, and none on the first day", () => {
    expect([aLine({ current: 51 }), aLine({ done: 0 })].map(shareOfPace)).toEqual(["43 % of pace", null]);
  });
});
