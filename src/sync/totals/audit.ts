import type { CallFact } from "../../metrics/fact-store";
import type { MetricStore } from "../../metrics/metric-store";
import { type Cell, type OwnerCell, rollup } from "../../metrics/rollup";
import type { Roster } from "../../people/roster";
import type { DayRange, ZoneDays } from "../../time/day";
import { batchDays } from "./affected-days";
import { DUPLICATE_REACH_MS } from "./duplicates";
import { type FindMarksDeps, findMarks } from "./find-marks";
import { NO_OVERLAP } from "./overlap";

/** A total that is not the sum of its records. */
export interface Mismatch extends Pick<Cell, "userId" | "type" | "day" | "source"> {
  /** In the metric's unit; 0 for a total that is missing. */
  readonly stored: number;
  /** The sum of its records, each marked as a duplicate or not as it should be; in the same unit. */
  readonly records: number;
}

export interface Audit {
  /** How many totals were recomputed. */
  readonly totals: number;
  readonly mismatches: readonly Mismatch[];
}

export interface AuditDeps extends Omit<FindMarksDeps, "overlap"> {
  readonly metrics: Pick<MetricStore, "ownerCells" | "cellsOf">;
  readonly roster: Roster;
}

/**
 * Recomputes every daily total of the range from the saved records, as well as which calls are another's duplicates, and writes
 * nothing: four queries per batch of days. While a run has saved its records and not yet its totals they differ, and nothing
 * is wrong.
 */
export async function audit(range: DayRange, deps: AuditDeps): Promise<Audit> {
  const { metrics, roster, days } = deps;
  const mismatches: Mismatch[] = [];
  let totals = 0;
  for (const batch of batchDays(range, roster)) {
    const [sums, cells, mismarked] = await Promise.all([
      metrics.ownerCells(batch),
      metrics.cellsOf(batch),
      mismarkedCalls(batch, deps),
    ]);
    const right = [...sums, ...mismarked.map((call) => correction(call, days))];
    const { changes, unchanged } = rollup(right, { standing: cells, userOf: roster.userOf, days });
    const stored = new Map(cells.map(({ _id, value }) => [_id, value]));
    totals += changes.length + [...unchanged.values()].reduce((sum, count) => sum + count, 0);
    for (const { cell } of changes) {
      const { userId, type, day, source } = cell;
      mismatches.push({ userId, type, day, source, stored: stored.get(cell._id) ?? 0, records: cell.value });
    }
  }
  return { totals, mismatches };
}

/** Copper calls, and their talk time, that count and are a JustCall call's duplicate, or the other way around. */
async function mismarkedCalls(batch: DayRange, deps: AuditDeps): Promise<readonly CallFact[]> {
  const { marks, copper } = await findMarks(batch, { ...deps, overlap: NO_OVERLAP });
  const isDuplicate = new Map(marks.map(({ _id, duplicateOf }) => [_id, duplicateOf !== null]));
  return copper.filter((call) => isDuplicate.get(call._id) === call.counts && !isAtMidnight(call, deps));
}

/** A run may have read the other call on a day outside its own, and saved none of it. */
function isAtMidnight({ at }: CallFact, { days }: Pick<AuditDeps, "days">): boolean {
  const around = [-DUPLICATE_REACH_MS, DUPLICATE_REACH_MS].map((by) => days.dayOf(new Date(at.getTime() + by)));
  return around[0] !== around[1];
}

/** What a call adds to the sums where it should count, and takes away where it should not. */
function correction({ type, owner, amount, counts, at }: CallFact, days: ZoneDays): OwnerCell {
  const sign = counts ? -1 : 1;
  return { source: "copper", type, day: days.dayOf(at), owner, amount: sign * amount, records: sign };
}
