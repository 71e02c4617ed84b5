import { workingCalendar } from "../../../src/goals/calendar";
import type { Goal } from "../../../src/goals/goal";
import { goalHistories, historyRanges, monthBack } from "../../../src/goals/trends/history";
import type { MetricType } from "../../../src/metrics/metrics";
import { type DayRange, day } from "../../../src/time/day";
import { rangeSums } from "../../support/builders/goal-figures";
import { aGoal } from "../../support/builders/goals";

const TODAY = day("2026-11-04");
const TYPE = "phone_call_quantity" satisfies MetricType;
const reader = { today: TODAY, ended: false };
const targets = (...rows: readonly (readonly [string, number])[]) =>
  rows.map(([from, target]) => ({ from: day(from), target }));
const aCallGoal = (period: Goal["period"], rows = targets(["2026-01-01", 50])) =>
  aGoal(period, { type: TYPE, period, targets: rows });

/** What somebody's goals came to in the month so many before, who makes ten calls each weekday. */
const of = (
  months: number,
  goals: readonly Goal[],
  {
    isRead = () => true,
    type = TYPE,
  }: { readonly isRead?: (type: string, range: DayRange) => boolean; readonly type?: MetricType } = {},
) => {
  const month = monthBack(reader, months);
  const figures = Array.from({ length: 100 }, (_, before) => {
    const weekend = [0, 6].includes(new Date(Date.UTC(2026, 10, 4 - before)).getUTCDay());
    return { userId: "U01", type, before, value: weekend ? 0 : 10 } as const;
  });
  const sums = rangeSums(figures, { today: TODAY, ranges: historyRanges(month, reader) });
  return goalHistories(goals, { month, reader, sums, counted: workingCalendar({ holidays: new Set() }), isRead });
};
const outcomes = (histories: ReturnType<typeof of>) =>
  histories.flatMap(({ periods }) => periods.map(({ from, value, target, outcome }) => [from, value, target, outcome]));

describe("the history of a goal", () => {
  it("says of each period that ended in a month its result against the target that was in force in it", () => {
    const weekly = aCallGoal("weekly", targets(["2026-01-01", 50], ["2026-10-19", 60]));

    expect(outcomes(of(1, [weekly]))).toEqual([
      ["2026-09-28", 50, 50, "reached"],
      ["2026-10-05", 50, 50, "reached"],
      ["2026-10-12", 50, 50, "reached"],
      ["2026-10-19", 50, 60, "missed"],
      ["2026-10-26", 50, 60, "missed"],
    ]);
  });

  it("has each week once, in the month that most of its days lie in", () => {
    const weeks = [0, 1, 2].map((months) =>
      of(months, [aCallGoal("weekly")]).flatMap(({ periods }) => periods.map(({ from, to }) => `${from} ${to}`)),
    );

    // Four days of the week from Sep 28 are of October, six of that from Oct 26, one of it is of November.
    expect(weeks.map((all) => [all[0], all.at(-1), all.length])).toEqual([
      [undefined, undefined, 0],
      ["2026-09-28 2026-10-04", "2026-10-26 2026-11-01", 5],
      ["2026-08-31 2026-09-06", "2026-09-21 2026-09-27", 4],
    ]);
  });

  it("holds of the month that goes on what has ended, and nothing of what has not", () => {
    expect(of(0, [aCallGoal("weekly"), aCallGoal("monthly")])).toEqual([]);
    expect(of(0, [aCallGoal("daily")])[0]?.periods.map(({ from }) => from)).toEqual(["2026-11-02", "2026-11-03"]);
  });

  it("names goals in the order of their metrics, and those without a target in the month not at all", () => {
    const later = aCallGoal("monthly", targets(["2026-11-01", 200]));
    const emails = aGoal("e", { period: "monthly", targets: targets(["2026-01-01", 5]) });

    expect(of(1, [aCallGoal("weekly"), later, emails]).map(({ periods }) => periods[0]?.type)).toEqual([
      TYPE,
      "email_quantity",
    ]);
  });

  it("judges no period whose days were not all read while these may decide it", () => {
    const isRead = (_: string, { from }: DayRange) => from >= "2026-10-12";
    const judged = (goal: Goal) => outcomes(of(1, [goal], { isRead })).map(([, , , outcome]) => outcome);

    expect(judged(aCallGoal("weekly", targets(["2026-01-01", 60])))).toEqual([
      ...["unread", "unread", "missed", "missed", "missed"],
    ]);
    // Days that are not read may bring more calls, and take none away.
    expect(judged(aCallGoal("weekly"))).toEqual(Array.from({ length: 5 }, () => "reached"));
  });

  it("judges no sum of dollars before all its days are read, as a credit may take some away", () => {
    const since = (from: string) => (_: string, range: DayRange) => range.from >= from;
    const sales = { ...aCallGoal("weekly"), type: "new_sales_wholesale" } as const;
    const judged = (isRead: ReturnType<typeof since>) =>
      outcomes(of(1, [sales], { isRead, type: sales.type })).map(([, , , outcome]) => outcome);

    expect(judged(since("2026-10-12")).slice(0, 3)).toEqual(["unread", "unread", "reached"]);
  });

  it("names the days of a period that are not read whole", () => {
    const since = "2026-10-01";
    const isRead = (_: string, { from }: DayRange) => from >= since;
    const [first, second] = of(1, [aCallGoal("weekly")], { isRead })[0]?.periods ?? [];

    expect([first?.unread, second?.unread]).toEqual([[{ from: "2026-09-28", to: "2026-09-30" }], undefined]);
  });
});
