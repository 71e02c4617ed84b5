import type { Fact } from "../../metrics/fact";
import type { ReadSession, Source, WindowRead } from "../../sources/source";
import { addDays, type Day, type DayRange, type InstantRange } from "../../time/day";
import { assertReadTime, type Checkpoint } from "./checkpoint";
import type { SaveContext } from "./save-context";
import { type SavedWindow, saveWindow } from "./save-window";
import { type WindowedRange, windowsOf } from "./split-window";
import { markUnread } from "./unread-days";

/** A read of one source, window by window. */
export interface Windows {
  readonly source: Source["id"];
  /** The range that was asked for, which a checkpoint is of. */
  readonly asked: InstantRange;
  /** All of it that this run reads: up to when the run began. */
  readonly range: InstantRange;
  /** The part of that which is left to read. */
  readonly within: InstantRange;
  readonly session: ReadSession;
  readonly tally: ReadTally;
  /** When the read began that this one resumes. */
  readonly begunAt: Date | undefined;
  /** What reading all of `within` as one window came to, where that was tried. */
  readonly tried?: WindowedRange["tried"];
  /** Only the newest days, whose read is not resumed, but begun anew. */
  readonly newest?: true;
}

/**
 * Reads and saves every window in the order of time, and records how far it has come.
 *
 * @throws {SourceError} and whatever the database throws; windows that were complete before stay saved.
 */
export async function saveWindows(
  { source, asked, range, within, session, tally, begunAt, tried, newest }: Windows,
  context: SaveContext,
): Promise<void> {
  const { checkpoints, now } = context;
  const startedAt = now();
  for await (const { window, read } of windowsOf(session, { source, range: within, tried, edge: newest })) {
    tally.add(read, await saveWindow({ source, window, range, read, session }, context));
    if (window.until >= within.until) return;
    if (newest) continue;
    await checkpoints.save({
      source,
      range: asked,
      keptTo: window.until,
      basis: session.configFingerprint ?? null,
      begunAt: begunAt ?? startedAt,
      keptAt: now(),
      leftOut: [...tally.leftOut],
      unanswered: [...tally.unanswered],
    });
    assertReadTime(source, { startedAt, now: now() });
  }
}

/** Adds up what the windows of one read brought. */
export class ReadTally {
  readonly leftOut = new Map<string, number>();
  readonly overlap: Fact[] = [];
  /** How many records of each day came, changed or went. */
  readonly changed = new Map<Day, number>();
  /** Records of which the vendor doesn't say whether they still exist, and their days. */
  readonly unanswered = new Map<string, Day>();
  /** Days outside the range that were read as well. */
  readonly outside: Day[] = [];

  /** The newest days were read in a stage of their own, resumed or not: as of then its source stands. */
  staged = false;
  /** Ids of records that are there, though they could not be read. */
  readonly unreadable = new Set<string>();

  constructor(checkpoint: Checkpoint | null) {
    for (const [why, count] of checkpoint?.leftOut ?? []) this.leftOut.set(why, count);
    for (const [recordId, day] of checkpoint?.unanswered ?? []) this.unanswered.set(recordId, day);
  }

  add(read: WindowRead, { changed, unanswered }: SavedWindow): void {
    for (const [recordId, day] of unanswered) this.unanswered.set(recordId, day);
    for (const day of changed) this.changed.set(day, (this.changed.get(day) ?? 0) + 1);
    for (const [why, count] of read.leftOut) this.leftOut.set(why, (this.leftOut.get(why) ?? 0) + count);
    this.overlap.push(...read.overlap);
    for (const id of read.unreadable) this.unreadable.add(id);
  }

  /** Adds what the newest days brought, which were read first; what was read just before them is in these windows. */
  addNewest(newest: ReadTally, { since }: InstantRange): void {
    for (const [day, count] of newest.changed) this.changed.set(day, (this.changed.get(day) ?? 0) + count);
    for (const [why, count] of newest.leftOut) this.leftOut.set(why, (this.leftOut.get(why) ?? 0) + count);
    this.overlap.push(...newest.overlap.filter(({ at }) => at >= since));
    for (const id of newest.unreadable) this.unreadable.add(id);
    for (const [recordId, day] of newest.unanswered) this.unanswered.set(recordId, day);
    this.staged = true;
  }
}

/** A read whose windows are all saved. */
interface OutsideWindows {
  readonly source: Source["id"];
  /** The range of these windows. */
  readonly within: InstantRange;
  readonly session: ReadSession;
  readonly tally: ReadTally;
}

/**
 * Reads and saves, like any other window, days outside the range whose records changed, as this read or an interrupted
 * one marked them. Records there that became no fact are no part of the run's report.
 *
 * @throws {SourceError} and whatever the database throws.
 */
export async function saveWindowsOutsideRange(
  { source, within, session, tally }: OutsideWindows,
  context: SaveContext,
): Promise<void> {
  const { dirtyDays, days } = context;
  const unread = (await dirtyDays.all()).filter((one) => one.unread === source).map(({ day }) => day);
  const outside = unread.filter((day) => {
    const start = days.startOf(day);
    if (session.earliest !== undefined && start < session.earliest) return false;
    return start < within.since || start >= within.until;
  });
  for (const stretch of outsideRanges(outside)) {
    const range = days.instantsOf(stretch);
    for await (const { window, read } of windowsOf(session, { source, range })) {
      const { unanswered } = await saveWindow({ source, window, range, read, session }, context);
      for (const [recordId, day] of unanswered) tally.unanswered.set(recordId, day);
    }
    tally.outside.push(...outside.filter((day) => day >= stretch.from && day <= stretch.to));
  }
}

/**
 * Marks days just outside the range as not read, on which a record is stored that was to be listed with the range and was not:
 * it may be gone, which is told when its day is read.
 */
export async function markUnlistedOverlap(
  { source, within: { since, until }, session, tally }: OutsideWindows,
  context: SaveContext,
): Promise<void> {
  const { overlapMs = 0, from } = session;
  if (overlapMs === 0) return;
  const listed = new Set(tally.overlap.map(({ recordId }) => recordId));
  const before = { since: new Date(since.getTime() - overlapMs), until: since };
  const after = { since: until, until: new Date(until.getTime() + overlapMs) };
  const unlisted: Day[] = [];
  for (const edge of from === undefined || from < since ? [before, after] : [after]) {
    for await (const stored of context.facts.stored(source, edge)) {
      const missing = stored.filter(
        ({ gone, recordId }) => !gone && !listed.has(recordId) && !tally.unreadable.has(recordId),
      );
      unlisted.push(...missing.map(({ day }) => day));
    }
  }
  await markUnread(unlisted, { source, context });
}

/** Groups days into ranges without a gap, each day once, in the order of time. */
function outsideRanges(days: readonly Day[]): readonly DayRange[] {
  const found: DayRange[] = [];
  for (const day of [...new Set(days)].sort()) {
    const last = found.at(-1);
    if (last !== undefined && addDays(last.to, 1) === day) found.splice(-1, 1, { from: last.from, to: day });
    else found.push({ from: day, to: day });
  }
  return found;
}
