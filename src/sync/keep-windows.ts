import type { Day, InstantRange } from "../metrics/day";
import type { Fact } from "../metrics/fact";
import type { Reading, Source, WindowRead } from "../sources/source";
import { SourceError } from "../sources/source-error";
import type { Checkpoint } from "./checkpoint-store";
import { doubtOf, type Keeping, type Kept, keepWindow, type Notice } from "./keep-window";
import { assertInTime } from "./resume";
import { fromSource } from "./source-failed";
import { cut } from "./window";

/** What is to be read of one source, window by window. */
export interface Windows {
  readonly source: Source["id"];
  /** The whole, and of it what is to be read. */
  readonly range: InstantRange;
  readonly within: InstantRange;
  readonly reading: Reading;
  readonly tally: Tally;
  /** When a reading began that is gone on with. */
  readonly begunAt: Date | undefined;
}

/**
 * Reads and keeps every window in the order of time, and notes how far it has come.
 *
 * @throws {SourceError} and whatever the database throws; windows that were whole before are kept.
 */
export async function keepWindows(
  { source, range, within, reading, tally, begunAt }: Windows,
  keeping: Keeping,
): Promise<void> {
  const { checkpoints, now } = keeping;
  const begun = now();
  for await (const { window, read } of windowsOf(reading, { source, range: within })) {
    tally.add(read, await keepWindow({ source, window, read, reading }, keeping));
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
    assertInTime(source, { begun, now: now() });
  }
}

/** What the windows of one reading come to together. */
export class Tally {
  readonly notices: Notice[] = [];
  readonly leftOut = new Map<string, number>();
  readonly edge: Fact[] = [];
  /** How many records of each day came, changed or went. */
  readonly changed = new Map<Day, number>();
  doubtful = false;

  constructor(kept: Checkpoint | null) {
    for (const [why, count] of kept?.leftOut ?? []) this.leftOut.set(why, count);
  }

  add(read: WindowRead, kept: Kept): void {
    this.note(read, kept);
    for (const day of kept.changed) this.changed.set(day, (this.changed.get(day) ?? 0) + 1);
    for (const [why, count] of read.leftOut) this.leftOut.set(why, (this.leftOut.get(why) ?? 0) + count);
    this.edge.push(...read.edge);
  }

  /** Only whether a window is to be trusted. */
  note(read: WindowRead, { notice }: Kept): void {
    if (notice !== null) this.notices.push(notice);
    this.doubtful ||= doubtOf(read) !== null;
  }
}

/** The windows of a range, each read whole, cut until they fit. */
export async function* windowsOf(
  reading: Reading,
  { source, range }: { source: Source["id"]; range: InstantRange },
): AsyncGenerator<{ window: InstantRange; read: WindowRead }> {
  const waiting = range.since < range.until ? [range] : [];
  for (let window = waiting.shift(); window !== undefined; window = waiting.shift()) {
    const asked = window;
    const read = await fromSource(() => reading.read(asked));
    if (read.kind === "whole") yield { window, read };
    else waiting.unshift(...cutOrFail(source, { window, records: read.records }));
  }
}

function cutOrFail(source: Source["id"], { window, records }: { window: InstantRange; records: number | null }) {
  try {
    return cut(window, records);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new SourceError(source, "unexpected-answer", `${detail}. Nothing of it was used.`, { cause: error });
  }
}
