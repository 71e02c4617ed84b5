import type { DatedTarget, Goal, Period } from "../../goals/goal";
import type { MetricType } from "../../metrics/metrics";
import { EVERYONE } from "../../people/permissions";
import { day } from "../../time/day";
import { REPS, type Rep } from "./team";

type Row = readonly [who: Rep | "team", type: MetricType, period: Period, target: number];

/** Goals with one target since September. */
const STEADY: readonly Row[] = [
  ["ana", "email_quantity", "daily", 3],
  ["ana", "email_quantity", "monthly", 60],
  ["ana", "phone_call_quantity", "weekly", 30],
  ["ana", "phone_call_quantity", "monthly", 110],
  ["ben", "email_quantity", "weekly", 12],
  ["ben", "phone_call_quantity", "daily", 10],
  ["ben", "phone_call_quantity", "monthly", 150],
  ["ben", "talk_time_minutes", "weekly", 120],
  ["ben", "new_sales_distribution", "monthly", 50_000],
  ["chloe", "email_quantity", "monthly", 40],
  ["chloe", "lead_progression_a", "monthly", 6],
  ["chloe", "lead_progression_b", "monthly", 4],
  ["dev", "email_quantity", "daily", 2],
  ["dev", "phone_call_quantity", "monthly", 30],
  ["dev", "lead_progression_c", "monthly", 3],
  ["maya", "phone_call_quantity", "weekly", 5],
  ["maya", "new_sales_wholesale", "monthly", 20_000],
  ["team", "phone_call_quantity", "monthly", 400],
  ["team", "new_sales_wholesale", "monthly", 150_000],
];

const SINCE_SEPTEMBER = "2026-09-01";

/** 21 goals that a sync recomputes, one with a changed target; one that is off. */
export function sampleGoals(): readonly Goal[] {
  return [
    ...STEADY.map((row) => goal(row, [dated(SINCE_SEPTEMBER, row[3])])),
    goal(["ana", "new_sales_wholesale", "monthly", 0], [dated(SINCE_SEPTEMBER, 80_000), dated("2026-10-01", 100_000)]),
    goal(["chloe", "phone_call_quantity", "weekly", 0], [dated(SINCE_SEPTEMBER, 20)]),
    { ...goal(["maya", "email_quantity", "weekly", 0], [dated(SINCE_SEPTEMBER, 10)]), active: false },
  ];
}

function goal([who, type, period]: Row, targets: readonly DatedTarget[]): Goal {
  const whose = who === "team" ? { team: EVERYONE } : { userId: REPS[who].slack };
  return { _id: `goal-${who}-${type}-${period}`, ...whose, type, period, targets, current: 0, active: true };
}

function dated(from: string, target: number): DatedTarget {
  return { from: day(from), target };
}
