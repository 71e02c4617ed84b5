/** Counts what is being worked on, so that a stop can wait for it: Bolt's own `stop` does not. */
export class InFlight {
  private count = 0;
  private waiting: (() => void)[] = [];

  async track<T>(work: () => Promise<T>): Promise<T> {
    this.count += 1;
    try {
      return await work();
    } finally {
      this.count -= 1;
      if (this.count === 0) for (const resolve of this.waiting.splice(0)) resolve();
    }
  }

  get size(): number {
    return this.count;
  }

  /** Resolves as soon as nothing is being worked on. */
  idle(): Promise<void> {
    if (this.count === 0) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
