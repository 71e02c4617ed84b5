/**
 * Lets so much work be under way at once, begun in the order in which it was asked for, and each only after what the event loop has
 * waiting: new connections are taken before what came over the last is worked on.
 */
export class BoundedQueue {
  private taken = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly most: number) {}

  /** Whether what is asked for now has to wait for another's end. */
  get isFull(): boolean {
    return this.taken >= this.most;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isFull) await new Promise<void>((begin) => this.waiting.push(begin));
    else this.taken += 1;
    try {
      await new Promise((begin) => void setImmediate(begin));
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.taken -= 1;
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
