import { addDays, type Day, type DayRange, type InstantRange } from "../metrics/day";
import type { Reading, Source } from "../sources/source";
import { type Keeping, keepWindow } from "./keep-window";
import { type Tally, windowsOf } from "./keep-windows";

/** A reading whose windows are all kept. */
interface Besides {
  readonly source: Source["id"];
  /** What these windows were of. */
  readonly within: InstantRange;
  readonly reading: Reading;
  readonly tally: Tally;
}

/**
 * Reads and keeps, by the rules of every window, days beside those that were asked for: those whose records have changed,
 * as this reading or one that broke off noted. What of them became no fact is no part of what was asked.
 *
 * @throws {SourceError} and whatever the database throws.
 */
export async function readBesides({ source, within, reading, tally }: Besides, keeping: Keeping): Promise<void> {
  const { due, days } = keeping;
  const unread = (await due.all()).filter((one) => one.unread === source).map(({ day }) => day);
  const outside = unread.filter((day) => {
    const start = days.startOf(day);
    return start < within.since || start >= within.until;
  });
  for (const stretch of stretches(outside)) {
    for await (const { window, read } of windowsOf(reading, { source, range: days.instantsOf(stretch) })) {
      tally.note(read, await keepWindow({ source, window, read, reading }, keeping));
    }
  }
}

/** The days as stretches of days that follow each other, each once, in the order of time. */
function stretches(days: readonly Day[]): readonly DayRange[] {
  const found: DayRange[] = [];
  for (const day of [...new Set(days)].sort()) {
    const last = found.at(-1);
    if (last !== undefined && addDays(last.to, 1) === day) found.splice(-1, 1, { from: last.from, to: day });
    else found.push({ from: day, to: day });
  }
  return found;
}
