import type { Fact } from "../../metrics/fact";
import { ComparedWindow, type StoredFact } from "../../metrics/fact-changes";
import type { FactStore } from "../../metrics/fact-store";
import { withLastOwners } from "../../metrics/lost-owners";
import { metricOf } from "../../metrics/metrics";
import type { ReadSession, Source, WindowRead } from "../../sources/source";
import type { Day, InstantRange, ZoneDays } from "../../time/day";
import type { Fence } from "../lease";
import { affectedDays } from "../totals/affected-days";
import type { DirtyDaysStore } from "../totals/dirty-days-store";
import type { CheckpointStore } from "./checkpoint-store";
import { assertDeletionLimit } from "./deletion-limit";
import { callSource } from "./source-failure";

/** What it takes to save what a run reads. */
export interface SaveContext {
  readonly facts: FactStore;
  readonly fence: Fence;
  /** How many records of a window may be deleted with an admin's approval: 0 without one. */
  readonly approvedDeletions: number;
  /** False when records changed just now, so that what an interrupted read had saved may be out of date. */
  readonly resume: boolean;
  readonly checkpoints: CheckpointStore;
  readonly dirtyDays: DirtyDaysStore;
  readonly days: ZoneDays;
  readonly now: () => Date;
}

/** A sentence on what to set, or on what was saved but not verified. */
export interface Notice {
  readonly kind: string;
  readonly message: string;
}

/** The outcome of saving a window. */
export interface SaveResult {
  /** Says what was saved but not verified, if anything. */
  readonly notice: Notice | null;
  /** The day of each record that came, changed or went. */
  readonly changed: readonly Day[];
}

/** A window of a source that was read completely. */
export interface CompleteWindow {
  readonly source: Source["id"];
  readonly window: InstantRange;
  readonly read: WindowRead;
  readonly session: ReadSession;
}

/**
 * Saves a window's facts and retires those whose record was deleted. The days that this changes, including those from
 * which records were re-dated, are marked dirty first: their totals must be recomputed, wherever they lie.
 *
 * @throws {SourceError} when so many records are missing or lost their owner that an admin must confirm it; nothing is written then.
 */
export async function saveWindow(
  { source, window, read, session }: CompleteWindow,
  context: SaveContext,
): Promise<SaveResult> {
  const compared = new ComparedWindow(read.facts);
  for await (const stored of context.facts.stored(source, window)) compared.add(stored);
  const { write, unseen } = compared.changes();
  const reason = incompleteness(read);
  const trusted = unseen.length > 0 && reason === null;
  const deleted = trusted ? deletedFacts(unseen, await callSource(() => session.deleted(unseen))) : [];
  // A record that was read under another metric is not missing, however many were given another one.
  const listed = new Set(read.facts.map(({ recordId }) => recordId));
  const missing = deleted.filter(({ recordId }) => !listed.has(recordId));
  const { live, lostOwners } = compared;
  assertDeletionLimit({ missing, lostOwners }, { source, live, approved: context.approvedDeletions });
  await saveChanges(compared, { write, deleted, context });
  const changed = recordsOf([...write, ...deleted]).map(({ day }) => day);
  if (reason === null || unseen.length === 0) return { notice: null, changed };
  const message = `${reason} What could be read was kept; nothing was taken back.`;
  return { notice: { kind: "unexpected-answer", message }, changed };
}

async function saveChanges(
  compared: ComparedWindow,
  { write, deleted, context }: { write: readonly Fact[]; deleted: readonly StoredFact[]; context: SaveContext },
): Promise<void> {
  if (write.length + deleted.length === 0) return;
  const { facts, dirtyDays, days, fence } = context;
  // Facts that are new to the window may be known elsewhere: their records were re-dated from there.
  const elsewhere = await facts.positions(compared.fresh());
  const owned = withLastOwners(write, elsewhere);
  const affected = affectedDays([...write, ...deleted, ...compared.replaced, ...elsewhere], days);
  await fence.check();
  await dirtyDays.mark(
    [...affected].map((day) => ({ day })),
    fence.token,
  );
  await facts.save({ write: owned, gone: deleted }, fence.token);
}

/** Leaves out second facts, such as a call's talk time. */
function recordsOf(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(({ type }) => metricOf(type).derivedFrom === undefined);
}

/** Says why a record that is not among the facts may exist all the same; `null` when none can. */
export function incompleteness({ shortfall, leftOut }: WindowRead): string | null {
  if (shortfall !== undefined) return shortfall;
  const unreadable = leftOut.get("could not be read") ?? 0;
  return unreadable === 0 ? null : `${unreadable} of its records could not be read.`;
}

function deletedFacts<T extends Fact>(unseen: readonly T[], really: readonly Fact[]): readonly T[] {
  const ids = new Set(really.map(({ recordId, type }) => `${recordId}:${type}`));
  return unseen.filter(({ recordId, type }) => ids.has(`${recordId}:${type}`));
}
