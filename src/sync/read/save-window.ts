import { type Fact, factId } from "../../metrics/fact";
import { ComparedWindow, type StoredFact } from "../../metrics/fact-changes";
import type { FactPosition } from "../../metrics/fact-store";
import { losesOwner, withLastOwners } from "../../metrics/lost-owners";
import { metricOf } from "../../metrics/metrics";
import type { Day } from "../../time/day";
import { affectedDays } from "../totals/affected-days";
import { verifiedAbsences } from "./absences";
import type { CompleteWindow, SaveContext } from "./save-context";
import { markUnread } from "./unread-days";

/** What saving a window came to. */
export interface SavedWindow {
  /** The day of each record that came, changed or went. */
  readonly changed: readonly Day[];
  /** Records that count on, as the vendor doesn't say whether they still exist, with their days. */
  readonly unanswered: readonly (readonly [recordId: string, day: Day])[];
}

/**
 * Saves a window's facts and retires those whose record is proved to be deleted. The days that this changes, including those
 * from which records were re-dated, are marked dirty first: their totals must be recomputed, wherever they lie. A record that
 * was re-dated out of the range is retired here, and the day it went to is marked as not read.
 *
 * @returns what it came to.
 * @throws {SourceError} when so many records are missing or lost their owner that an admin must confirm it; nothing is
 *   written then. And when one of its lists came empty although its records are there, once what the others listed is written.
 */
export async function saveWindow(complete: CompleteWindow, context: SaveContext): Promise<SavedWindow> {
  const { source, window, read } = complete;
  const compared = new ComparedWindow(read.facts);
  for await (const stored of context.facts.stored(source, window)) compared.add(stored);
  const { write, unseen } = compared.changes();
  const { gone, moved, found, replaced, unanswered, overlooked } = await verifiedAbsences(unseen, {
    ...complete,
    compared,
    context,
  });
  await markUnread(
    moved.map(({ day }) => day),
    { source, context },
  );
  const written = found.length === 0 ? write : [...write, ...found];
  await saveChanges(compared, { write: written, gone, replaced: [...compared.replaced, ...replaced], context });
  await saveNames(compared.renamed, context);
  if (overlooked !== null) throw overlooked;
  const changed = [...daysOfRecords(written), ...daysOfRecords(gone)];
  return { changed, unanswered: unanswered.map(({ recordId, day }) => [recordId, day]) };
}

interface WindowChanges {
  readonly write: readonly Fact[];
  readonly gone: readonly StoredFact[];
  /** What is stored of those that are written. */
  readonly replaced: readonly StoredFact[];
  readonly context: SaveContext;
}

async function saveChanges(compared: ComparedWindow, { write, gone, replaced, context }: WindowChanges): Promise<void> {
  if (write.length + gone.length === 0) return;
  const { facts, fence } = context;
  const elsewhere = await facts.positions(withoutOwner(write, compared).map(factId));
  const known = new Set(elsewhere.map(factId));
  const isFresh = (fact: Fact) => compared.isNew(fact) && !(known.size > 0 && known.has(factId(fact)));
  const owned = withLastOwners(write, elsewhere);
  await markAffected([...write, ...gone, ...replaced, ...elsewhere], context);
  const fresh = owned.filter(isFresh);
  const other = fresh.length === owned.length ? [] : owned.filter((fact) => !isFresh(fact));
  // Facts that are new to the window may be known elsewhere: their records were re-dated from there.
  const onStored = async (redated: readonly Fact[]) =>
    markAffected(await facts.positions(redated.map(factId)), context);
  await facts.save({ write: other, gone, fresh, onStored }, fence.token);
}

/** A name changes no figure: no day is marked, and no record counts as one that came late. */
async function saveNames(renamed: readonly Fact[], { facts, fence }: SaveContext): Promise<void> {
  if (renamed.length === 0) return;
  await fence.check();
  await facts.save({ write: [], gone: [], renamed }, fence.token);
}

/** Facts new to the window whose record does not name its owner: where it was re-dated from, its last owner is known. */
function withoutOwner(write: readonly Fact[], compared: ComparedWindow): readonly Fact[] {
  const records = new Set(write.filter(losesOwner).map(({ recordId }) => recordId));
  return records.size === 0 ? [] : write.filter((fact) => records.has(fact.recordId) && compared.isNew(fact));
}

async function markAffected(positions: readonly FactPosition[], context: SaveContext): Promise<void> {
  const { dirtyDays, days, fence } = context;
  const affected = [...affectedDays(positions, days)].map((day) => ({ day }));
  await fence.check();
  if (affected.length > 0) await dirtyDays.mark(affected, fence.token);
}

/** Leaves out second facts, such as a call's talk time. */
function daysOfRecords(facts: readonly Fact[]): readonly Day[] {
  return facts.flatMap(({ type, day }) => (metricOf(type).derivedFrom === undefined ? day : []));
}
