import type { Db } from "mongodb";
import type { MetricStore } from "../metrics/metric-store";
import type { Day } from "../time/day";
import { currentGoals, goalSum, PERIODS } from "./figures";
import { type Goal, periodOf } from "./goal";
import { byPerson } from "./team-figures";

/** The `goals` collection. */
export interface GoalStore {
  /** Brings every current goal up to date, by the team's date: one query over the metrics, one write of those that changed. */
  recompute(today: Day): Promise<number>;
  /** Whoever has a current goal of their own. */
  owners(today: Day): Promise<ReadonlySet<string>>;
}

export function goalStore(db: Db, metrics: Pick<MetricStore, "sums">): GoalStore {
  const goals = db.collection<Goal>("goals");
  return {
    recompute: async (today) => {
      const current = currentGoals(await goals.find({ active: true }).toArray(), today);
      if (current.length === 0) return 0;
      const ranges = PERIODS.map((period) => periodOf(period, today));
      const sums = await metrics.sums(ranges);
      const sumsOf = byPerson(sums);
      const updates = current.flatMap((goal) => {
        const rows = goal.team === undefined ? (sumsOf.get(goal.userId ?? "") ?? []) : sums;
        const value = goalSum(goal, { range: periodOf(goal.period, today), sums: { ranges, rows } });
        return value === goal.current
          ? []
          : [{ updateOne: { filter: { _id: goal._id }, update: { $set: { current: value } } } }];
      });
      if (updates.length > 0) await goals.bulkWrite(updates, { ordered: false });
      return current.length;
    },
    owners: async (today) => {
      const own = await goals.find({ active: true, userId: { $type: "string" } }).toArray();
      return new Set(currentGoals(own, today).flatMap(({ userId }) => (userId === undefined ? [] : [userId])));
    },
  };
}
