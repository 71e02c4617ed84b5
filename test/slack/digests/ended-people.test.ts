import type { Goal } from "../../../src/goals/goal";
import { holidayBook } from "../../../src/goals/holidays";
import { overviewStore } from "../../../src/goals/overview-store";
import { teamSettingsStore } from "../../../src/goals/team-settings-store";
import { metricStore } from "../../../src/metrics/metric-store";
import { endedPeople } from "../../../src/slack/digests/recaps/ended-people";
import { personLines } from "../../../src/slack/digests/recaps/recap-people-view";
import { day, zoneDays } from "../../../src/time/day";
import { aGoal, saveFigures } from "../../support/builders/goals";
import { aPerson } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";

const MONDAY = day("2025-10-06");
const people = [aPerson("U01", { name: "Ana Torres" }), aPerson("U02", { name: "Ben Okafor" })];

describe("who missed what before", () => {
  const test = testDatabase();
  /** What is said at nine in the morning of a day of two people with a goal of 20 emails a week. */
  const said = async (on: string, figures: Parameters<typeof saveFigures>[1]["figures"]) => {
    const { db } = test;
    const [days, now] = [zoneDays("America/New_York"), new Date(`${on}T13:00:00Z`)];
    const [metrics, book] = [metricStore(db), holidayBook()];
    const settings = teamSettingsStore(db, book);
    const overviews = overviewStore(db, { metrics, settings, book, paceDays: "working", days });
    const goals = people.map(({ _id: userId }) =>
      aGoal(`g${userId}`, { userId, period: "weekly", targets: [{ from: day("2025-09-01"), target: 20 }] }),
    );
    await db.collection<Goal>("goals").insertMany(goals);
    await saveFigures(db, { figures, today: MONDAY });
    const overview = await overviews.teamOverview(people, now);
    const freshness = [{ source: "copper", asOf: now, state: "fresh", from: day("2025-08-01") } as const];
    const ended = await endedPeople({ overviews, now: () => now, days }, { overview, people, freshness });
    return ended.map((person) => {
      const { open, reached } = personLines(person);
      return [person.userId, ...open, ...reached];
    });
  };
  const emails = (userId: string, before: number, value: number) =>
    ({ userId, type: "email_quantity", before, value }) as const;

  it("is said on the first day of all goals, when nobody can be behind yet, also once somebody has begun", async () => {
    const figures = [emails("U01", 4, 16), emails("U01", 11, 30), emails("U02", 4, 20), emails("U02", 0, 3)];

    expect(await said("2025-10-06", figures)).toEqual([
      ["U01", "❌ Emails: *4 short* last week, 16 of 20 (30 before)"],
      ["U02", "✅ Emails: 20 of 20 last week (0 before)"],
    ]);
  });

  it("is nothing once goals go on", async () => {
    expect(await said("2025-10-07", [emails("U01", 4, 16)])).toEqual([]);
  });
});
