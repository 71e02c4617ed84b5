import { day } from "../../src/time/day";
import { dayRanges } from "../../src/time/day-ranges";

describe("ranges of days", () => {
  it("join neighbors, over the end of a month too, and hold one day where it has none", () => {
    const days = ["2026-09-30", "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-07", "2026-10-08"].map(day);

    expect(dayRanges(days)).toEqual([
      { from: "2026-09-30", to: "2026-10-02" },
      { from: "2026-10-05", to: "2026-10-05" },
      { from: "2026-10-07", to: "2026-10-08" },
    ]);
    expect(dayRanges([])).toEqual([]);
  });
});
