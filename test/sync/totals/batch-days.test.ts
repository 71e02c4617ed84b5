import { batchDays } from "../../../src/sync/totals/affected-days";
import { day } from "../../../src/time/day";

const month = { from: day("2026-09-29"), to: day("2026-10-28") };

function team(size: number) {
  return { owners: () => Array.from({ length: size }, (_, index) => `rep${index}@acme.com`) };
}

describe("the days whose totals are made together", () => {
  it.each([
    [0, 1],
    [20, 1],
    [21, 2],
    [600, 30],
    [2_000, 30],
  ])("of %i owners are a month in %i slices, in order and without a gap", (size, stretches) => {
    const parts = batchDays(month, team(size));

    expect(parts).toHaveLength(stretches);
    expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([month.from, month.to]);
  });

  it("end with the range and begin the day after the one before", () => {
    expect(batchDays({ from: day("2026-10-30"), to: day("2026-11-02") }, team(200))).toEqual([
      { from: "2026-10-30", to: "2026-11-01" },
      { from: "2026-11-02", to: "2026-11-02" },
    ]);
  });
});
