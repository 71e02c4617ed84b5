import { isBound, newestDays } from "../../../src/sync/read/stages";
import { day } from "../../../src/time/day";

describe("the days that are read first", () => {
  const TODAY = day("2026-10-28");
  const newest = (from: string, to: string) => newestDays({ from: day(from), to: day(to) }, TODAY);

  it.each([
    ["2026-09-29", "2026-10-28", { from: "2026-10-26", to: "2026-10-28" }],
    ["2026-10-25", "2026-10-28", { from: "2026-10-26", to: "2026-10-28" }],
    ["2026-09-01", "2026-09-30", { from: "2026-09-28", to: "2026-09-30" }],
    ["2026-10-20", "2026-10-31", { from: "2026-10-26", to: "2026-10-31" }],
  ])("of %s to %s are the newest three that have begun", (from, to, first) => {
    expect(newest(from, to)).toEqual(first);
  });

  it.each([
    ["2026-10-26", "2026-10-28"],
    ["2026-10-28", "2026-10-28"],
    ["2026-10-27", "2026-11-05"],
  ])("are all of %s to %s", (from, to) => {
    expect(newest(from, to)).toBeNull();
  });

  it.each([
    { records: 2_900, soon: 2_900, bound: false },
    { records: 2_901, soon: 2_900, bound: true },
    { records: null, soon: 19_999, bound: true },
    { records: null, soon: 20_000, bound: false },
    { records: 90_000, soon: Number.POSITIVE_INFINITY, bound: false },
  ])("come first with $records records, of which $soon may be listed soon: $bound", ({ records, soon, bound }) => {
    expect(isBound(records, soon)).toBe(bound);
  });
});
