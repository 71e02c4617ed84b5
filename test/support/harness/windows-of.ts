import type { ReadSession, WindowRead } from "../../../src/sources/source";
import { splitWindow } from "../../../src/sync/read/split-window";
import type { InstantRange } from "../../../src/time/day";

/** All windows of a range, cut as a sync cuts them. */
export async function windowsOf(reading: ReadSession, whole: InstantRange): Promise<readonly WindowRead[]> {
  const reads: WindowRead[] = [];
  const waiting = [whole];
  for (let window = waiting.shift(); window !== undefined; window = waiting.shift()) {
    const read = await reading.read(window);
    if (read.kind === "whole") reads.push(read);
    else waiting.unshift(...splitWindow(window, read.records));
  }
  return reads;
}
