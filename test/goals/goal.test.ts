import { targetOn } from "../../src/goals/goal";
import { day } from "../../src/time/day";
import { aGoal } from "../support/builders/goals";

describe("a goal's target", () => {
  const goal = aGoal("g", {
    targets: [
      { from: day("2025-09-01"), target: 300 },
      { from: day("2025-10-10"), target: 400 },
      { from: day("2025-11-01"), target: 500 },
    ],
  });

  it.each([
    ["2025-08-31", null],
    ["2025-09-01", 300],
    ["2025-10-09", 300],
    ["2025-10-10", 400],
    ["2025-10-31", 400],
    ["2025-11-01", 500],
    ["2026-11-01", 500],
  ])("holds from the day it takes effect until the next one does: on %s it is %p", (today, target) => {
    expect(targetOn(goal, day(today))).toBe(target);
  });

  it("is the one in force in whatever order the rows stand", () => {
    expect(targetOn({ targets: [...goal.targets].reverse() }, day("2025-10-10"))).toBe(400);
  });

  it("is none where there are no rows", () => {
    expect(targetOn({ targets: [] }, day("2025-10-10"))).toBeNull();
  });
});
