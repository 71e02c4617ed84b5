import fc from "fast-check";
import { type GoalKey, goalVersion } from "../../src/goals/edit";
import { goalEditStore } from "../../src/goals/edit-store";
import { holidayBook } from "../../src/goals/holidays";
import { overviewStore } from "../../src/goals/overview-store";
import { planEdit } from "../../src/goals/plan-edit";
import { editPreview } from "../../src/goals/preview";
import { teamSettingsStore } from "../../src/goals/team-settings-store";
import { metricStore } from "../../src/metrics/metric-store";
import { addDays, day, zoneDays } from "../../src/time/day";
import { firstOpenDay, readerDays } from "../../src/time/reader-day";
import { aHistory, editOf, type MadeEdit } from "../support/builders/goal-histories";
import { saveFigures } from "../support/builders/goals";
import { testDatabase } from "../support/env/database";

const days = zoneDays("America/New_York");
const START = day("2025-09-01");

describe("a preview, over any history of edits and undos of a rep anywhere", () => {
  const test = testDatabase();

  it("says what then happens: the goal as it is shown, and the line of the log", async () => {
    const [metrics, book] = [metricStore(test.db), holidayBook()];
    const settings = teamSettingsStore(test.db, book);
    const overviews = overviewStore(test.db, { metrics, settings, book, paceDays: "working", days });
    let ids = 0;
    const newId = () => {
      ids += 1;
      return `change-${String(ids).padStart(6, "0")}`;
    };
    const store = goalEditStore(test.db, { metrics, newId });
    const figures = Array.from({ length: 120 }, (_, before) => {
      return { userId: "U01", type: "email_quantity", before, value: before % 5 } as const;
    });
    await saveFigures(test.db, { today: addDays(START, 100), figures });
    const zone = fc.constantFrom("America/Los_Angeles", "Asia/Kolkata", "Pacific/Kiritimati", null);
    // Noon, 9:30 PM and 1 AM in New York, when clocks elsewhere show other dates.
    const minute = fc.constantFrom(12 * 60, 21 * 60 + 30, 60);
    let made = 0;

    await fc.assert(
      fc.asyncProperty(aHistory, zone, minute, async ({ period, steps }, tz, minutes) => {
        await Promise.all(["goals", "goal_changes"].map((name) => test.db.collection(name).deleteMany({})));
        const key: GoalKey = { userId: "U01", type: "email_quantity", period };
        const member = { _id: "U01", tz };
        let teamToday = START;
        let last: MadeEdit | undefined;
        for (const step of steps) {
          teamToday = addDays(teamToday, step.after);
          const now = new Date(days.startOf(teamToday).getTime() + minutes * 60_000);
          const today = firstOpenDay(readerDays(now, days).of(member));
          const edit = editOf(step, { at: today, last });
          const before = await store.find(key);
          const planned = edit === null ? null : planEdit({ goal: before, key, edit, today });
          if (edit === null || planned === null) continue;
          const request = { key, edit, by: "U0BOSS", today, teamToday, at: now, seen: goalVersion(before) };
          if (!planned.ok) {
            expect(await store.edit(request)).toEqual(planned);
            continue;
          }
          const read = await overviews.figures({ now, userId: "U01" });
          const shown = editPreview({ key, before, planned }, { member, figures: read });

          const edited = await store.edit(request);

          const { goals } = await overviews.overview(member, now);
          expect(shown.after).toEqual(goals[0] ?? null);
          const [logged] = await store.log({ userIds: ["U01"], limit: 1 });
          expect(logged).toMatchObject({ ...shown.change, by: "U0BOSS" });
          const saved = await store.find(key);
          expect([edited.ok, saved?.targets, saved?.active]).toEqual([true, planned.goal.targets, planned.goal.active]);
          last = { before, after: planned.goal, change: planned.change, edit, key, period, at: today };
          made += 1;
        }
      }),
      { numRuns: 15 },
    );
    expect(made).toBeGreaterThan(20);
  });
});
