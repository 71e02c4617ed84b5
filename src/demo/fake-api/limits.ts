/** At most so many requests in any stretch of time that long. */
export class RollingLimit {
  readonly #most: number;
  readonly #ms: number;
  #granted: number[] = [];

  constructor(most: number, ms: number) {
    this.#most = most;
    this.#ms = ms;
  }

  /** Whether one more may pass now; one that may not is not counted. */
  grants(now: Date): boolean {
    // Of a clock that was turned back, what lies ahead never was.
    this.#granted = this.#granted.filter((at) => at > now.getTime() - this.#ms && at <= now.getTime());
    if (this.#granted.length >= this.#most) return false;
    this.#granted.push(now.getTime());
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
export class FixedLimit {
  readonly #most: number;
  readonly #ms: number;
  #used = 0;
  #resetsAt = Number.NEGATIVE_INFINITY;

  constructor(most: number, ms: number) {
    this.#most = most;
    this.#ms = ms;
  }

  isSpent(now: Date): boolean {
    this.#startAfresh(now);
    return this.#used >= this.#most;
  }

  spend(): void {
    this.#used += 1;
  }

  quota(now: Date): Quota {
    this.#startAfresh(now);
    return { limit: this.#most, remaining: Math.max(0, this.#most - this.#used), reset: this.#resetsAt / 1000 };
  }

  /**
   * Resets fall on whole seconds, so that the header tells the very instant. One further ahead than the stretch is long
   * was set before the clock was turned back.
   */
  #startAfresh(now: Date): void {
    const next = Math.ceil((now.getTime() + this.#ms) / 1000) * 1000;
    if (now.getTime() < this.#resetsAt && this.#resetsAt <= next) return;
    this.#used = 0;
    this.#resetsAt = next;
  }
}
