import { max } from "date-fns/max";
import { min } from "date-fns/min";
import type { Fact, ListedPerson } from "../../metrics/fact";
import type { Priority, ReadSession, Source } from "../../sources/source";
import type { Day, InstantRange } from "../../time/day";
import { type Checkpoint, usableCheckpoint } from "./checkpoint";
import type { SaveContext } from "./save-context";
import { type NewestStage, saveStages } from "./save-stages";
import { markUnlistedOverlap, ReadTally, saveWindowsOutsideRange } from "./save-windows";
import { callSource, sourceFailure } from "./source-failure";
import { markUnread } from "./unread-days";

/** What reading a source brought, whether it came to its end or not. */
export interface SourceRead {
  readonly source: Source["id"];
  /** What stopped it; windows that were complete before stay saved. */
  readonly failure: unknown;
  /** `null` where no list could be read, or there is none. */
  readonly people: readonly ListedPerson[] | null;
  /** Sentences on what to set. */
  readonly notices: readonly string[];
  /** Sentences that are good to know and require nothing of anybody. */
  readonly notes: readonly string[];
  readonly leftOut: ReadonlyMap<string, number>;
  readonly overlap: readonly Fact[];
  /** How many records of each day came, changed or went. */
  readonly changed: ReadonlyMap<Day, number>;
  /** How many records of each day count although the vendor doesn't say whether they still exist. */
  readonly unanswered: ReadonlyMap<Day, number>;
  /** Days outside the range that were read as well. */
  readonly outside: readonly Day[];
  /** Changes with whatever its facts depend on other than the records. */
  readonly configFingerprint: string | null;
  /** The instant from which it was read, if the vendor does not reach back to the beginning of the range. */
  readonly from: Date | null;
  /** As of when its records stand, if not as of when they were read. */
  readonly asOf: Date | null;
  /** They are older again than readings before it found them. */
  readonly setBack?: boolean;
  /** What lies outside the range has not changed since it was read. */
  readonly gapless: boolean;
  readonly usage: { readonly pages: number; readonly requests: number };
}

/**
 * Reads one source over the whole range, window by window, and saves each window once it is complete. It resumes a read
 * of the same range that was interrupted within the last hours. A source that fails is an answer, not an error.
 *
 * @throws {LeaseLost} and whatever the database throws.
 */
export async function readSource(
  source: Source,
  {
    range: asked,
    priority,
    newest = null,
  }: { range: InstantRange; priority?: Priority; newest?: NewestStage<SourceRead> | null },
  context: SaveContext,
): Promise<SourceRead> {
  // What comes while pages are read moves no row, as it lies behind the end; the next sync reads it.
  const range = { since: asked.since, until: max([asked.since, min([asked.until, context.now()])]) };
  let session: ReadSession | null = null;
  let checkpoint: Checkpoint | null = null;
  let tally = new ReadTally(checkpoint);
  try {
    const onDays = (days: readonly Day[]) => markUnread(days, { source: source.id, context });
    session = await callSource(() => source.open(range, { priority, onDays }));
    checkpoint = await resumableCheckpoint(session, { source: source.id, range: asked, context });
    tally = new ReadTally(checkpoint);
    const within = unreadPart(withinReach(range, session), checkpoint);
    const windows = { source: source.id, asked, range, within, session, tally, begunAt: checkpoint?.begunAt };
    const newestStage = newest === null ? null : stageOf(newest, { source: source.id, session });
    await saveStages(windows, newestStage, context);
    // A resumed read no longer knows what lay just before its range.
    if (checkpoint === null) await markUnlistedOverlap({ source: source.id, within, session, tally }, context);
    await saveWindowsOutsideRange({ source: source.id, within, session, tally }, context);
    await context.checkpoints.delete(source.id);
    return sourceRead(source.id, { session, tally, checkpoint, failure: null });
  } catch (error) {
    return sourceRead(source.id, { session, tally, checkpoint, failure: sourceFailure(error) });
  }
}

function stageOf(
  { since, begun, begin, end }: NewestStage<SourceRead>,
  { source, session }: { source: Source["id"]; session: ReadSession },
): NewestStage<ReadTally> {
  const read = (tally: ReadTally) => sourceRead(source, { session, tally, checkpoint: null, failure: null });
  return { since, begun, begin, end: (tally) => end({ ...read(tally), from: null }) };
}

/** Finds the checkpoint to resume from. With an approval of deletions or fresh changes, every window must be read again. */
async function resumableCheckpoint(
  { configFingerprint }: ReadSession,
  {
    source,
    range,
    context: { checkpoints, now, approvedDeletions, resume },
  }: { source: Source["id"]; range: InstantRange; context: SaveContext },
): Promise<Checkpoint | null> {
  if (approvedDeletions > 0 || !resume) return null;
  return usableCheckpoint(await checkpoints.get(source), { range, configFingerprint, now: now() });
}

interface ReadEnd {
  readonly session: ReadSession | null;
  readonly tally: ReadTally;
  readonly checkpoint: Checkpoint | null;
  readonly failure: unknown;
}

function sourceRead(source: Source["id"], { session, tally, checkpoint, failure }: ReadEnd): SourceRead {
  return {
    source,
    failure,
    people: session?.people ?? null,
    notices: session?.notices ?? [],
    notes: [...(session?.notes ?? []), ...(checkpoint === null ? [] : [RESUMED])],
    leftOut: tally.leftOut,
    overlap: tally.overlap,
    changed: tally.changed,
    unanswered: countsByDay(tally.unanswered),
    outside: tally.outside,
    configFingerprint: session?.configFingerprint ?? null,
    from: session?.from ?? null,
    asOf: earliest(session?.asOf, tally.staged ? undefined : checkpoint?.begunAt),
    setBack: session?.setBack === true,
    gapless: session?.gapless === true,
    usage: session?.usage() ?? { pages: 0, requests: 0 },
  };
}

function countsByDay(records: ReadonlyMap<string, Day>): ReadonlyMap<Day, number> {
  const counts = new Map<Day, number>();
  for (const day of records.values()) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}

/** The part of a range whose windows are not saved yet. */
function unreadPart({ since, until }: InstantRange, checkpoint: Checkpoint | null): InstantRange {
  return checkpoint === null || checkpoint.keptTo <= since
    ? { since, until }
    : { since: min([checkpoint.keptTo, until]), until };
}

const RESUMED = "An earlier sync of these days was interrupted; this one continued where it stopped.";

function earliest(...instants: readonly (Date | undefined)[]): Date | null {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length === 0 ? null : min(known);
}

/** The part of the range that the vendor still gives. */
function withinReach({ since, until }: InstantRange, { from }: ReadSession): InstantRange {
  if (from === undefined || from <= since) return { since, until };
  return { since: from < until ? from : until, until };
}
