import fc from "fast-check";
import { workingCalendar } from "../../../src/goals/calendar";
import { type GoalEdit, type GoalKey, inverseEdit } from "../../../src/goals/edit";
import { type Goal, periodOf, targetOn } from "../../../src/goals/goal";
import { planEdit } from "../../../src/goals/plan-edit";
import { goalHistories, historyRanges } from "../../../src/goals/trends/history";
import { addDays, type Day, day } from "../../../src/time/day";
import { WEEK } from "../../../src/time/work-schedule";
import { aHistory, playHistory } from "../../support/builders/goal-histories";
import { aGoal } from "../../support/builders/goals";

const key: GoalKey = { userId: "U01", type: "email_quantity", period: "weekly" };
const weekly: Goal = aGoal("g", { period: "weekly", targets: [{ from: day("2025-09-01"), target: 50 }] });

describe("a goal that is restored weeks after it was archived", () => {
  it("misses none of the weeks in which it was none", () => {
    expect(weeksOf(restored({ archivedOn: day("2025-10-06"), on: day("2025-10-31") }))).toEqual(["2025-09-29 missed"]);
  });

  it("has missed the week in which it was archived and restored, and any other that ended while it was a goal", () => {
    const goal = restored({ archivedOn: day("2025-10-07"), on: day("2025-10-10") });

    expect(weeksOf(goal)).toEqual(["2025-09-29", "2025-10-06", "2025-10-13", "2025-10-20"].map((of) => `${of} missed`));
  });

  it("is, wherever it was archived and restored, neither reached nor missed in the periods that ended between, and as it was in all others", () => {
    fc.assert(
      fc.property(aHistory, (history) => {
        let archivedOn: Day | null = null;
        let was: Goal | null = null;
        for (const { after, edit, at, period } of playHistory(history)) {
          if (edit.kind === "archive") [archivedOn, was] = [at, after];
          if (edit.kind !== "reactivate" || archivedOn === null || was === null) continue;
          for (let back = 90; back >= -90; back -= 1) {
            const on = addDays(at, -back);
            const { to } = periodOf(period, on);
            expect([on, targetOn(after, on)]).toEqual([on, to >= archivedOn && to < at ? null : targetOn(was, on)]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

function restored({ archivedOn, on }: { readonly archivedOn: Day; readonly on: Day }): Goal {
  const made = ({ goal, edit, today }: { goal: Goal; edit: GoalEdit; today: Day }) => {
    const planned = planEdit({ goal, key, edit, today });
    if (!planned.ok) throw new Error(planned.fault.message);
    return planned;
  };
  const archived = made({ goal: weekly, edit: { kind: "archive" }, today: archivedOn });
  const undo = inverseEdit({ before: weekly, change: archived.change });
  return made({ goal: archived.goal, edit: undo, today: on }).goal;
}

/** The weeks of October 2025 that had ended on its last day, with what a rep came to who did nothing. */
function weeksOf(goal: Goal): readonly string[] {
  const month = { from: day("2025-10-01"), to: day("2025-10-31") };
  const reader = { today: day("2025-10-31"), ended: false };
  const [history] = goalHistories([goal], {
    ...{ month, reader, isRead: () => true, counted: workingCalendar({ week: WEEK, holidays: new Set() }) },
    sums: { ranges: historyRanges(month, reader), rows: [] },
  });
  return (history?.periods ?? []).map(({ from, outcome }) => `${from} ${outcome}`);
}
