import { endsWithin, yieldEventLoop } from "./sleep";

interface WorkQueueOptions {
  /** How much is begun without waiting. */
  readonly atOnce: number;
  /** How long work holds its place at most, in milliseconds: one that waits for somebody slow keeps nobody waiting for it. */
  readonly heldMs: number;
}

/**
 * Lets work begin in the order in which it was asked for, so much at a time, and what the event loop has waiting before each:
 * a rush is acknowledged first, and worked off after that. Whatever work comes to is the caller's.
 */
export class WorkQueue {
  private taken = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly options: WorkQueueOptions) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.place();
    await yieldEventLoop();
    const running = work();
    void endsWithin(this.options.heldMs, { work: running.catch(() => undefined) }).then(() => this.next());
    return running;
  }

  private async place(): Promise<void> {
    if (this.taken < this.options.atOnce) this.taken += 1;
    else await new Promise<void>((begin) => this.waiting.push(begin));
  }

  /** Hands the place to whoever waits longest. */
  private next(): void {
    const begin = this.waiting.shift();
    if (begin === undefined) this.taken -= 1;
    else begin();
  }
}
