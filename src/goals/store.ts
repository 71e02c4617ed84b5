import type { Db } from "mongodb";
import type { Day } from "../metrics/day";
import type { MetricStore, UserSum } from "../metrics/metric-store";
import { currentGoals, currentOf, overviewOf, PERIODS } from "./figures";
import type { Goal } from "./goal";
import type { Overview } from "./overview";
import { periodOf } from "./periods";

/** The `goals` collection. */
export interface GoalStore {
  /** Brings every current goal up to date: one query over the metrics, one write of those that changed. */
  recompute(today: Day): Promise<number>;
  /** One person's figures as of the last sync, from one query; `current` is recomputed, never trusted. */
  overview(userId: string, today: Day): Promise<Overview>;
}

export function goalStore(db: Db, metrics: MetricStore): GoalStore {
  const goals = db.collection<Goal>("goals");
  const sumsOf = (today: Day, users?: readonly string[]) =>
    metrics.sums(
      PERIODS.map((period) => periodOf(period, today)),
      users,
    );
  return {
    recompute: async (today) => {
      const current = currentGoals(await goals.find({ active: true }).toArray(), today);
      if (current.length === 0) return 0;
      const sums = bySubject(await sumsOf(today));
      const updates = current.flatMap((goal) => {
        const value = currentOf(goal, sums.of(goal));
        return value === goal.current
          ? []
          : [{ updateOne: { filter: { _id: goal._id }, update: { $set: { current: value } } } }];
      });
      if (updates.length > 0) await goals.bulkWrite(updates, { ordered: false });
      return current.length;
    },
    overview: async (userId, today) => {
      const mine = await goals.find({ userId, active: true }).toArray();
      return overviewOf(userId, { today, goals: mine, sums: await sumsOf(today, [userId]) });
    },
  };
}

/** So that a thousand people's goals do not search a thousand people's sums each. */
function bySubject(sums: readonly UserSum[]): { of(goal: Goal): readonly UserSum[] } {
  const own = new Map<string, UserSum[]>();
  for (const sum of sums) own.set(sum.userId, [...(own.get(sum.userId) ?? []), sum]);
  return { of: (goal) => (goal.team === undefined ? (own.get(goal.userId ?? "") ?? []) : sums) };
}
