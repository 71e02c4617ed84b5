import { type Fact, factId } from "../../metrics/fact";
import type { CallFact, FactStore } from "../../metrics/fact-store";
import type { MetricStore } from "../../metrics/metric-store";
import { rollup } from "../../metrics/rollup";
import { bySource, type SourceId } from "../../metrics/sources";
import type { Roster } from "../../people/roster";
import type { Day, DayRange, InstantRange, ZoneDays } from "../../time/day";
import type { CellCounts } from "../report";
import { batchDays } from "./affected-days";
import { type DayTally, dayTallies } from "./day-tallies";
import { DUPLICATE_REACH_MS, duplicateMarks } from "./duplicates";

export interface RecomputeDeps {
  readonly facts: FactStore;
  readonly metrics: MetricStore;
  readonly roster: Roster;
  readonly days: ZoneDays;
  readonly edge: Overlap;
  readonly stillHeld: () => Promise<void>;
  readonly asOf: number;
  readonly now: () => Date;
}

/** JustCall calls just outside what this run read, which may cover a Copper call inside; fresher than what is kept. */
export interface Overlap {
  readonly calls: readonly Fact[];
  /** Around what these are all there are, so that others which are kept are gone; `null` where that is not known. */
  readonly around: InstantRange | null;
}

/** No JustCall calls were read: those that are kept stand. */
export const NO_OVERLAP: Overlap = { calls: [], around: null };

/** What the days of a run came to. */
export interface Recomputed {
  readonly cells: Readonly<Record<SourceId, CellCounts>>;
  readonly tallies: readonly DayTally[];
}

/**
 * Marks calls that two systems have, then makes every daily total of the range anew from its facts: a small team's month
 * at once, a month of a thousand reps day by day, so that it fits in little memory. Cells outside the range stay as they are.
 */
export async function recompute(range: DayRange, parts: RecomputeDeps): Promise<Recomputed> {
  const { metrics, roster, days, stillHeld, asOf, now } = parts;
  const cells = emptyCounts();
  const tallies: DayTally[] = [];
  for (const some of batchDays(range, roster)) {
    await markDuplicates(some, parts);
    const [sums, standing] = await Promise.all([metrics.ownerCells(some), metrics.cellsOf(some)]);
    const { changes, unchanged } = rollup(sums, { standing, userOf: roster.userOf, days });
    if (changes.length > 0) {
      await stillHeld();
      await metrics.save(changes, { asOf, now: now() });
    }
    for (const { cell, change } of changes) cells[cell.source][change] += 1;
    for (const [source, count] of unchanged) cells[source].unchanged += count;
    tallies.push(...dayTallies(sums, roster.userOf));
  }
  return { cells, tallies };
}

/** The same for single days, of which there are few. */
export async function recomputeDays(days: readonly Day[], parts: RecomputeDeps): Promise<void> {
  for (const day of [...new Set(days)].sort()) await recompute({ from: day, to: day }, parts);
}

async function markDuplicates(
  range: DayRange,
  { facts, roster, days, edge, stillHeld, asOf }: RecomputeDeps,
): Promise<void> {
  const { since, until } = days.instantsOf(range);
  const copper = await facts.calls("copper", { since, until }, ["phone_call_quantity", "talk_time_minutes"]);
  if (copper.length === 0) return;
  const around = {
    since: new Date(since.getTime() - DUPLICATE_REACH_MS),
    until: new Date(until.getTime() + DUPLICATE_REACH_MS + 1),
  };
  const justcall = withOverlap(await facts.calls("justcall", around, ["phone_call_quantity"]), edge);
  const source = (call: CallFact): SourceId => (call._id.startsWith("copper:") ? "copper" : "justcall");
  const marks = duplicateMarks({ copper, justcall }, (call) => roster.userOf(source(call), call.owner));
  if (marks.length === 0) return;
  await stillHeld();
  await facts.mark(marks, asOf);
}

function withOverlap(kept: readonly CallFact[], { calls: read, around }: Overlap): readonly CallFact[] {
  const standing = kept.filter(({ at }) => around === null || !justOutside(at, around));
  const calls = new Map(standing.map((call) => [call._id, call]));
  for (const fact of read) calls.set(factId(fact), { ...fact, _id: factId(fact) });
  return [...calls.values()];
}

function justOutside(at: Date, { since, until }: InstantRange): boolean {
  const before = since.getTime() - at.getTime();
  const after = at.getTime() - until.getTime();
  return (before > 0 && before <= DUPLICATE_REACH_MS) || (after >= 0 && after <= DUPLICATE_REACH_MS);
}

function emptyCounts(): Readonly<Record<SourceId, { -readonly [K in keyof CellCounts]: number }>> {
  return bySource(() => ({ created: 0, updated: 0, unchanged: 0, removed: 0 }));
}
