/** Allows at most `max` requests in any period of `ms`. */
export class SlidingWindowLimit {
  readonly #max: number;
  readonly #ms: number;
  #acquired: number[] = [];

  constructor(max: number, ms: number) {
    this.#max = max;
    this.#ms = ms;
  }

  /** Whether one more request may pass now; a refused one is not counted. */
  tryAcquire(now: Date): boolean {
    // If the clock was turned back, requests in its future never happened.
    this.#acquired = this.#acquired.filter((at) => at > now.getTime() - this.#ms && at <= now.getTime());
    if (this.#acquired.length >= this.#max) return false;
    this.#acquired.push(now.getTime());
    return true;
  }
}

/** What a vendor's headers say about a quota; `reset` is absolute, in unix seconds. */
export interface Quota {
  readonly limit: number;
  readonly remaining: number;
  readonly reset: number;
}

/** Allows at most `max` requests in a window of `ms` that begins with the first request. */
export class FixedWindowLimit {
  readonly #max: number;
  readonly #ms: number;
  #used = 0;
  #resetsAt = Number.NEGATIVE_INFINITY;

  constructor(max: number, ms: number) {
    this.#max = max;
    this.#ms = ms;
  }

  isExhausted(now: Date): boolean {
    this.#rollOver(now);
    return this.#used >= this.#max;
  }

  consume(): void {
    this.#used += 1;
  }

  quota(now: Date): Quota {
    this.#rollOver(now);
    return { limit: this.#max, remaining: Math.max(0, this.#max - this.#used), reset: this.#resetsAt / 1000 };
  }

  /**
   * Starts the next window when this one is over. Resets fall on whole seconds, so that the header is exact. A reset
   * further ahead than a window is long was set before the clock was turned back.
   */
  #rollOver(now: Date): void {
    const next = Math.ceil((now.getTime() + this.#ms) / 1000) * 1000;
    if (now.getTime() < this.#resetsAt && this.#resetsAt <= next) return;
    this.#used = 0;
    this.#resetsAt = next;
  }
}
