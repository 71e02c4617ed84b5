import { recap, recapRanges } from "../../../src/digests/content/recap";
import type { RecapSpan } from "../../../src/digests/planned-message";
import { workingCalendar } from "../../../src/goals/calendar";
import { goalHistories, historyRanges, monthBack } from "../../../src/goals/trends/history";
import { day } from "../../../src/time/day";
import { PLAIN_CALENDAR } from "../../support/builders/calendars";
import { rangeSums } from "../../support/builders/goal-figures";
import { aGoal, type Figure } from "../../support/builders/goals";

const MONDAY = day("2026-11-02");
const TYPE = "phone_call_quantity";
const WEEK: RecapSpan = { period: "weekly", from: day("2026-10-26"), to: day("2026-11-01") };
const MONTH: RecapSpan = { period: "monthly", from: day("2026-10-01"), to: day("2026-10-31") };

/** Ten calls a day were reached on Monday to Wednesday; on Friday the goal was archived, on the Monday after restored. */
const FIGURES = [7, 6, 5].map((before): Figure => ({ userId: "U01", type: TYPE, before, value: 10 }));
const PAUSED = aGoal("d", {
  ...{ type: TYPE, period: "daily", targets: [{ from: day("2026-10-19"), target: 10 }] },
  pauses: [{ from: day("2026-10-30"), to: WEEK.to }],
});

describe("a recap of days at whose end a daily goal was archived", () => {
  const goals = [PAUSED];
  const judged = { goals, isRead: () => true };
  const daysOf = (span: RecapSpan) => {
    const sums = rangeSums(FIGURES, { today: MONDAY, ranges: recapRanges([span], goals) });
    const made = recap(span, { ...judged, person: { _id: "U01" }, sums, calendar: PLAIN_CALENDAR, today: MONDAY });
    return made?.lines[0]?.days;
  };

  it("counts the days on which it was in force, as history does", () => {
    const reader = { today: MONDAY, ended: false };
    const month = monthBack(reader, 1);
    const sums = rangeSums(FIGURES, { today: MONDAY, ranges: historyRanges(month, reader) });
    const counted = workingCalendar({ holidays: new Set() });
    const [history] = goalHistories(goals, { ...judged, month, reader, sums, counted });
    const outcomes = history?.periods.map(({ outcome }) => outcome) ?? [];

    expect(outcomes.filter((outcome) => outcome === "reached")).toHaveLength(3);
    expect([daysOf(WEEK), daysOf(MONTH)]).toEqual([
      { reached: 3, counted: 4, unread: 0 },
      { reached: 3, counted: outcomes.length, unread: 0 },
    ]);
  });
});
