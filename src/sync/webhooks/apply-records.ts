import { type Fact, factId } from "../../metrics/fact";
import { factChanges, type StoredFact } from "../../metrics/fact-changes";
import type { RecordFacts } from "../../metrics/record-store";
import type { CellChange } from "../../metrics/rollup";
import type { SourceId } from "../../metrics/sources";
import { roster } from "../../people/roster";
import type { RecordsRead } from "../../sources/webhook-event";
import type { Day } from "../../time/day";
import type { Lease } from "../lease";
import type { RunContext } from "../run/context";
import { affectedDays } from "../totals/affected-days";
import { NO_OVERLAP, recomputeDays } from "../totals/recompute";

/** Records of one source as they are now. */
export interface AppliedRecords {
  readonly source: SourceId;
  readonly read: RecordsRead;
}

export interface ApplyRecordsDeps {
  readonly reads: readonly AppliedRecords[];
  /** Days that an earlier try touched and may not have made anew. */
  readonly days: readonly Day[];
  /** Told the days before the first fact is written. */
  readonly onDays: (days: readonly Day[]) => Promise<void>;
  readonly lease: Lease;
}

/**
 * Keeps single records as they are now and makes anew what hangs on them: duplicate marks, the totals of the days they
 * lie or lay in, and, when a total changed, the goals, once. It writes under a run's lease and with its token, and the
 * records were read under it, so that neither undoes the other.
 *
 * @returns the Slack ids of those whose totals changed.
 * @throws {LeaseLost}
 */
export async function applyRecords(
  { reads, days: noted, onDays, lease }: ApplyRecordsDeps,
  parts: RunContext & { readonly recordFacts: RecordFacts },
): Promise<readonly string[]> {
  const changes = await Promise.all(reads.map((one) => changesOf(one, parts.recordFacts)));
  const touched = affectedDays(
    changes.flatMap(({ all }) => all),
    parts.days,
  );
  const days = new Set([...noted, ...touched]);
  if (days.size === 0) return [];
  await onDays([...days]);
  await lease.check();
  const write = changes.flatMap((change) => change.write);
  const gone = changes.flatMap((change) => change.unseen);
  await parts.facts.save({ write, gone }, lease.token);
  const users = await recomputed([...days], { lease, parts });
  if (users.size > 0) {
    await lease.check();
    await parts.goals.recompute(parts.days.dayOf(parts.now()));
  }
  return [...users];
}

async function changesOf({ source, read }: AppliedRecords, kept: RecordFacts) {
  const { facts, copies, whole } = read;
  const recordIds = [...new Set([...whole.recordIds, ...[...facts, ...copies].map(({ recordId }) => recordId)])];
  const held = await kept.of(source, { recordIds, prefixes: whole.prefixes });
  const standing = new Map(held.map((fact) => [fact._id, fact]));
  const earliest = copies.filter((copy) => !isCopyOf(standing.get(factId(copy)), copy));
  const { write, unseen } = factChanges(held, [...facts, ...earliest]);
  const readWhole = new Set(whole.recordIds);
  const gone = unseen.filter(
    ({ recordId }) => readWhole.has(recordId) || whole.prefixes.some((prefix) => recordId.startsWith(prefix)),
  );
  return { write, unseen: gone, all: [...held, ...facts, ...copies] };
}

function isCopyOf(kept: StoredFact | undefined, copy: Fact): boolean {
  return kept !== undefined && !kept.gone && kept.at <= copy.at;
}

/** Whose totals changed is learnt where they are saved. */
async function recomputed(
  days: readonly Day[],
  { lease, parts }: { lease: Lease; parts: RunContext },
): Promise<ReadonlySet<string>> {
  const { people, metrics } = parts;
  const users = new Set<string>();
  const save = (changes: readonly CellChange[], run: { asOf: number; now: Date }) => {
    for (const { cell } of changes) users.add(cell.userId);
    return metrics.save(changes, run);
  };
  const [known, salesmen] = await Promise.all([people.all(), people.salesmen()]);
  const common = {
    ...parts,
    metrics: { ...metrics, save },
    roster: roster(known, salesmen),
    edge: NO_OVERLAP,
    stillHeld: lease.check,
    asOf: lease.token,
  };
  await recomputeDays(days, common);
  return users;
}
