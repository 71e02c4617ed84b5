/** At most so many requests in any stretch of time that long. */
export class SlidingWindowLimit {
  readonly #max: number;
  readonly #ms: number;
  #acquired: number[] = [];

  constructor(max: number, ms: number) {
    this.#max = max;
    this.#ms = ms;
  }

  /** Whether one more may pass now; one that may not is not counted. */
  tryAcquire(now: Date): boolean {
    // Of a clock that was turned back, what lies ahead never was.
    this.#acquired = this.#acquired.filter((at) => at > now.getTime() - this.#ms && at <= now.getTime());
    if (this.#acquired.length >= this.#max) return false;
    this.#acquired.push(now.getTime());
    return true;
  }
}

/** What a vendor tells about a quota; `reset` is absolute, in unix seconds. */
export interface Quota {
  readonly limit: number;
  readonly remaining: number;
  readonly reset: number;
}

/** At most so many requests from the first one until it starts afresh. */
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
   * Resets fall on whole seconds, so that the header tells the very instant. One further ahead than the stretch is long
   * was set before the clock was turned back.
   */
  #rollOver(now: Date): void {
    const next = Math.ceil((now.getTime() + this.#ms) / 1000) * 1000;
    if (now.getTime() < this.#resetsAt && this.#resetsAt <= next) return;
    this.#used = 0;
    this.#resetsAt = next;
  }
}
