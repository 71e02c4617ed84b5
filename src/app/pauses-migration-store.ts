import type { Db } from "mongodb";
import type { GoalChange } from "../goals/edit";
import type { Goal } from "../goals/goal";
import { loggedArchiving } from "./logged-pauses";

/** Notes in goals of before since when they are archived, and on which days they were, from their log; run again, it changes nothing. */
export interface PausesMigration {
  /** Tells whether anything is left to be noted. */
  isPending(): Promise<boolean>;
  /** @param check is called before each write, and throws where another process took over. @returns how many goals it noted that in. */
  run(check: () => Promise<void>): Promise<number>;
}

const ARCHIVED = { active: false, archivedOn: { $exists: false } } as const;

export function pausesMigration(db: Db): PausesMigration {
  const goals = db.collection<Goal>("goals");
  const changes = db.collection<GoalChange>("goal_changes");
  const restored = async () => {
    const ids = await changes.distinct("goalId", { kind: "reactivate" });
    return { _id: { $in: ids }, active: true, pauses: { $exists: false } };
  };
  return {
    isPending: async () => {
      const left = await Promise.all([goals.findOne(ARCHIVED), goals.findOne(await restored())]);
      return left.some((one) => one !== null);
    },
    run: async (check) => {
      let noted = 0;
      for (const { _id, active } of await goals.find({ $or: [ARCHIVED, await restored()] }).toArray()) {
        const { archivedOn, pauses } = loggedArchiving(await changes.find({ goalId: _id }).sort({ at: 1 }).toArray());
        const set = active ? { pauses } : { archivedOn, ...(pauses.length > 0 && { pauses }) };
        await check();
        // Somebody may have changed it with the version of before.
        noted += (await goals.updateOne({ _id, active }, { $set: set })).modifiedCount;
      }
      return noted;
    },
  };
}
