import type { InstantRange } from "../../metrics/day";
import type { Call } from "./schema";

/**
 * Calls that were read beyond the window they were asked for: JustCall is asked for more than a window on either side,
 * and the next window takes from here what it would otherwise ask for again.
 */
export class Shelf {
  private readonly calls = new Map<string, Call>();
  private unreadable = 0;
  private since = Number.NEGATIVE_INFINITY;
  private end: number | null = null;

  /** Up to where it was asked, in times of the filter's clock; `null` where the window lies before what is kept. */
  askedTo({ since }: InstantRange): number | null {
    if (since.getTime() < this.since) this.clear();
    return this.end;
  }

  put(read: readonly ReadonlyMap<string, Call | null>[], askedTo: number): void {
    for (const calls of read) {
      for (const [id, call] of calls) {
        if (call === null) this.unreadable += 1;
        else this.calls.set(id, call);
      }
    }
    this.end = Math.max(this.end ?? askedTo, askedTo);
  }

  /** Calls from one instant (included) to the other (not included), in order. */
  between(since: number, until: number): readonly Call[] {
    const inside = [...this.calls.values()].filter(({ at }) => at.getTime() >= since && at.getTime() < until);
    return inside.sort((one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1));
  }

  /** How many could not be read since it was last asked: without a time, they belong to no window. */
  takeUnreadable(): number {
    const count = this.unreadable;
    this.unreadable = 0;
    return count;
  }

  /** Forgets what no later window needs. */
  dropBefore(instant: Date): void {
    this.since = instant.getTime();
    for (const [id, { at }] of this.calls) if (at < instant) this.calls.delete(id);
  }

  private clear(): void {
    this.calls.clear();
    this.end = null;
    this.since = Number.NEGATIVE_INFINITY;
  }
}
