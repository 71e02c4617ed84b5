import { overviewOf } from "../../src/goals/figures";
import { day } from "../../src/time/day";
import { someFigures } from "../support/builders/goal-figures";
import { aGoal } from "../support/builders/goals";

const today = day("2025-10-10");

describe("goals that start later", () => {
  it("are named with the first day of their first period and its target, the earliest first", () => {
    const next = day("2025-10-11");
    const goals = [
      aGoal("now", { period: "daily" }),
      aGoal("inactive", { active: false, targets: [{ from: next, target: 1 }] }),
      aGoal("of-another", { userId: "U02", targets: [{ from: next, target: 1 }] }),
      aGoal("monthly", { period: "monthly", targets: [{ from: next, target: 9 }] }),
      aGoal("weekly", {
        period: "weekly",
        targets: [
          { from: next, target: 40 },
          { from: day("2025-10-13"), target: 50 },
          { from: day("2025-10-20"), target: 60 },
        ],
      }),
    ];
    const figures = someFigures({ today, goals });

    expect(overviewOf({ _id: "U01" }, { figures, day: { today, ended: false } }).starting).toMatchObject([
      { period: "weekly", from: "2025-10-13", target: 50, title: "Emails" },
      { period: "monthly", from: "2025-11-01", target: 9 },
    ]);
  });
});
