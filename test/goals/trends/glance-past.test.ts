import { workingCalendar } from "../../../src/goals/calendar";
import { glancePast, glancePastRanges } from "../../../src/goals/trends/glance-past";
import { addDays, type Day, day, daysBetween } from "../../../src/time/day";
import { rangeSums } from "../../support/builders/goal-figures";

const TYPE = "phone_call_quantity";

/**
 * What stands beside somebody's week and month who did on each day as many calls as its number in the month.
 *
 * @param through the last day that has ended; yesterday without it.
 */
const of = (text: string, { through = "", off = [] as readonly string[] } = {}) => {
  const today = day(text);
  const days = { today, through: through === "" ? addDays(today, -1) : day(through) };
  const figures = Array.from({ length: 70 }, (_, before) => {
    return { userId: "U01", type: TYPE, before, value: Number(addDays(today, -before).slice(8)) } as const;
  });
  const sums = rangeSums(figures, { today, ranges: glancePastRanges(days) });
  const counted = workingCalendar({ holidays: new Set(off.map(day)) });
  return glancePast({ userId: "U01", type: TYPE }, { days, sums, counted, paceDays: "working" });
};

const sum = ({ from, to }: { readonly from: Day; readonly to: Day }) =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => Number(addDays(from, at).slice(8))).reduce(
    (total, one) => total + one,
    0,
  );

/** "10-26..10-27 10-19..10-20", with what was done on these days as it is summed here; `null` where nothing is compared. */
function compared({ week, month }: ReturnType<typeof of>) {
  return [week, month].map((same) => {
    if (same === null) return null;
    const both = [same.current, same.before];
    expect(both.map(({ value }) => value)).toEqual(both.map(sum));
    return both.map(({ from, to }) => `${from.slice(5)}..${to.slice(5)}`).join(" ");
  });
}

describe("the days of this week and this month that have ended stand beside the same days of the ones before", () => {
  it.each([
    ["2026-10-29", "10-26..10-28 10-19..10-21", "10-01..10-28 09-01..09-28"],
    ["2026-10-27", "10-26..10-26 10-19..10-19", "10-01..10-26 09-01..09-26"],
    // A Sunday, and the last days of a month that is longer than the one before.
    ["2026-11-01", "10-26..10-31 10-19..10-24", null],
    ["2026-10-31", "10-26..10-30 10-19..10-23", "10-01..10-30 09-01..09-30"],
    ["2026-03-31", "03-30..03-30 03-23..03-23", "03-01..03-30 02-01..02-28"],
  ])("on %s", (today, week, month) => {
    expect(compared(of(today))).toEqual([week, month]);
  });

  it("but no week on a Monday and no month on a first, on which none of their days has ended", () => {
    expect(compared(of("2026-11-02"))).toEqual([null, "11-01..11-01 10-01..10-01"]);
    expect(compared(of("2026-10-01"))).toEqual(["09-28..09-30 09-21..09-23", null]);
    expect(compared(of("2026-06-01"))).toEqual([null, null]);
  });

  it("as of the team's clock: today for a reader behind it, the day before yesterday for one ahead", () => {
    expect(compared(of("2026-10-28", { through: "2026-10-28" }))[0]).toBe("10-26..10-28 10-19..10-21");
    expect(compared(of("2026-11-01", { through: "2026-11-01" }))).toEqual([
      "10-26..11-01 10-19..10-25",
      "11-01..11-01 10-01..10-01",
    ]);
    expect(compared(of("2026-10-28", { through: "2026-10-26" }))[0]).toBe("10-26..10-26 10-19..10-19");
    expect(compared(of("2026-10-27", { through: "2026-10-25" }))[0]).toBeNull();
    expect(compared(of("2026-11-02", { through: "2026-10-31" }))).toEqual([null, null]);
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
    expect(days(of("2026-10-28", { through: "2026-10-28" })).at(-1)).toBe("10-28");
    expect(days(of("2026-10-28", { through: "2026-10-26" })).at(-1)).toBe("10-26");
    expect(days(of("2026-10-28", { off: ["2026-10-27"] }))[0]).toBe("10-13");
    expect(of("2026-10-28").recent.at(-1)).toEqual({ day: "2026-10-27", value: 27 });
  });
});
