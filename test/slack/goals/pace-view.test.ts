import type { PaceDays, PeriodDays } from "../../../src/goals/calendar";
import type { GoalLine } from "../../../src/goals/overview";
import { pace } from "../../../src/goals/pace";
import {
  afterTodayText,
  forecastLine,
  gapInPeriod,
  goalFigures,
  needInWords,
  paceLine,
  paceLines,
  verdictWords,
} from "../../../src/slack/goals/pace-view";
import { endedNote } from "../../../src/slack/goals/plan-view";
import { day } from "../../../src/time/day";
import { CALLS, SALES } from "../../support/builders/overviews";

interface Given extends Partial<Omit<PeriodDays, "today">> {
  readonly target?: number;
  readonly before?: number;
  readonly today?: number;
  /** Whether today counts. */
  readonly works?: boolean;
}

/** A monthly goal of 400 with nothing done, on its tenth of 31 days. */
function aLine({ target = 400, before = 0, today = 0, works = true, ...days }: Given, fields: Partial<GoalLine> = {}) {
  const current = before + today;
  const progress = { target, before, current, days: { done: 9, after: 21, over: false, ...days, today: works } };
  const range = { from: day("2025-10-01"), to: day("2025-10-31") };
  const line: GoalLine = { ...CALLS, ...range, period: "monthly", target, current, pace: pace(progress), ...fields };
  return line;
}

describe("a goal of which no day was read", () => {
  it("has no figure, and says since when, until there is something of it", () => {
    const unread = aLine({}, { unreadSince: day("2025-09-28") });

    expect([goalFigures(unread), verdictWords(unread)]).toEqual(["? of 400", "❔ not synced since Sep 28"]);
    expect(goalFigures(aLine({ today: 3 }, { unreadSince: day("2025-09-28") }))).toBe("3 of 400");
    expect(verdictWords(aLine({}, { unreadSince: null }))).toBe("❔ not synced yet");
    expect(goalFigures(aLine({}))).toBe("0 of 400");
  });
});

describe("a goal's pace in words", () => {
  it.each<[string, GoalLine, string]>([
    [
      "behind",
      aLine({ before: 48, today: 3 }, { paceDays: "calendar" }),
      "🔴 behind by 66; 3 of 16 today (352 over 22 days); 349 to go, 21 days after today: 17 a day, rounded up",
    ],
    [
      "ahead",
      aLine({ before: 42_737, target: 100_000 }, { unit: "dollars", paceDays: "calendar" }),
      "🔵 ahead; $2,603 needed today ($57,263 over 22 days, rounded up); " +
        "$57,263 to go, 21 days after today: $2,727 a day, rounded up",
    ],
    [
      "with more today than it asks for",
      aLine({ before: 48, today: 20 }),
      "🟢 on pace; 20 of 16 today ✅ (352 over 22 working days); 332 to go, 21 working days after today: 16 a day, rounded up",
    ],
    [
      "on pace, a day before the last",
      aLine({ before: 365, done: 20, after: 1 }),
      "🟢 on pace; 18 needed today (35 over 2 working days, rounded up); 35 to go, 1 working day after today: 35 a day",
    ],
    [
      "on its last day",
      aLine({ before: 370.5, today: 10, done: 20, after: 0 }, { unit: "minutes" }),
      "🔴 behind by 1m; 10m of 30m today, the last working day, rounded up",
    ],
    [
      "on a day off",
      aLine({ before: 380, works: false, done: 20, after: 2 }),
      "🔵 ahead; 20 to go, 2 working days after today: 10 a day",
    ],
    [
      "under one a day",
      aLine({ before: 397, done: 8, after: 22 }),
      "🔵 ahead; 1 needed today (3 over 23 working days, rounded up); 3 in 22 working days after today",
    ],
    ["a daily one", aLine({ today: 10, done: 0, after: 0 }, { period: "daily" }), "🟢 on pace; 390 to go today"],
    [
      "under another goal of its metric that asks for more today",
      aLine({ before: 365, today: 3, done: 20, after: 1 }, { coveredBy: 25 }),
      "🟢 on pace; 3 of 25 today, 18 of them for the month (35 over 2 working days, rounded up); 32 to go, 1 working day after today: 32 a day",
    ],
    [
      "under another, its own part of today done",
      aLine({ before: 365, today: 18, done: 20, after: 1 }, { coveredBy: 25 }),
      "🟢 on pace; 18 of 18 today (35 over 2 working days, rounded up); 17 to go, 1 working day after today: 17 a day",
    ],
    [
      "on its first day, nothing done",
      aLine({ done: 0, after: 9 }),
      "⚪ not started; 40 needed today (400 over 10 working days); 400 to go, 9 working days after today: 45 a day, rounded up",
    ],
    ["reached", SALES, "✅ reached"],
    ["with no day left", aLine({ before: 388, done: 22, works: false, after: 0 }), "⚫ out of time: short by 12"],
    ["missed", aLine({ before: 388, done: 22, works: false, after: 0, over: true }), "❌ missed"],
    ["with nothing to work in", aLine({ done: 0, works: false, after: 0 }), "➖ no workdays"],
    ["a daily one on a day off", aLine({ done: 0, works: false, after: 0 }, { period: "daily" }), "➖ not a workday"],
  ])("is told with its sums, %s", (_, line, words) => {
    expect(paceLine(line)).toBe(words);
  });

  it.each<[PaceDays, readonly string[]]>([
    ["working", ["16 needed today (349 over 22 working days, rounded up)", "49 needed today, the last working day"]],
    ["calendar", ["16 needed today (349 over 22 days, rounded up)", "49 needed today, the last day"]],
  ])("names the days that are counted: %s", (paceDays, words) => {
    const days = [
      { before: 51, after: 21 },
      { before: 351, after: 0 },
    ];
    expect(days.map((one) => paceLines(aLine(one, { paceDays }))[0])).toEqual(words);
  });

  it("says no need after today that was taken back on the last day", () => {
    expect(afterTodayText(aLine({ before: 410, today: -20, after: 0 }))).toBeNull();
    expect(paceLine(aLine({ before: 410, today: -20, after: 0 }))).toBe("🔵 ahead");
  });
});

describe("both numbers in short", () => {
  it.each<[string, GoalLine, string]>([
    ["today and after", aLine({ before: 48, today: 3 }), "3 of 16 today; if nothing more today: 17 a day"],
    ["as much after today, which is not said again", aLine({ before: 60, today: 4 }), "4 of 16 today"],
    ["today is met", aLine({ before: 48, today: 16 }), "16 of 16 today ✅, then 16 a day"],
    ["today is exceeded", aLine({ before: 48, today: 20 }), "20 of 16 today ✅, then 16 a day"],
    ["under one a day", aLine({ before: 397, done: 8, after: 22 }), "1 needed today; if nothing today: 3 in 22 days"],
    ["the last day", aLine({ before: 380, done: 20, after: 0 }), "20 needed today"],
    [
      "tomorrow alone",
      aLine({ before: 365, after: 1 }, { lastDay: "tomorrow" }),
      "18 needed today; if nothing today: 35 tomorrow",
    ],
    [
      "one day alone",
      aLine({ before: 365, after: 1 }, { lastDay: day("2025-10-31") }),
      "18 needed today; if nothing today: 35 on Fri",
    ],
    [
      "another goal asks for more today",
      aLine({ before: 365, after: 1 }, { coveredBy: 25, unit: "dollars", lastDay: "tomorrow" }),
      "$25 needed today, $18 of it for the month; if nothing today: $35 tomorrow",
    ],
    ["a day off", aLine({ before: 380, works: false, after: 2 }), "10 a day after today"],
    ["a day", aLine({ today: 10, done: 0, after: 0 }, { period: "daily" }), "390 to go today"],
    ["nothing left", SALES, ""],
  ])("are those of the sums: %s", (_, line, words) => {
    expect(needInWords(line)).toBe(words);
  });
});

describe("by how much a goal is behind in its period", () => {
  it.each<[string, GoalLine, string]>([
    ["today's work is counted", aLine({ before: 48, today: 3 }), "*66 behind* this month"],
    [
      "dollars, rounded up",
      aLine({ before: 10_000, target: 100_000 }, { type: "new_sales_wholesale", unit: "dollars" }),
      "*$19,033 behind* this month",
    ],
    ["no day left", aLine({ before: 399, works: false, after: 0 }), "*1 short* this month, out of time"],
  ])("says for %s", (_, line, words) => {
    expect(gapInPeriod(line)).toBe(words);
  });
});

describe("the forecast in words", () => {
  it("is rounded down and names the period's last day", () => {
    expect(forecastLine(aLine({ before: 48, today: 3 }))).toBe("at this rate 165 by Fri, Oct 31");
  });

  it("is none before there is one, and none where no day is left", () => {
    expect(forecastLine(aLine({ before: 51, done: 2 }))).toBeNull();
    expect(forecastLine(aLine({ before: 51, works: false, after: 0 }))).toBeNull();
  });
});

describe("a reader whose clock is behind the team's", () => {
  it("is told that the day is over for the team, and which day the work counts for", () => {
    expect(endedNote({ today: day("2026-10-30"), ended: true })).toEqual([
      "Fri, Oct 30 is over for the team. What you do now counts toward Sat, Oct 31.",
    ]);
    expect(endedNote({ today: day("2026-10-30"), ended: false })).toEqual([]);
  });
});
