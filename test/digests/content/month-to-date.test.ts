import { type DigestInput, digest } from "../../../src/digests/content/digest";
import type { ReportedFigure } from "../../../src/digests/planned-message";
import { addDays, type Day, day } from "../../../src/time/day";
import { CALLS, SALES } from "../../support/builders/overviews";

const TYPE = "new_sales_wholesale";
const MONTH = day("2026-10-01");
const MONTHLY = {
  ...SALES,
  type: TYPE,
  unit: "dollars",
  period: "monthly",
  from: MONTH,
  to: day("2026-10-31"),
} as const;
const LINES = [MONTHLY, { ...CALLS, period: "monthly" as const }];

/** The digest of a morning after days that had these sales by day, where others told such figures. */
function morning(on: Day, sales: Readonly<Record<string, number>>, reported: readonly ReportedFigure[] = []) {
  const yesterday = { from: addDays(on, -1), to: addDays(on, -1) };
  const sum: DigestInput["sum"] = (type, { from, to }) =>
    type === TYPE
      ? Object.entries(sales).reduce((all, [at, value]) => (from <= at && at <= to ? all + value : all), 0)
      : 0;
  const { corrections, reported: told } = digest({
    ...{ day: on, ended: false, past: { finished: yesterday, soFar: null }, lines: LINES, goals: [], sum, reported },
    ...{ praised: new Set<string>(), recaps: [], isFinal: () => true, zone: { zone: "UTC", own: true } },
  });
  const said = corrections.map(({ from, to, reported: was, now }) => [from, to, was, now]);
  return { said, told };
}

const WEDNESDAY = day("2026-10-28");
const THURSDAY = day("2026-10-29");
const SOLD = { "2026-10-13": 11_125.6, "2026-10-20": 3_175.85 };
const VOIDED = { "2026-10-20": 3_175.85, "2026-10-28": 4_850 };

describe("money of a month that a digest told", () => {
  it("is told of its last ended day, of each metric of money with a monthly goal", () => {
    expect(morning(WEDNESDAY, SOLD).told.filter(({ month }) => month === true)).toEqual([
      { type: TYPE, from: MONTH, to: "2026-10-27", value: 14_301.45, month: true },
    ]);
    expect(morning(day("2026-10-01"), SOLD).told.some(({ month }) => month === true)).toBe(false);
  });

  it("is corrected the next morning where an order of weeks ago is void, and once", () => {
    const { told } = morning(WEDNESDAY, SOLD);
    const next = morning(THURSDAY, VOIDED, told);

    expect(next.said).toEqual([[MONTH, "2026-10-27", 14_301.45, 3_175.85]]);
    expect(morning(day("2026-10-30"), VOIDED, [...told, ...next.told]).said).toEqual([]);
  });

  it("is not corrected where it rose, where the day that fell is, or in another month", () => {
    const { told } = morning(WEDNESDAY, { ...SOLD, "2026-10-27": 500 });

    expect(morning(THURSDAY, { ...SOLD, "2026-10-27": 500, "2026-10-14": 9 }, told).said).toEqual([]);
    // A day that rose by more than another order lost.
    const rose = { "2026-10-13": 11_025.6, "2026-10-20": 3_175.85, "2026-10-27": 900 };
    expect(morning(THURSDAY, rose, told).said).toEqual([["2026-10-27", "2026-10-27", 500, 900]]);
    expect(morning(THURSDAY, SOLD, told).said).toEqual([["2026-10-27", "2026-10-27", 500, 0]]);
    expect(morning(day("2026-11-03"), {}, told).said).toEqual([["2026-10-27", "2026-10-27", 500, 0]]);
  });

  it("is corrected beside a day of it where more was lost than that day's", () => {
    const { told } = morning(WEDNESDAY, { ...SOLD, "2026-10-27": 500 });

    expect(morning(THURSDAY, { "2026-10-20": 3_175.85 }, told).said).toEqual([
      [MONTH, "2026-10-27", 14_801.45, 3_175.85],
      ["2026-10-27", "2026-10-27", 500, 0],
    ]);
  });
});
