import type { Db } from "mongodb";
import type { Goal } from "../../../src/goals/goal";
import { metricStore } from "../../../src/metrics/metric-store";
import type { MetricType } from "../../../src/metrics/metrics";
import { cellId } from "../../../src/metrics/rollup";
import { addDays, type Day, day, zoneDays } from "../../../src/time/day";

/** A monthly goal of 400 emails in force since September 2025. */
export function aGoal(_id: string, given: Partial<Goal> = {}): Goal {
  const whose = given.team === undefined ? { userId: "U01" } : {};
  const targets = [{ from: day("2025-09-01"), target: 400 }];
  return { _id, ...whose, type: "email_quantity", period: "monthly", targets, current: 0, active: true, ...given };
}

/** What somebody did on one day. */
export interface Figure {
  readonly userId: string;
  readonly type: MetricType;
  /** Days before the day that is today. */
  readonly before: number;
  readonly value: number;
}

/** Writes figures as a sync does. */
export async function saveFigures(
  db: Db,
  { figures, today }: { figures: readonly Figure[]; today: Day },
): Promise<void> {
  const days = zoneDays("America/New_York");
  const changes = figures.map(({ userId, type, before, value }) => {
    const key = { userId, type, day: addDays(today, -before), source: "copper" } as const;
    const cell = { _id: cellId(key), ...key, value, date: days.startOf(key.day), records: 1 };
    return { cell, change: "created" } as const;
  });
  await metricStore(db).save(changes, { asOf: 1, now: days.startOf(addDays(today, 1)) });
}
