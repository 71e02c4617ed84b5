import { firstBegin, targetOn } from "../../src/goals/goal";
import { day } from "../../src/time/day";
import { aGoal } from "../support/builders/goals";

describe("a goal's target", () => {
  const targets = [
    { from: day("2025-09-01"), target: 300 },
    { from: day("2025-10-10"), target: 400 },
    { from: day("2025-11-01"), target: 500 },
  ];
  const goal = aGoal("g", { targets });

  it.each([
    ["daily", "2025-08-31", null],
    ["daily", "2025-10-09", 300],
    ["daily", "2025-10-10", 400],
    ["weekly", "2025-10-12", 300],
    ["weekly", "2025-10-13", 400],
    ["weekly", "2025-11-02", 400],
    ["weekly", "2025-11-03", 500],
    ["monthly", "2025-08-31", null],
    ["monthly", "2025-09-01", 300],
    ["monthly", "2025-10-10", 300],
    ["monthly", "2025-10-31", 300],
    ["monthly", "2025-11-01", 500],
    ["monthly", "2026-11-01", 500],
  ] as const)("takes effect with the first %s period that begins on its day or after it: on %s it is %p", (...of) => {
    const [period, today, target] = of;

    expect(targetOn({ ...goal, period }, day(today))).toBe(target);
  });

  it("is the one in force in whatever order the rows stand", () => {
    expect(targetOn({ ...goal, targets: [...targets].reverse() }, day("2025-11-10"))).toBe(500);
  });

  it("is none where there are no rows", () => {
    expect(targetOn({ ...goal, targets: [] }, day("2025-10-10"))).toBeNull();
  });
});

describe("the first period that begins on a day or after it", () => {
  it.each([
    ["daily", "2025-10-10", "2025-10-10"],
    ["weekly", "2025-10-06", "2025-10-06"],
    ["weekly", "2025-10-07", "2025-10-13"],
    ["monthly", "2025-10-01", "2025-10-01"],
    ["monthly", "2025-12-02", "2026-01-01"],
  ] as const)("begins, %s from %s, on %s", (period, from, begin) => {
    expect(firstBegin(period, day(from))).toBe(begin);
  });
});
