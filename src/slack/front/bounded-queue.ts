/**
 * Lets so much work be under way at once, begun in the order in which it was asked for, and each only after what the event loop has
 * waiting: new connections are taken before what came over the last is worked on.
 */
export class BoundedQueue {
  private begun = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(readonly most: number) {}

  /** How much work is under way, what waits for its turn left out. */
  get taken(): number {
    return this.begun;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.begun >= this.most) await new Promise<void>((begin) => this.waiting.push(begin));
    else this.begun += 1;
    try {
      await new Promise((begin) => void setImmediate(begin));
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.begun -= 1;
      else next();
    }
  }
}

/** Whether something comes to be within so many milliseconds; it goes on all the same. A light `endsWithin`: it is asked in a rush. */
export function comesWithin(milliseconds: number, coming: Promise<unknown>): Promise<boolean> {
  return new Promise((tell) => {
    const timer = setTimeout(() => tell(false), milliseconds);
    void coming.then(() => {
      clearTimeout(timer);
      tell(true);
    });
  });
}
