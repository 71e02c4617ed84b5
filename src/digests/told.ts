import type { DayRange } from "../metrics/day";
import { type MetricType, metricOf, type Unit } from "../metrics/metrics";

/** A figure that a digest told: what days that are over came to, both included, in the metric's unit. */
export interface Told extends DayRange {
  readonly type: MetricType;
  readonly value: number;
}

/** A figure that has become another one since it was told. */
export interface Correction extends DayRange {
  readonly type: MetricType;
  readonly title: string;
  readonly unit: Unit;
  readonly told: number;
  readonly now: number;
}

/**
 * What has become another number since somebody was told it, the earliest days first.
 *
 * @param told the oldest first: of the same figure the latest counts, so that a correction is told once.
 * @param sum what days come to now, in the metric's unit.
 */
export function corrections(
  told: readonly Told[],
  sum: (type: MetricType, range: DayRange) => number,
): readonly Correction[] {
  const latest = new Map(told.map((figure) => [`${figure.from} ${figure.to} ${figure.type}`, figure]));
  return [...latest.values()]
    .flatMap(({ type, from, to, value }): Correction[] => {
      const { title, unit } = metricOf(type);
      const now = sum(type, { from, to });
      // Both have two decimals at most; what lies below is how numbers are added.
      return Math.abs(now - value) < 0.005 ? [] : [{ type, title, unit, from, to, told: value, now }];
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
