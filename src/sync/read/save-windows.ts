import type { Fact } from "../../metrics/fact";
import type { ReadSession, Source, WindowRead } from "../../sources/source";
import { addDays, type Day, type DayRange, type InstantRange } from "../../time/day";
import { assertReadingTime, type Checkpoint } from "./checkpoint";
import { incompleteness, type Notice, type SaveContext, type SaveResult, saveWindow } from "./save-window";
import { windowsOf } from "./split-window";

/** What is to be read of one source, window by window. */
export interface Windows {
  readonly source: Source["id"];
  /** The whole, and of it what is to be read. */
  readonly range: InstantRange;
  readonly within: InstantRange;
  readonly reading: ReadSession;
  readonly tally: ReadTally;
  /** When a reading began that is gone on with. */
  readonly begunAt: Date | undefined;
}

/**
 * Reads and keeps every window in the order of time, and notes how far it has come.
 *
 * @throws {SourceError} and whatever the database throws; windows that were whole before are kept.
 */
export async function saveWindows(
  { source, range, within, reading, tally, begunAt }: Windows,
  keeping: SaveContext,
): Promise<void> {
  const { checkpoints, now } = keeping;
  const begun = now();
  for await (const { window, read } of windowsOf(reading, { source, range: within })) {
    tally.add(read, await saveWindow({ source, window, read, reading }, keeping));
    if (window.until >= within.until) return;
    // What was not verified is asked again.
    if (!tally.doubtful) {
      const leftOut = [...tally.leftOut];
      await checkpoints.keep({
        source,
        range,
        keptTo: window.until,
        basis: reading.basis ?? null,
        begunAt: begunAt ?? begun,
        keptAt: now(),
        leftOut,
      });
    }
    assertReadingTime(source, { begun, now: now() });
  }
}

/** What the windows of one reading come to together. */
export class ReadTally {
  readonly notices: Notice[] = [];
  readonly leftOut = new Map<string, number>();
  readonly edge: Fact[] = [];
  /** How many records of each day came, changed or went. */
  readonly changed = new Map<Day, number>();
  doubtful = false;

  constructor(kept: Checkpoint | null) {
    for (const [why, count] of kept?.leftOut ?? []) this.leftOut.set(why, count);
  }

  add(read: WindowRead, kept: SaveResult): void {
    this.note(read, kept);
    for (const day of kept.changed) this.changed.set(day, (this.changed.get(day) ?? 0) + 1);
    for (const [why, count] of read.leftOut) this.leftOut.set(why, (this.leftOut.get(why) ?? 0) + count);
    this.edge.push(...read.edge);
  }

  /** Only whether a window is to be trusted. */
  note(read: WindowRead, { notice }: SaveResult): void {
    if (notice !== null) this.notices.push(notice);
    this.doubtful ||= incompleteness(read) !== null;
  }
}

/** A reading whose windows are all kept. */
interface OutsideWindows {
  readonly source: Source["id"];
  /** What these windows were of. */
  readonly within: InstantRange;
  readonly reading: ReadSession;
  readonly tally: ReadTally;
}

/**
 * Reads and keeps, by the rules of every window, days beside those that were asked for: those whose records have changed,
 * as this reading or one that broke off noted. What of them became no fact is no part of what was asked.
 *
 * @throws {SourceError} and whatever the database throws.
 */
export async function saveWindowsOutsideRange(
  { source, within, reading, tally }: OutsideWindows,
  keeping: SaveContext,
): Promise<void> {
  const { due, days } = keeping;
  const unread = (await due.all()).filter((one) => one.unread === source).map(({ day }) => day);
  const outside = unread.filter((day) => {
    const start = days.startOf(day);
    return start < within.since || start >= within.until;
  });
  for (const stretch of outsideRanges(outside)) {
    for await (const { window, read } of windowsOf(reading, { source, range: days.instantsOf(stretch) })) {
      tally.note(read, await saveWindow({ source, window, read, reading }, keeping));
    }
  }
}

/** The days as stretches of days that follow each other, each once, in the order of time. */
function outsideRanges(days: readonly Day[]): readonly DayRange[] {
  const found: DayRange[] = [];
  for (const day of [...new Set(days)].sort()) {
    const last = found.at(-1);
    if (last !== undefined && addDays(last.to, 1) === day) found.splice(-1, 1, { from: last.from, to: day });
    else found.push({ from: day, to: day });
  }
  return found;
}
