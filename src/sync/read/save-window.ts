import type { Fact } from "../../metrics/fact";
import { brakes, ComparedWindow, type StoredFact } from "../../metrics/fact-changes";
import type { FactStore } from "../../metrics/fact-store";
import { metricOf } from "../../metrics/metrics";
import type { ReadSession, Source, WindowRead } from "../../sources/source";
import { SourceError } from "../../sources/source-error";
import type { Day, InstantRange, ZoneDays } from "../../time/day";
import { affectedDays } from "../totals/affected-days";
import type { DirtyDaysStore } from "../totals/dirty-days-store";
import type { CheckpointStore } from "./checkpoint-store";
import { callSource } from "./source-failure";

/** What a run needs to keep what it reads. */
export interface SaveContext {
  readonly facts: FactStore;
  /** @throws when the run's lock is no longer its own: then nothing may be written. */
  readonly stillHeld: () => Promise<void>;
  readonly asOf: number;
  /** So many records of a window may vanish by an admin's word; 0 where none was given. */
  readonly acceptVanished: number;
  /** Records changed just now: what was read before may be out of date. */
  readonly afresh: boolean;
  readonly checkpoints: CheckpointStore;
  readonly due: DirtyDaysStore;
  readonly days: ZoneDays;
  readonly now: () => Date;
}

/** A sentence on what to set, or on what was kept but not verified. */
export interface Notice {
  readonly kind: string;
  readonly message: string;
}

/** What keeping a window came to. */
export interface SaveResult {
  /** What was kept but not verified, if anything. */
  readonly notice: Notice | null;
  /** The days of records that came, changed or went, as often as there are such. */
  readonly changed: readonly Day[];
}

/** A window of a source that was read whole. */
export interface CompleteWindow {
  readonly source: Source["id"];
  readonly window: InstantRange;
  readonly read: WindowRead;
  readonly reading: ReadSession;
}

/**
 * Keeps a window's facts and retires those whose record is gone. The days that change with it, those that records were
 * re-dated from among them, are noted first: their totals must be made anew, wherever they lie.
 *
 * @throws {SourceError} when so much vanished that an admin must say that it really did; nothing is written then.
 */
export async function saveWindow(
  { source, window, read, reading }: CompleteWindow,
  keeping: SaveContext,
): Promise<SaveResult> {
  const compared = new ComparedWindow(read.facts);
  for await (const held of keeping.facts.held(source, window)) compared.meet(held);
  const { write, unseen } = compared.changes();
  const doubt = incompleteness(read);
  const asked = unseen.length > 0 && doubt === null;
  const vanished = asked ? deletedFacts(unseen, await callSource(() => reading.gone(unseen))) : [];
  // A record that was read under another metric is not missing, however many were given another one.
  const listed = new Set(read.facts.map(({ recordId }) => recordId));
  const missing = vanished.filter(({ recordId }) => !listed.has(recordId));
  // A record may have been a fact of several metrics.
  const records = new Set(missing.map(({ recordId }) => recordId)).size;
  if (records > keeping.acceptVanished && brakes(compared.live, missing)) throw exceedsDeletionLimit(source, records);
  await saveChanges(compared, { write, gone: vanished, keeping });
  const changed = recordsOf([...write, ...vanished]).map(({ day }) => day);
  if (doubt === null || unseen.length === 0) return { notice: null, changed };
  const message = `${doubt} What could be read was kept; nothing was taken back.`;
  return { notice: { kind: "unexpected-answer", message }, changed };
}

async function saveChanges(
  compared: ComparedWindow,
  { write, gone, keeping }: { write: readonly Fact[]; gone: readonly StoredFact[]; keeping: SaveContext },
): Promise<void> {
  if (write.length + gone.length === 0) return;
  const { facts, due, days, stillHeld, asOf } = keeping;
  // Facts that are new to the window may be known elsewhere: their records were re-dated from there.
  const elsewhere = await facts.whereabouts(compared.fresh());
  const touched = affectedDays([...write, ...gone, ...compared.replaced, ...elsewhere], days);
  await stillHeld();
  await due.note(
    [...touched].map((day) => ({ day })),
    asOf,
  );
  await facts.save({ write, gone }, asOf);
}

/** Leaves out second facts, such as a call's talk time. */
function recordsOf(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(({ type }) => metricOf(type).derivedFrom === undefined);
}

/** Why what is not among the facts may be there all the same. */
export function incompleteness({ short, leftOut }: WindowRead): string | null {
  if (short !== undefined) return short;
  const unreadable = leftOut.get("could not be read") ?? 0;
  return unreadable === 0 ? null : `${unreadable} of its records could not be read.`;
}

function deletedFacts<T extends Fact>(unseen: readonly T[], really: readonly Fact[]): readonly T[] {
  const ids = new Set(really.map(({ recordId, type }) => `${recordId}:${type}`));
  return unseen.filter(({ recordId, type }) => ids.has(`${recordId}:${type}`));
}

function exceedsDeletionLimit(source: Source["id"], count: number): SourceError {
  return new SourceError(
    source,
    "vanished",
    `${count} records that were there before are missing from its answer. Nothing was taken back. If they were really ` +
      "deleted, an admin says so: by the button in Slack, or with npm run sync -- --accept-vanished",
    { vanished: count },
  );
}
