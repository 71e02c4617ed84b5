import type { Db } from "mongodb";
import type { GoalChange } from "../goals/edit";
import type { Goal } from "../goals/goal";
import { EVERYONE } from "../people/permissions";

/** What a migration changed. */
export interface MovedGoals {
  readonly goals: number;
  /** Lines of the log. */
  readonly changes: number;
}

/** Gives the goals of the one team of before there were teams, with their log, to Everyone; run again, it changes nothing. */
export interface EveryoneMigration {
  /** Tells whether anything is left to be moved. */
  isPending(): Promise<boolean>;
  /** @param check is called before each write, and throws where another process took over. */
  run(check: () => Promise<void>): Promise<MovedGoals>;
}

/** What the one team was called. */
const FORMER = { team: "sales" };

export function everyoneMigration(db: Db): EveryoneMigration {
  const goals = db.collection<Goal>("goals");
  const changes = db.collection<GoalChange>("goal_changes");
  const toEveryone = { $set: { team: EVERYONE } };
  return {
    isPending: async () => {
      const left = await Promise.all([goals.findOne(FORMER), changes.findOne(FORMER)]);
      return left.some((one) => one !== null);
    },
    run: async (check) => {
      await check();
      // The log first: a goal that still names the former team brings a process that broke off back here.
      const logged = await changes.updateMany(FORMER, toEveryone);
      await check();
      const moved = await goals.updateMany(FORMER, toEveryone);
      return { goals: moved.modifiedCount, changes: logged.modifiedCount };
    },
  };
}
