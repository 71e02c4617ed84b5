import { type Fact, factId } from "../../metrics/fact";
import { ComparedWindow, exceedsDeletionLimit, type StoredFact } from "../../metrics/fact-changes";
import type { RecordFacts } from "../../metrics/record-store";
import type { CellChange } from "../../metrics/rollup";
import type { SourceId } from "../../metrics/sources";
import { roster } from "../../people/roster";
import { sealedRoster } from "../../people/sealed-roster";
import type { RecordsRead } from "../../sources/webhook-event";
import type { Day } from "../../time/day";
import type { Fence } from "../lease";
import { markUnread } from "../read/unread-days";
import type { RunContext } from "../run/context";
import { affectedDays } from "../totals/affected-days";
import type { DirtyDay } from "../totals/dirty-days-store";
import { NO_OVERLAP } from "../totals/overlap";
import { type RecomputeDeps, recomputeDays } from "../totals/recompute";
import { daysToRead, isAhead, type ReadState, wasRead } from "./unread-records";

/** Records of one source as they are now. */
export interface AppliedRecords {
  readonly source: SourceId;
  readonly read: RecordsRead;
}

interface RecordsToApply {
  readonly reads: readonly AppliedRecords[];
  /** Days that an earlier try affected and may not have recomputed. */
  readonly days: readonly Day[];
  /** Receives the days before the first fact is written. */
  readonly onDays: (days: readonly Day[]) => Promise<void>;
  readonly fence: Fence;
}

export interface ApplyRecordsDeps
  extends Pick<
    RunContext,
    "facts" | "metrics" | "goals" | "people" | "seal" | "states" | "dirtyDays" | "expiry" | "sources" | "days" | "now"
  > {
  readonly recordFacts: RecordFacts;
}

/** What became of records that webhooks named. */
export interface AppliedChanges {
  /** Slack ids of those whose totals changed. */
  readonly users: readonly string[];
  /** Facts that are not saved, because no sync has read their day, or it lies ahead. */
  readonly waiting: readonly Fact[];
  /** Days of these that are now marked to be read whole, by source; the others cannot be read yet, or not any more. */
  readonly unread: readonly Required<DirtyDay>[];
}

/**
 * Saves single records as they are now and recomputes what depends on them: duplicate marks, the totals of the days they
 * lie or lay in and, when a total changed, the goals, once. It writes under the lease of runs and with its token, and the
 * records were read under it, so that neither undoes the other. Where as many lost their owner as a sync would ask about, they stay
 * as they were until it does. A record of a day that no sync has read is not saved, lest one call pass for the day: the day is
 * marked to be read whole.
 *
 * @throws {LeaseLost}
 */
export async function applyRecords(
  { reads, days: recorded, onDays, fence }: RecordsToApply,
  deps: ApplyRecordsDeps,
): Promise<AppliedChanges> {
  const state = await readState(deps);
  const changes = await Promise.all(reads.map((one) => changesOf(one, { recordFacts: deps.recordFacts, state })));
  const waiting = changes.flatMap((change) => change.waiting);
  const unread = daysToRead(waiting, state);
  for (const { day, unread: source } of unread) await markUnread([day], { source, context: { ...deps, fence } });
  const affected = affectedDays(
    changes.flatMap(({ all }) => all),
    deps.days,
  );
  const days = new Set([...recorded, ...affected]);
  if (days.size === 0) return { users: [], waiting, unread };
  await onDays([...days]);
  await fence.check();
  const write = changes.flatMap((change) => change.write);
  const gone = changes.flatMap((change) => change.deleted);
  const renamed = changes.flatMap((change) => change.renamed);
  await deps.facts.save({ write, gone, renamed }, fence.token);
  const users = await recomputeUsers([...days], { retainedFrom: state.retainedFrom, fence, deps });
  if (users.size > 0) {
    await fence.check();
    await deps.goals.recompute(deps.days.dayOf(deps.now()));
  }
  return { users: [...users], waiting, unread };
}

/** Reads which days of which source were read, and from which day on records are kept. */
export async function readState({ states, dirtyDays, expiry, sources, days, now }: ApplyRecordsDeps) {
  const [known, dirty, { retainedFrom }] = await Promise.all([states.all(new Set()), dirtyDays.all(), expiry.read()]);
  return { states: known, dirty, retainedFrom, sources, days, now: now() };
}

async function changesOf(
  { source, read }: AppliedRecords,
  { recordFacts, state }: { recordFacts: RecordFacts; state: ReadState & Pick<RecomputeDeps, "retainedFrom"> },
) {
  const { facts, copies, scope } = read;
  const recordIds = [...new Set([...scope.recordIds, ...[...facts, ...copies].map(({ recordId }) => recordId)])];
  const stored = await recordFacts.of(source, { recordIds, prefixes: scope.prefixes });
  const current = new Map(stored.map((fact) => [fact._id, fact]));
  const earliest = copies.filter((copy) => !isCopyOf(current.get(factId(copy)), copy));
  const isReady = (fact: Fact) => wasRead(fact, state) && !isAhead(fact, state);
  // A record of a day whose records are not kept any more changes nothing, and waits for nothing.
  const kept = [...facts, ...earliest].filter(({ day }) => state.retainedFrom === null || day >= state.retainedFrom);
  const ready = kept.filter(isReady);
  const waiting = kept.filter((fact) => !isReady(fact));
  // What is stored of a record on the day that it waits for stays until that is read.
  const waitsOn = new Map(waiting.map(({ recordId, day }) => [recordId, day]));
  const held = stored.filter(({ recordId, day }) => waitsOn.get(recordId) !== day);
  const compared = new ComparedWindow(ready);
  compared.add(held);
  const { write, unseen } = compared.changes();
  // So many at once are left to the next sync, which asks an admin.
  const doubtful = exceedsDeletionLimit(compared.live, compared.lostOwners) ? compared.lostOwners : [];
  const left = new Set(doubtful.map(({ recordId }) => recordId));
  const complete = new Set(scope.recordIds);
  const deleted = unseen.filter(
    ({ recordId }) => complete.has(recordId) || scope.prefixes.some((prefix) => recordId.startsWith(prefix)),
  );
  const written = write.filter(({ recordId }) => !left.has(recordId));
  return { write: written, renamed: compared.renamed, deleted, waiting, all: [...held, ...ready] };
}

function isCopyOf(saved: StoredFact | undefined, copy: Fact): boolean {
  return saved !== undefined && !saved.gone && saved.at <= copy.at;
}

/** Recomputes the days and collects whose totals changed, which shows where they are saved. */
async function recomputeUsers(
  days: readonly Day[],
  { retainedFrom, fence, deps }: Pick<RecomputeDeps, "retainedFrom" | "fence"> & { deps: ApplyRecordsDeps },
): Promise<ReadonlySet<string>> {
  const { people, seal, metrics, facts, now } = deps;
  const users = new Set<string>();
  const save = (changes: readonly CellChange[], run: { asOf: number; now: Date }) => {
    for (const { cell } of changes) users.add(cell.userId);
    return metrics.save(changes, run);
  };
  const [known, salesmen] = await Promise.all([people.all(), people.salesmen()]);
  await recomputeDays(days, {
    ...{ facts, days: deps.days, now, retainedFrom, fence },
    metrics: { ...metrics, save },
    roster: sealedRoster(roster(known, salesmen), seal),
    overlap: NO_OVERLAP,
  });
  return users;
}
