import { type MetricType, metricValue } from "../metrics/metrics";
import type { RecordTally } from "../metrics/record-store";
import type { Cell } from "../metrics/rollup";
import type { SourceId } from "../metrics/sources";
import type { Day } from "../time/day";

/** One day of one source: what the figure holds for it, and what its records come to now. In the metric's unit. */
export interface WhyCell {
  readonly day: Day;
  readonly source: SourceId;
  readonly value: number;
  /** What it comes to now: no other value unless records changed since they were last counted. */
  readonly now: number;
  /** Counting records, now. */
  readonly records: number;
}

/** A figure as the daily totals have it, and as its records would make it now; two decimals. */
export interface WhyFigure {
  readonly value: number;
  readonly now: number;
  /** In the order of days, then of sources; none that is empty on both sides. */
  readonly cells: readonly WhyCell[];
}

/**
 * Sets the daily totals against the sums of the records that count, each sum made a value as the roll-up does: once a cell.
 * What is not kept any more cannot differ: totals of days before `retainedFrom` stand.
 */
export function whyFigure(
  type: MetricType,
  {
    totals,
    tallies,
    retainedFrom,
  }: { totals: readonly Cell[]; tallies: readonly RecordTally[]; retainedFrom: Day | null },
): WhyFigure {
  const cells = new Map<string, WhyCell>();
  const isKept = (day: Day) => retainedFrom === null || day >= retainedFrom;
  for (const { day, source, value } of totals)
    cells.set(`${day} ${source}`, { day, source, value, now: isKept(day) ? 0 : value, records: 0 });
  for (const { day, source, why, amount, records } of tallies) {
    if (why !== null || !isKept(day)) continue;
    const key = `${day} ${source}`;
    cells.set(key, { day, source, value: cells.get(key)?.value ?? 0, now: metricValue(type, amount), records });
  }
  const shown = [...cells].filter(([, { value, records }]) => value !== 0 || records > 0);
  const ordered = shown.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
  return { value: total(ordered, "value"), now: total(ordered, "now"), cells: ordered };
}

/** Adds values of cells, rounded to two decimals. */
export function total(cells: readonly WhyCell[], field: "value" | "now"): number {
  return Math.round(cells.reduce((sum, cell) => sum + cell[field], 0) * 100) / 100;
}
