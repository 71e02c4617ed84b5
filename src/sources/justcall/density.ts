import type { Call } from "./schema";
import type { Stretch } from "./stretches";

/** Calls over less time than this say nothing of a month. */
const SHORTEST_MS = 3_600_000;

interface Walked {
  readonly begun: Place;
  last: Place;
}

/** So many calls were read when a walk came to this time. */
interface Place {
  readonly records: number;
  readonly at: number;
}

/** How many calls a stretch of time seems to hold, told from how close together those lie that were read so far. */
export class Density {
  private readonly walks = new Map<Stretch, Walked>();

  /** A walk has read so many calls, in the order of their ids and so of time, and this one last. */
  learn(stretch: Stretch, { records, last }: { readonly records: number; readonly last: Call | null }): void {
    const place = { records, at: last?.at.getTime() ?? Number.NaN };
    if (Number.isNaN(place.at)) return;
    const walked = this.walks.get(stretch);
    if (walked === undefined) this.walks.set(stretch, { begun: place, last: place });
    else walked.last = place;
  }

  /** All that were read. */
  get records(): number {
    return sum([...this.walks.values()].map(({ last }) => last.records));
  }

  expected(milliseconds: number): number {
    const walks = [...this.walks.values()];
    const read = sum(walks.map(({ begun, last }) => last.records - begun.records));
    const over = sum(walks.map(({ begun, last }) => Math.max(0, last.at - begun.at)));
    return Math.round((read / Math.max(over, SHORTEST_MS)) * milliseconds);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
