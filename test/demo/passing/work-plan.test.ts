import { weekdaysSince } from "../../../src/demo/passing/work-plan";
import { day } from "../../../src/time/day";

describe("the weekdays since the sample's last day", () => {
  it.each([
    ["2026-10-28", 0],
    ["2026-10-30", 2],
    ["2026-11-01", 2],
    ["2026-11-02", 3],
    ["2026-11-06", 7],
    ["2026-11-07", 7],
    ["2026-11-30", 23],
  ])("to %s are %d, its own included", (last, count) => {
    expect(weekdaysSince(day(last))).toBe(count);
  });
});
