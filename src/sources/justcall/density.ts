import type { ListedCall } from "./schema";
import type { Slice } from "./slices";

/** Calls over less time than this say nothing about a month. */
const SHORTEST_MS = 3_600_000;

interface SliceProgress {
  readonly begun: Progress;
  last: Progress;
}

/** How many calls had been read when a slice came to this time. */
interface Progress {
  readonly records: number;
  readonly at: number;
}

/** Estimates how many calls a span of time holds from how close together those lie that were read so far. */
export class Density {
  private readonly progress = new Map<Slice, SliceProgress>();

  /** Records that a slice has read so many calls, in the order of their ids and so of time, and this one last. */
  observe(slice: Slice, { records, last }: { readonly records: number; readonly last: ListedCall | null }): void {
    const place = { records, at: last?.at?.getTime() ?? Number.NaN };
    if (Number.isNaN(place.at)) return;
    const walked = this.progress.get(slice);
    if (walked === undefined) this.progress.set(slice, { begun: place, last: place });
    else walked.last = place;
  }

  /** All that were read. */
  get records(): number {
    return sum([...this.progress.values()].map(({ last }) => last.records));
  }

  expected(milliseconds: number): number {
    const walks = [...this.progress.values()];
    const read = sum(walks.map(({ begun, last }) => last.records - begun.records));
    const over = sum(walks.map(({ begun, last }) => Math.max(0, last.at - begun.at)));
    return Math.round((read / Math.max(over, SHORTEST_MS)) * milliseconds);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
