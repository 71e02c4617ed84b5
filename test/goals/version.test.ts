import { goalVersion } from "../../src/goals/edit";
import { day } from "../../src/time/day";
import { aGoal } from "../support/builders/goals";

describe("goalVersion", () => {
  it("stays when only the figure moves", () => {
    expect(goalVersion(aGoal("g", { current: 7 }))).toBe(goalVersion(aGoal("g")));
  });

  it("differs by every target, its day, and whether the goal is archived or there at all", () => {
    const versions = [
      goalVersion(null),
      goalVersion(aGoal("g")),
      goalVersion(aGoal("g", { active: false })),
      goalVersion(aGoal("g", { targets: [] })),
      goalVersion(aGoal("g", { targets: [{ from: day("2025-09-01"), target: 401 }] })),
      goalVersion(aGoal("g", { targets: [{ from: day("2025-09-02"), target: 400 }] })),
    ];

    expect(new Set(versions).size).toBe(versions.length);
  });
});
