import { periodOf } from "../../../goals/goal";
import type { GlanceLine, Overview } from "../../../goals/overview";
import type { MetricType, Unit } from "../../../metrics/metrics";
import type { Day } from "../../../time/day";
import type { Cause } from "../../ui/changes/causes";

/** How a figure of this month became another one, in its metric's unit. */
export interface OwnChange {
  readonly type: MetricType;
  readonly unit: Unit;
  readonly change: number;
  /** What the month has come to since. */
  readonly month: number;
  /** The records that made it, the largest first, which come to it together; absent where they are not known. */
  readonly causes?: readonly Cause[];
}

/** A figure of this month, in its metric's unit. */
export type OwnFigure = Omit<OwnChange, "change" | "causes">;

/** What a month had come to by metric, at some instant on that day of the reader's. */
export interface MonthThen {
  readonly today: Day;
  readonly glance: readonly Pick<GlanceLine, "type" | "month">[];
}

/** Lists what became another figure between two looks, in the order of the METRICS table; `null` where another month began. */
export function ownChanges(before: MonthThen, after: Pick<Overview, "today" | "glance">): readonly OwnChange[] | null {
  if (periodOf("monthly", before.today).from !== periodOf("monthly", after.today).from) return null;
  const was = new Map(before.glance.map(({ type, month }) => [type, month]));
  return after.glance.flatMap(({ type, unit, month }): OwnChange[] => {
    const change = changeOf(month, was.get(type) ?? 0);
    return change === 0 ? [] : [{ type, unit, change, month }];
  });
}

/** By how much a figure changed, to two decimals. */
export function changeOf(now: number, before: number): number {
  return Math.round((now - before) * 100) / 100;
}

/** Lists what this month has come to, in the order of the METRICS table: money first. */
export function monthFigures({ glance }: Pick<Overview, "glance">): readonly OwnFigure[] {
  return glance.flatMap(({ type, unit, month }) => (month === 0 ? [] : [{ type, unit, month }]));
}
