import type { InstantRange } from "../../../src/metrics/day";
import type { Reading, WindowRead } from "../../../src/sources/source";
import { cut } from "../../../src/sync/window";

/** All windows of a range, cut as a sync cuts them. */
export async function windowsOf(reading: Reading, whole: InstantRange): Promise<readonly WindowRead[]> {
  const reads: WindowRead[] = [];
  const waiting = [whole];
  for (let window = waiting.shift(); window !== undefined; window = waiting.shift()) {
    const read = await reading.read(window);
    if (read.kind === "whole") reads.push(read);
    else waiting.unshift(...cut(window, read.records));
  }
  return reads;
}
