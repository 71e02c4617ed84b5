import type { MetricStore } from "../../metrics/metric-store";
import { type Cell, rollup } from "../../metrics/rollup";
import type { Roster } from "../../people/roster";
import type { DayRange, ZoneDays } from "../../time/day";
import { batchDays } from "./affected-days";

/** A total that is not the sum of its records. */
export interface Mismatch extends Pick<Cell, "userId" | "type" | "day" | "source"> {
  /** In the metric's unit; 0 for a total that is missing. */
  readonly kept: number;
  /** What its records make, in the same unit. */
  readonly records: number;
}

export interface Audit {
  /** Totals that were reckoned again. */
  readonly totals: number;
  readonly astray: readonly Mismatch[];
}

/**
 * Reckons every daily total of the range again from the records that are kept, and writes nothing: two queries a stretch.
 * Between the keeping of a run's records and the making of its totals they differ, and nothing is wrong.
 */
export async function audit(
  range: DayRange,
  { metrics, roster, days }: { metrics: Pick<MetricStore, "ownerCells" | "cellsOf">; roster: Roster; days: ZoneDays },
): Promise<Audit> {
  const astray: Mismatch[] = [];
  let totals = 0;
  for (const some of batchDays(range, roster)) {
    const [sums, standing] = await Promise.all([metrics.ownerCells(some), metrics.cellsOf(some)]);
    const { changes, unchanged } = rollup(sums, { standing, userOf: roster.userOf, days });
    const kept = new Map(standing.map(({ _id, value }) => [_id, value]));
    totals += changes.length + [...unchanged.values()].reduce((sum, count) => sum + count, 0);
    for (const { cell } of changes) {
      const { userId, type, day, source } = cell;
      astray.push({ userId, type, day, source, kept: kept.get(cell._id) ?? 0, records: cell.value });
    }
  }
  return { totals, astray };
}
