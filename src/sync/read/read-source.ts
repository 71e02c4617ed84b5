import { min } from "date-fns";
import type { Fact, ListedPerson } from "../../metrics/fact";
import type { ReadSession, Source } from "../../sources/source";
import { addDays, type Day, type InstantRange } from "../../time/day";
import { MAX_DAYS } from "../date-range";
import { type Checkpoint, usableCheckpoint } from "./checkpoint";
import type { Notice, SaveContext } from "./save-window";
import { ReadTally, saveWindows, saveWindowsOutsideRange } from "./save-windows";
import { callSource, sourceFailure } from "./source-failure";

/** A source after its reading, whether that came to its end or not. */
export interface SourceRead {
  readonly source: Source["id"];
  /** What stopped it; windows that were whole before are kept. */
  readonly failure: unknown;
  /** `null` where no list could be read, or there is none. */
  readonly people: readonly ListedPerson[] | null;
  /** Sentences on what to set, or on what was kept but not verified. */
  readonly notices: readonly Notice[];
  /** Sentences that are good to know and ask nothing of anybody. */
  readonly notes: readonly string[];
  readonly leftOut: ReadonlyMap<string, number>;
  readonly edge: readonly Fact[];
  /** How many records of each day came, changed or went. */
  readonly changed: ReadonlyMap<Day, number>;
  /** What its facts hang on besides the records. */
  readonly basis: string | null;
  /** Every window could be trusted, so that nothing of it must be asked again. */
  readonly settled: boolean;
  /** Around what `edge` is all there is; `null` where nothing was read, or not everything could be. */
  readonly around: InstantRange | null;
  /** From where on it was read, when the vendor does not reach back to the beginning. */
  readonly from: Date | null;
  /** As of when its records stand, when that is not when they were read. */
  readonly asOf: Date | null;
  readonly usage: { readonly pages: number; readonly requests: number };
}

/**
 * Reads one source over the whole range, window by window, and keeps each window once it is whole. A reading of the same
 * range that broke off within the last hours is gone on with. A source that fails is an answer, not an error.
 *
 * @throws {LeaseLost} and whatever the database throws.
 */
export async function readSource(
  source: Source,
  { range, patient = false }: { range: InstantRange; patient?: boolean },
  keeping: SaveContext,
): Promise<SourceRead> {
  let reading: ReadSession | null = null;
  let kept: Checkpoint | null = null;
  let tally = new ReadTally(kept);
  try {
    const onDays = (days: readonly Day[]) => noteUnread(days, { source: source.id, keeping });
    reading = await callSource(() => source.open(range, { patient, onDays }));
    kept = await savedBefore(reading, { source: source.id, range, keeping });
    tally = new ReadTally(kept);
    const within = notRead(reached(range, reading), kept);
    await saveWindows({ source: source.id, range, within, reading, tally, begunAt: kept?.begunAt }, keeping);
    await saveWindowsOutsideRange({ source: source.id, within, reading, tally }, keeping);
    await keeping.checkpoints.drop(source.id);
    return sourceRead(source.id, { range, reading, tally, kept, failure: null });
  } catch (error) {
    return sourceRead(source.id, { range, reading, tally, kept, failure: sourceFailure(error) });
  }
}

/** Notes days whose records changed, at most a year back: days ahead are read when they come. */
async function noteUnread(
  changed: readonly Day[],
  { source, keeping: { due, days, stillHeld, now, asOf } }: { source: Source["id"]; keeping: SaveContext },
): Promise<void> {
  const today = days.dayOf(now());
  const first = addDays(today, 1 - MAX_DAYS);
  const unread = changed.filter((day) => day >= first && day <= today).map((day) => ({ day, unread: source }));
  if (unread.length === 0) return;
  await stillHeld();
  await due.note(unread, asOf);
}

/** Whoever says that records are really gone, or changed just now, wants every window asked again. */
async function savedBefore(
  { basis }: ReadSession,
  {
    source,
    range,
    keeping: { checkpoints, now, acceptVanished, afresh },
  }: { source: Source["id"]; range: InstantRange; keeping: SaveContext },
): Promise<Checkpoint | null> {
  if (acceptVanished > 0 || afresh) return null;
  return usableCheckpoint(await checkpoints.of(source), { range, basis, now: now() });
}

interface Ended {
  readonly range: InstantRange;
  readonly reading: ReadSession | null;
  readonly tally: ReadTally;
  readonly kept: Checkpoint | null;
  readonly failure: unknown;
}

function sourceRead(source: Source["id"], { range, reading, tally, kept, failure }: Ended): SourceRead {
  const settings = (reading?.notices ?? []).map((message) => ({ kind: "settings", message }));
  return {
    source,
    failure,
    people: reading?.people ?? null,
    notices: [...settings, ...tally.notices],
    notes: [...(reading?.notes ?? []), ...(kept === null ? [] : [resumedNote(kept)])],
    leftOut: tally.leftOut,
    edge: tally.edge,
    changed: tally.changed,
    basis: reading?.basis ?? null,
    settled: failure === null && !tally.doubtful,
    around: reading === null || kept !== null ? null : overlapOf(reached(range, reading), tally),
    from: reading?.from ?? null,
    asOf: earliestDay(reading?.asOf, kept?.begunAt),
    usage: reading?.usage() ?? { pages: 0, requests: 0 },
  };
}

/** Of a reading that was gone on with, nobody knows any more what lay just before it. */
function overlapOf(within: InstantRange, { doubtful }: ReadTally): InstantRange | null {
  return doubtful || within.since >= within.until ? null : within;
}

/** The part of a range whose windows are not kept yet. */
function notRead({ since, until }: InstantRange, kept: Checkpoint | null): InstantRange {
  return kept === null || kept.keptTo <= since ? { since, until } : { since: min([kept.keptTo, until]), until };
}

function resumedNote({ keptTo, begunAt }: Checkpoint): string {
  return `A reading that began at ${begunAt.toISOString()} and broke off was gone on with from ${keptTo.toISOString()}.`;
}

function earliestDay(...instants: readonly (Date | undefined)[]): Date | null {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length === 0 ? null : min(known);
}

/** The part of the range that the vendor still gives. */
function reached({ since, until }: InstantRange, { from }: ReadSession): InstantRange {
  if (from === undefined || from <= since) return { since, until };
  return { since: from < until ? from : until, until };
}
