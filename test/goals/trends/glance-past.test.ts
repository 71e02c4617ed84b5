import { workingCalendar } from "../../../src/goals/calendar";
import { glancePast, glancePastRanges } from "../../../src/goals/trends/glance-past";
import { addDays, type Day, day, daysBetween } from "../../../src/time/day";
import { rangeSums } from "../../support/builders/goal-figures";

const TYPE = "phone_call_quantity";

/** What stands beside somebody's week and month who did on each day as many calls as its number in the month. */
const of = (text: string, { ended = false, off = [] as readonly string[] } = {}) => {
  const reader = { today: day(text), ended };
  const figures = Array.from({ length: 70 }, (_, before) => {
    return { userId: "U01", type: TYPE, before, value: Number(addDays(reader.today, -before).slice(8)) } as const;
  });
  const sums = rangeSums(figures, { today: reader.today, ranges: glancePastRanges(reader) });
  const counted = workingCalendar({ holidays: new Set(off.map(day)) });
  return glancePast({ userId: "U01", type: TYPE }, { reader, sums, counted, paceDays: "working" });
};

describe("beside this week and this month stand the same days of the ones before", () => {
  it.each([
    ["2026-10-28", "2026-10-19..2026-10-21", "2026-09-01..2026-09-28"],
    // A Monday, and the last day of a month that is longer than the one before.
    ["2026-11-02", "2026-10-26..2026-10-26", "2026-10-01..2026-10-02"],
    ["2026-10-31", "2026-10-19..2026-10-24", "2026-09-01..2026-09-30"],
    ["2026-03-29", "2026-03-16..2026-03-22", "2026-02-01..2026-02-28"],
  ])("on %s", (today, week, month) => {
    const { lastWeek, lastMonth } = of(today);

    expect([lastWeek, lastMonth].map(({ from, to }) => `${from}..${to}`)).toEqual([week, month]);
    const sum = ({ from, to }: { readonly from: Day; readonly to: Day }) =>
      Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => Number(addDays(from, at).slice(8))).reduce(
        (total, one) => total + one,
        0,
      );
    expect([lastWeek.value, lastMonth.value]).toEqual([sum(lastWeek), sum(lastMonth)]);
  });

  it("with the last ten working days that have ended, the earliest first", () => {
    const days = (given: ReturnType<typeof of>) => given.recent.map((one) => one.day.slice(5));

    expect(days(of("2026-10-28"))).toEqual([
      "10-14",
      "10-15",
      "10-16",
      "10-19",
      "10-20",
      "10-21",
      "10-22",
      "10-23",
      "10-26",
      "10-27",
    ]);
    expect(days(of("2026-10-28", { ended: true })).at(-1)).toBe("10-28");
    expect(days(of("2026-10-28", { off: ["2026-10-27"] }))[0]).toBe("10-13");
    expect(of("2026-10-28").recent.at(-1)).toEqual({ day: "2026-10-27", value: 27 });
  });
});
