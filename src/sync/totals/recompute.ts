import { sideBySide } from "../../lib/concurrency";
import type { FactStore } from "../../metrics/fact-store";
import type { MetricStore } from "../../metrics/metric-store";
import { rollup } from "../../metrics/rollup";
import { bySource, type SourceId } from "../../metrics/sources";
import type { Roster } from "../../people/roster";
import type { Day, DayRange, ZoneDays } from "../../time/day";
import type { Fence } from "../lease";
import type { CellCounts } from "../report";
import { BATCHES_AT_ONCE, batchDays } from "./affected-days";
import { type DayTally, dayTallies } from "./day-tallies";
import { findMarks } from "./find-marks";
import type { Overlap } from "./overlap";

export interface RecomputeDeps {
  readonly facts: FactStore;
  readonly metrics: MetricStore;
  readonly roster: Roster;
  readonly days: ZoneDays;
  readonly overlap: Overlap;
  /** The first day whose records are kept; `null` while all are. Totals of days before it are frozen. */
  readonly retainedFrom: Day | null;
  readonly fence: Fence;
  readonly now: () => Date;
}

/** The outcome of recomputing days. */
export interface Recomputed {
  readonly cells: Readonly<Record<SourceId, CellCounts>>;
  readonly tallies: readonly DayTally[];
}

/**
 * Marks calls that two systems have, then recomputes every daily total of the range from its facts: a small team's month
 * at once, a month of a thousand reps day by day, so that it fits in little memory. Cells outside the range stay as they are,
 * and so do those of days whose records are not kept any more.
 */
export async function recompute(range: DayRange, deps: RecomputeDeps): Promise<Recomputed> {
  const { roster, retainedFrom } = deps;
  const kept = retainedFrom !== null && retainedFrom > range.from ? { ...range, from: retainedFrom } : range;
  const cells = emptyCounts();
  const tallies = await sideBySide(batchDays(kept, roster), {
    most: BATCHES_AT_ONCE,
    work: (batch) => recomputeBatch(batch, { cells, deps }),
  });
  return { cells, tallies: tallies.flat() };
}

/** Adds to `cells` what became of the batch's totals. */
async function recomputeBatch(
  batch: DayRange,
  { cells, deps }: { readonly cells: CountedCells; readonly deps: RecomputeDeps },
): Promise<readonly DayTally[]> {
  const { metrics, roster, days, fence, now } = deps;
  await markDuplicates(batch, deps);
  const [sums, current] = await Promise.all([metrics.ownerCells(batch), metrics.cellsOf(batch)]);
  const { changes, unchanged } = rollup(sums, { standing: current, userOf: roster.userOf, days });
  if (changes.length > 0) {
    await fence.check();
    await metrics.save(changes, { asOf: fence.token, now: now() });
  }
  for (const { cell, change } of changes) cells[cell.source][change] += 1;
  for (const [source, count] of unchanged) cells[source].unchanged += count;
  return dayTallies(sums, roster.userOf);
}

/** Recomputes single days, of which there are few. */
export async function recomputeDays(days: readonly Day[], deps: RecomputeDeps): Promise<void> {
  for (const day of [...new Set(days)].sort()) await recompute({ from: day, to: day }, deps);
}

async function markDuplicates(range: DayRange, deps: RecomputeDeps): Promise<void> {
  const { marks } = await findMarks(range, deps);
  if (marks.length === 0) return;
  await deps.fence.check();
  await deps.facts.mark(marks, deps.fence.token);
}

type CountedCells = Readonly<Record<SourceId, { -readonly [K in keyof CellCounts]: number }>>;

function emptyCounts(): CountedCells {
  return bySource(() => ({ created: 0, updated: 0, unchanged: 0, removed: 0 }));
}
