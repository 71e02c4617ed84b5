import type { Goal } from "../../src/goals/goal";
import { holidayBook } from "../../src/goals/holidays";
import { dayPlan } from "../../src/goals/metric-goals";
import { overviewStore } from "../../src/goals/overview-store";
import { goalStatus } from "../../src/goals/status";
import { teamSettingsStore } from "../../src/goals/team-settings-store";
import { metricStore } from "../../src/metrics/metric-store";
import { type Day, day, zoneDays } from "../../src/time/day";
import { aGoal } from "../support/builders/goals";
import { testDatabase } from "../support/env/database";

describe("goals of days that no source was read on", () => {
  const test = testDatabase();

  /** How the goals of a person and of the team stand on Friday, Oct 10, where sources were read through that day. */
  const stands = async (through: Day | "never" | null) => {
    const { db } = test;
    const book = holidayBook();
    const store = overviewStore(db, {
      metrics: metricStore(db),
      settings: teamSettingsStore(db, book),
      book,
      paceDays: "working",
      days: zoneDays("America/New_York"),
      readThrough: async () => () => through,
    });
    const { members, team } = await store.teamOverview([{ _id: "U01" }], new Date("2025-10-10T16:00:00Z"));
    return [...(members[0]?.overview.goals ?? []), ...team];
  };
  const states = async (through: Day | "never" | null) => (await stands(through)).map(goalStatus);

  it("are not known to be behind, a person's as the team's, until a day of their period was read", async () => {
    await test.db.collection<Goal>("goals").insertMany([aGoal("month"), aGoal("week", { period: "weekly" })]);

    expect(await states(day("2025-09-30"))).toEqual(Array(4).fill("unread"));
    expect(await states(day("2025-10-05"))).toEqual(["unread", "behind", "unread", "behind"]);
    expect(await states(day("2025-10-06"))).toEqual(Array(4).fill("behind"));
    expect(await states("never")).toEqual(Array(4).fill("unread"));
    expect(await states(null)).toEqual(Array(4).fill("behind"));
  });

  it("ask nothing that can be said of a day, since nobody knows what is left", async () => {
    await test.db.collection<Goal>("goals").insertOne(aGoal("month"));

    const asked = async (through: Day) => dayPlan((await stands(through)).slice(0, 1)).map(({ target }) => target > 0);

    expect(await asked(day("2025-09-30"))).toEqual([]);
    expect((await stands(day("2025-09-30"))).map(({ pace }) => [pace.afterToday, pace.forecast])).toEqual(
      Array(2).fill([null, null]),
    );
    expect(await asked(day("2025-10-01"))).toEqual([true]);
  });
});
