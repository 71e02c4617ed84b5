import { byMetric } from "../../../src/goals/metric-goals";
import type { GoalLine } from "../../../src/goals/overview";
import { pace } from "../../../src/goals/pace";
import { metricLine, metricRow } from "../../../src/slack/goals/metric-row-view";
import { NO_MARK } from "../../../src/slack/ui/stale-marks";
import { day } from "../../../src/time/day";
import { CALLS, SALES } from "../../support/builders/overviews";

const WEEK = { done: 2, today: true, after: 2, over: false } as const;
const MONTH = { done: 19, today: true, after: 2, over: false } as const;
const weekly = (before: number, current = before, target = 45): GoalLine => ({
  ...CALLS,
  ...{ target, current, pace: pace({ target, before, current, days: WEEK }) },
});
const monthly = (before: number, current = before): GoalLine => ({
  ...{ ...CALLS, goalId: "m", period: "monthly", from: day("2026-10-01"), to: day("2026-10-31") },
  ...{ target: 180, current, pace: pace({ target: 180, before, current, days: MONTH }) },
});
const daily = (target: number, done: number): GoalLine => ({
  ...{ ...CALLS, goalId: "d", period: "daily", from: day("2026-10-28"), to: day("2026-10-28") },
  ...{ target, current: done },
  pace: pace({ target, before: 0, current: done, days: { done: 0, today: true, after: 0, over: false } }),
});
/** Without what keeps words on one line of a phone. */
const plainSpaces = (text: string) => text.replaceAll("\u00a0", " ");
const row = (...goals: readonly GoalLine[]) =>
  byMetric(goals)
    .map((metric) => plainSpaces(metricRow(metric, NO_MARK)))
    .join("\n")
    .split("\n");

describe("a metric with several goals", () => {
  it("is told once: what today asks, then how each period stands, in bold what is behind, so that none seems to contradict another", () => {
    expect(row(weekly(18, 21), monthly(137, 140))).toEqual([
      "*Calls*: ▰▱▱▱▱ *3 of 15 today*",
      "🔴 Month: *140 of 180*, behind by 16; if nothing more today: 20 a day",
      "🟢 Week: 21 of 45, on pace; if nothing more today: 12 a day",
    ]);
  });

  it("says of a goal whose own amount of today is done, and another's not, what follows if nothing more is", () => {
    expect(row(weekly(18, 28), monthly(137, 147))).toEqual([
      "*Calls*: ▰▰▰▱▱ *10 of 15 today*",
      "🔴 Month: *147 of 180*, behind by 9; if nothing more today: 17 a day",
      "🟢 Week: 28 of 45, on pace; if nothing more today: 9 a day",
    ]);
  });

  it("has no line of a daily goal whose target is what today asks anyway", () => {
    expect(row(daily(20, 3))).toEqual(["*Calls*: ▰▱▱▱▱ *3 of 20 today* · 🟢 on pace"]);
    expect(row(daily(20, 20))).toEqual(["*Calls*: ▰▰▰▰▰ *20 of 20 today* ✅ done"]);
    expect(row(daily(20, 3), weekly(18, 21))).toEqual([
      "*Calls*: ▰▱▱▱▱ *3 of 20 today*, the daily goal · 🟢 on pace",
      "🟢 Week: *21 of 45*, on pace; if nothing more today: 12 a day",
    ]);
  });

  it("asks one amount of a day, and says of a daily goal that is less that it is in it, or reached while more is needed", () => {
    const heads = [0, 3, 5, 9].map((done) => row(daily(5, done), weekly(18, 18 + done))[0]);

    expect(heads).toEqual([
      "*Calls*: *9 needed today* (daily goal of 5, plus 4 for the week)",
      "*Calls*: ▰▰▱▱▱ *3 of 9 today* (daily goal of 5, plus 4 for the week)",
      "*Calls*: ▰▰▰▱▱ *5 of 9 today* for the week, ✅ daily goal of 5 reached",
      "*Calls*: ▰▰▰▰▰ *9 of 9 today* ✅ done, daily goal of 5 included",
    ]);
    expect(row(daily(5, 3), weekly(18, 21)).slice(1)).toEqual([
      "🟢 Week: *21 of 45*, on pace; if nothing more today: 12 a day",
    ]);
  });

  it("says how much more is asked than a daily goal only where that adds up as it is shown", () => {
    expect(row(daily(4.5, 0), weekly(18, 18))[0]).toBe(
      "*Calls*: *9 needed today* for the week, daily goal of 4.5 included",
    );
  });

  it("praises a goal in its own line, so that it is said once that it is reached", () => {
    const metric = byMetric([weekly(18, 45)])[0];

    expect(
      metric &&
        metricRow(metric, () => "", { praises: () => true })
          .split("\n")
          .at(-1),
    ).toBe("🏆 Week: *45 of 45*, reached. Nice work!");
  });

  it("has a line of a daily goal beside an amount of today of which nobody knows what is done of it", () => {
    const unread = {
      ...daily(5, 0),
      unreadSince: day("2026-10-27"),
      pace: { ...daily(5, 0).pace, verdict: "behind" },
    } as const;

    expect(row(unread, weekly(18))).toContain("❔ Daily goal: *? of 5*, not synced since Oct 27");
  });

  it("says of a goal in its last days that asks five times its rate that it is out of reach, not what would be asked then", () => {
    const far = (before: number, days: GoalLine["pace"]["daysDone"]) =>
      row({
        ...monthly(0),
        current: before,
        pace: pace({ target: 180, before, current: before, days: { ...MONTH, done: days } }),
      });

    expect(far(10, 19)).toEqual([
      "*Calls*: not in today's plan",
      "🔴 Month: *10 of 180*, 170 to go, out of reach at this rate",
    ]);
    // Earlier in the month, with more of it done, and with nothing done, which is no rate.
    expect([far(10, 8), far(60, 19), far(0, 19)].map((lines) => lines.at(-1))).toEqual([
      "🔴 Month: *10 of 180*, behind by 121; if nothing today: 85 a day",
      "🔴 Month: *60 of 180*, behind by 96; if nothing today: 60 a day",
      "🔴 Month: *0 of 180*, behind by 156; if nothing today: 90 a day",
    ]);
  });

  it("says what of a goal's figures is dated after today", () => {
    expect(row({ ...weekly(18, 21), datedAhead: 2 })).toEqual([
      "*Calls*: ▰▰▱▱▱ *3 of 9 today*",
      "🟢 Week: *21 of 45*, 2 of them dated after today, on pace; if nothing more today: 12 a day",
    ]);
  });

  it("asks nothing of a day off, and says so", () => {
    const off = pace({ target: 20, before: 0, current: 0, days: { done: 0, today: false, after: 0, over: false } });

    expect(row({ ...daily(20, 0), pace: off })).toEqual(["*Calls*", "➖ Daily goal: *0 of 20*, not a workday"]);
  });

  it("says that last night's gap is made up for, before today's target is met", () => {
    expect(row(weekly(12, 18))).toEqual([
      "*Calls*: ▰▰▰▱▱ *6 of 11 today*",
      "🟠 Week: *18 of 45*, caught up, 5 more today; if nothing more today: 14 a day",
    ]);
    expect(row(weekly(12, 17))[1]).toBe("🔴 Week: *17 of 45*, behind by 1; if nothing more today: 14 a day");
  });

  it("does not say of each goal that it has not started where that is said of all above", () => {
    const days = { done: 0, today: true, after: 4, over: false };
    const fresh = { ...weekly(0), pace: pace({ target: 45, before: 0, current: 0, days }) };
    const [metric] = byMetric([fresh]);
    if (metric === undefined) throw new Error("There is a metric");
    const shown = (isFresh: boolean) => metricRow(metric, NO_MARK, { fresh: isFresh }).split("\n")[1];

    expect(shown(true)).toBe("⚪ Week: *0 of 45*; if nothing today: 12 a day");
    expect(shown(false)).toBe("⚪ Week: *0 of 45*, not started; if nothing today: 12 a day");
  });

  it("fits a line where there are many", () => {
    const [metric] = byMetric([weekly(18, 21), monthly(137, 140)]);
    if (metric === undefined) throw new Error("There is a metric");

    expect(plainSpaces(metricLine(metric, NO_MARK))).toBe(
      "*Calls*: ▰▱▱▱▱ *3 of 15 today*; 🔴 month 140 of 180 behind by 16 (if nothing more today: 20 a day); 🟢 week 21 of 45 on pace (if nothing more today: 12 a day)",
    );
  });
});

describe("several metrics", () => {
  it("are in one order: what is behind, then money, then the rest", () => {
    const emails = { ...weekly(18), type: "email_quantity", title: "Emails" } as const;

    expect(byMetric([emails, weekly(18), monthly(137), SALES]).map(({ type, behind }) => [type, behind])).toEqual([
      ["phone_call_quantity", true],
      ["new_sales_wholesale", false],
      ["email_quantity", false],
    ]);
  });

  it("never fill a row, however many goals somebody has", () => {
    expect(row(...Array.from({ length: 500 }, () => weekly(18))).slice(-2)).toEqual([
      expect.stringMatching(/^🟢 Week/),
      "and 494 more goals",
    ]);
  });
});
