import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { loggedArchiving } from "../../src/app/logged-pauses";
import { pausesMigration } from "../../src/app/pauses-migration-store";
import type { GoalChange } from "../../src/goals/edit";
import { goalEditStore } from "../../src/goals/edit-store";
import type { Goal } from "../../src/goals/goal";
import { day } from "../../src/time/day";
import { aHistory, playHistory } from "../support/builders/goal-histories";
import { aGoal } from "../support/builders/goals";
import { testDatabase } from "../support/env/database";

const key = { userId: "U01", type: "email_quantity", period: "monthly" } as const;

describe("goals that an earlier version archived", () => {
  const test = testDatabase();

  it("know from their log since when, and which periods were none once they are restored", async () => {
    const goals = test.db.collection<Goal>("goals");

    const edits = goalEditStore(test.db, { metrics: { sums: async () => [] }, newId: randomUUID });
    const edit = async (kind: "archive" | "reactivate", on: string) => {
      const [today, at] = [day(on), new Date(`${on}T12:00:00Z`)];
      const edited = await edits.edit({ key, edit: { kind }, by: "U09", today, teamToday: today, at });
      expect(edited.ok).toBe(true);
    };
    await goals.insertMany([
      aGoal("U01 email_quantity monthly"),
      aGoal("by hand", { userId: "U02", active: false }),
      aGoal("untouched", { userId: "U03" }),
    ]);
    await edit("archive", "2025-09-29");
    await edit("reactivate", "2025-11-03");
    await edit("archive", "2025-12-05");
    const kept = await goals.find().sort({ _id: 1 }).toArray();
    await goals.updateMany({}, { $unset: { archivedOn: "", pauses: "" } });
    const migration = pausesMigration(test.db);

    expect(await migration.isPending()).toBe(true);
    expect(await migration.run(async () => {})).toBe(2);

    expect(await migration.isPending()).toBe(false);
    const noted = await goals.find().sort({ _id: 1 }).toArray();
    expect(noted).toEqual(kept.map((one) => (one._id === "by hand" ? { ...one, archivedOn: null } : one)));
    expect(noted[0]).toMatchObject({
      archivedOn: "2025-12-05",
      pauses: [{ from: "2025-09-29", to: "2025-11-02" }],
    });
  });

  it("of one that is restored by then has its pause noted, and one restored the same day none", async () => {
    const goals = test.db.collection<Goal>("goals");
    const changes = test.db.collection<GoalChange>("goal_changes");
    const line = (goalId: string, kind: GoalChange["kind"], since: string): GoalChange => {
      const at = new Date(`${since}T12:00:00Z`);
      return { _id: `${goalId} ${kind}`, goalId, ...key, kind, since: day(since), from: 4, to: 4, at, by: "U09" };
    };
    await goals.insertMany([aGoal("late"), aGoal("same", { period: "weekly" })]);
    await changes.insertMany([
      line("late", "archive", "2025-10-06"),
      line("late", "reactivate", "2025-10-31"),
      line("same", "archive", "2025-10-06"),
      line("same", "reactivate", "2025-10-06"),
    ]);
    const migration = pausesMigration(test.db);

    expect(await migration.run(async () => {})).toBe(2);

    expect(await goals.findOne({ _id: "late" })).toMatchObject({ pauses: [{ from: "2025-10-06", to: "2025-10-30" }] });
    expect(await goals.findOne({ _id: "same" })).toMatchObject({ pauses: [] });
    expect(await migration.isPending()).toBe(false);
  });
});

it("any log says of a goal what the goal has kept itself", () => {
  fc.assert(
    fc.property(aHistory, (history) => {
      const made = playHistory(history);
      const { archivedOn = null, pauses = [] } = made.at(-1)?.after ?? {};
      expect(loggedArchiving(made.map(({ change }) => change))).toEqual({ archivedOn, pauses });
    }),
    { numRuns: 300 },
  );
});
