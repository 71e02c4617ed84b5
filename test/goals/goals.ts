import type { Goal } from "../../src/goals/goal";
import { day } from "../../src/time/day";

/** A monthly goal of 400 e-mails in force since September 2025. */
export function aGoal(_id: string, given: Partial<Goal> = {}): Goal {
  const whose = given.team === undefined ? { userId: "U01" } : {};
  const targets = [{ from: day("2025-09-01"), target: 400 }];
  return { _id, ...whose, type: "email_quantity", period: "monthly", targets, current: 0, active: true, ...given };
}
