import type { MetricStore } from "../../metrics/metric-store";
import { type Cell, rollup } from "../../metrics/rollup";
import type { Roster } from "../../people/roster";
import type { DayRange, ZoneDays } from "../../time/day";
import { batchDays } from "./affected-days";

/** A total that is not the sum of its records. */
export interface Mismatch extends Pick<Cell, "userId" | "type" | "day" | "source"> {
  /** In the metric's unit; 0 for a total that is missing. */
  readonly stored: number;
  /** The sum of its records, in the same unit. */
  readonly records: number;
}

export interface Audit {
  /** How many totals were recomputed. */
  readonly totals: number;
  readonly mismatches: readonly Mismatch[];
}

/**
 * Recomputes every daily total of the range from the saved records, and writes nothing: two queries per batch of days.
 * While a run has saved its records and not yet its totals they differ, and nothing is wrong.
 */
export async function audit(
  range: DayRange,
  { metrics, roster, days }: { metrics: Pick<MetricStore, "ownerCells" | "cellsOf">; roster: Roster; days: ZoneDays },
): Promise<Audit> {
  const mismatches: Mismatch[] = [];
  let totals = 0;
  for (const batch of batchDays(range, roster)) {
    const [sums, cells] = await Promise.all([metrics.ownerCells(batch), metrics.cellsOf(batch)]);
    const { changes, unchanged } = rollup(sums, { standing: cells, userOf: roster.userOf, days });
    const stored = new Map(cells.map(({ _id, value }) => [_id, value]));
    totals += changes.length + [...unchanged.values()].reduce((sum, count) => sum + count, 0);
    for (const { cell } of changes) {
      const { userId, type, day, source } = cell;
      mismatches.push({ userId, type, day, source, stored: stored.get(cell._id) ?? 0, records: cell.value });
    }
  }
  return { totals, mismatches };
}
