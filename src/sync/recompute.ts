import { addDays, type Day, type DayRange, type InstantRange, type ZoneDays } from "../metrics/day";
import { type Fact, factId } from "../metrics/fact";
import type { CallFact, FactStore } from "../metrics/fact-store";
import type { MetricStore } from "../metrics/metric-store";
import { SOURCE_IDS, type SourceId } from "../metrics/metrics";
import { type OwnerCell, rollup } from "../metrics/rollup";
import type { Roster } from "../people/roster";
import { duplicateMarks, REACH_MS } from "./duplicates";
import type { CellCounts } from "./report";

export interface Recomputing {
  readonly facts: FactStore;
  readonly metrics: MetricStore;
  readonly roster: Roster;
  readonly days: ZoneDays;
  readonly edge: Edge;
  readonly stillHeld: () => Promise<void>;
  readonly asOf: number;
  readonly now: () => Date;
}

/** JustCall calls just outside what this run read, which may cover a Copper call inside; fresher than what is kept. */
export interface Edge {
  readonly calls: readonly Fact[];
  /** Around what these are all there are, so that others which are kept are gone; `null` where that is not known. */
  readonly around: InstantRange | null;
}

/** No JustCall calls were read: those that are kept stand. */
export const NO_EDGE: Edge = { calls: [], around: null };

/** A source's records of one day that count at the source: for somebody, or for nobody we know. */
export interface DayTally {
  readonly source: SourceId;
  readonly day: Day;
  readonly owned: number;
  readonly unowned: number;
  /** Whose they are. */
  readonly users: ReadonlySet<string>;
}

/** What the days of a run came to. */
export interface Recomputed {
  readonly cells: Readonly<Record<SourceId, CellCounts>>;
  readonly tallies: readonly DayTally[];
}

/**
 * Marks calls that two systems have, then makes every daily total of the range anew from its facts, day by day so that
 * a month of a thousand reps fits in little memory. Cells outside the range stay as they are.
 */
export async function recompute(range: DayRange, parts: Recomputing): Promise<Recomputed> {
  const cells = emptyCounts();
  const tallies: DayTally[] = [];
  for (let day = range.from; day <= range.to; day = addDays(day, 1)) {
    await markDuplicates(day, parts);
    const sums = await parts.metrics.ownerCells(day);
    const standing = await parts.metrics.cellsOf(day);
    const userOf = parts.roster.userOf;
    const { changes, unchanged } = rollup(sums, { standing, userOf, days: parts.days });
    if (changes.length > 0) {
      await parts.stillHeld();
      await parts.metrics.save(changes, { asOf: parts.asOf, now: parts.now() });
    }
    for (const { cell, change } of changes) cells[cell.source][change] += 1;
    for (const [source, count] of unchanged) cells[source].unchanged += count;
    tallies.push(...SOURCE_IDS.map((source) => tally(source, { day, sums, userOf })));
  }
  return { cells, tallies };
}

/** The same for single days, of which there are few. */
export async function recomputeDays(days: readonly Day[], parts: Recomputing): Promise<void> {
  for (const day of [...new Set(days)].sort()) await recompute({ from: day, to: day }, parts);
}

function tally(
  source: SourceId,
  { day, sums, userOf }: { day: Day; sums: readonly OwnerCell[]; userOf: Roster["userOf"] },
): DayTally {
  const users = new Set<string>();
  let owned = 0;
  let unowned = 0;
  for (const sum of sums) {
    // Talk time is a call's second fact: the call is counted by its first.
    if (sum.source !== source || sum.type === "talk_time_minutes") continue;
    const user = userOf(source, sum.owner);
    if (user === null) unowned += sum.records;
    else {
      owned += sum.records;
      users.add(user);
    }
  }
  return { source, day, owned, unowned, users };
}

async function markDuplicates(day: Day, { facts, roster, days, edge, stillHeld, asOf }: Recomputing): Promise<void> {
  const { since, until } = days.instantsOf({ from: day, to: day });
  const copper = await facts.calls("copper", { since, until });
  if (copper.length === 0) return;
  const around = { since: new Date(since.getTime() - REACH_MS), until: new Date(until.getTime() + REACH_MS + 1) };
  const justcall = withEdge(await facts.calls("justcall", around), edge);
  const source = (call: CallFact): SourceId => (call._id.startsWith("copper:") ? "copper" : "justcall");
  const marks = duplicateMarks({ copper, justcall }, (call) => roster.userOf(source(call), call.owner));
  if (marks.length === 0) return;
  await stillHeld();
  await facts.mark(marks, asOf);
}

function withEdge(kept: readonly CallFact[], { calls: read, around }: Edge): readonly CallFact[] {
  const standing = kept.filter(({ at }) => around === null || !justOutside(at, around));
  const calls = new Map(standing.map((call) => [call._id, call]));
  for (const fact of read) calls.set(factId(fact), { ...fact, _id: factId(fact) });
  return [...calls.values()];
}

function justOutside(at: Date, { since, until }: InstantRange): boolean {
  const before = since.getTime() - at.getTime();
  const after = at.getTime() - until.getTime();
  return (before > 0 && before <= REACH_MS) || (after >= 0 && after <= REACH_MS);
}

function emptyCounts(): Record<SourceId, { -readonly [K in keyof CellCounts]: number }> {
  const none = () => ({ created: 0, updated: 0, unchanged: 0, removed: 0 });
  return { copper: none(), justcall: none(), fishbowl: none() };
}
