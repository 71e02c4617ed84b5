import { safeId } from "../../metrics/fact";
import type { InstantRange } from "../../time/day";
import type { ListedCall } from "./schema";

/** A call that was listed, with its time. */
export interface DatedCall {
  readonly id: string;
  readonly at: Date;
  readonly call: ListedCall;
}

/**
 * Buffers calls that were read beyond their window: more than a window is requested on either side, and the next window
 * takes from here what it would otherwise request again.
 */
export class CallBuffer {
  private readonly calls = new Map<string, DatedCall>();
  private undated: ListedCall[] = [];
  /** They have no time, so they may be of any window. */
  readonly undatedIds = new Set<string>();
  private since = Number.NEGATIVE_INFINITY;
  private end: number | null = null;

  /**
   * Tells up to where calls were requested, in times of the filter's clock; `null` if the window lies before the
   * buffer.
   */
  askedTo({ since }: InstantRange): number | null {
    if (since.getTime() < this.since) this.clear();
    return this.end;
  }

  put(read: readonly ReadonlyMap<string, ListedCall>[], askedTo: number): void {
    for (const calls of read) {
      for (const [id, call] of calls) {
        if (call.at !== null) this.calls.set(id, { id, at: call.at, call });
        else {
          this.undated.push(call);
          this.undatedIds.add(safeId(id));
        }
      }
    }
    this.end = Math.max(this.end ?? askedTo, askedTo);
  }

  /** Calls from one instant (included) to the other (not included), in order. */
  between(since: number, until: number): readonly DatedCall[] {
    const inside = [...this.calls.values()].filter(({ at }) => at.getTime() >= since && at.getTime() < until);
    return inside.sort((one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1));
  }

  /** Returns those without a time that came since the last call: they belong to no window. */
  takeUndated(): readonly ListedCall[] {
    const taken = this.undated;
    this.undated = [];
    return taken;
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
