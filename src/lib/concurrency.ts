/** Caches what `load` returns for so long; a failure is not cached. */
export function cached<T>(load: () => Promise<T>, { ms, clock }: { ms: number; clock: () => number }) {
  let last: { readonly value: Promise<T>; readonly until: number } | null = null;
  return (): Promise<T> => {
    if (last !== null && clock() < last.until) return last.value;
    const value = load();
    const own = { value, until: clock() + ms };
    last = own;
    value.catch(() => {
      if (last === own) last = null;
    });
    return value;
  };
}

/** Runs one piece of work at a time: whoever asks for it while it runs shares that run. */
export interface SingleFlight {
  run(work: () => Promise<void>): Promise<void>;
  readonly running: boolean;
  /** Resolves when nothing runs, however it ended. */
  idle(): Promise<void>;
}

export function singleFlight(): SingleFlight {
  let running: Promise<void> | null = null;
  return {
    run: (work) => {
      running ??= work().finally(() => {
        running = null;
      });
      return running;
    },
    get running() {
      return running !== null;
    },
    idle: async () => {
      await running?.catch(() => undefined);
    },
  };
}

/** Runs the work of one key once at a time: whoever asks for it while it runs shares its result. */
export class SharedWork<T> {
  private readonly running = new Map<string, Promise<T>>();

  /** Whether work of this key runs. */
  isRunning(key: string): boolean {
    return this.running.has(key);
  }

  run(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.running.get(key);
    if (before !== undefined) return before;
    const mine = work().finally(() => this.running.delete(key));
    this.running.set(key, mine);
    return mine;
  }
}

/** Runs the work of one key in order, one after the other. */
export class KeyedQueue {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Whether work of this key runs or waits. */
  isBusy(key: string): boolean {
    return this.last.has(key);
  }

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(key) === mine) this.last.delete(key);
    }
  }
}

/**
 * Works on items up to `most` at a time, begun in their order, and returns what came of each in the same order. After a failure
 * no other is begun.
 *
 * @throws what failed first, once nothing is under way any more.
 */
export async function sideBySide<T, R>(
  items: readonly T[],
  { most, work }: { readonly most: number; readonly work: (item: T) => Promise<R> },
): Promise<readonly R[]> {
  const results: R[] = [];
  const failures: unknown[] = [];
  const left = items.entries();
  const worker = async () => {
    for (const [index, item] of left) {
      try {
        results[index] = await work(item);
      } catch (error) {
        failures.push(error);
      }
      if (failures.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: most }, worker));
  if (failures.length > 0) throw failures[0];
  return results;
}

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

/** Settles a promise that is awaited later, so that its rejection is not unhandled until then. */
export function resultOf<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  return promise.then(
    (value) => ({ status: "fulfilled", value }),
    (reason: unknown) => ({ status: "rejected", reason }),
  );
}

/** Returns what a settled promise came to. @throws its reason where it was rejected. */
export function valueOfResult<T>(result: PromiseSettledResult<T>): T {
  if (result.status === "rejected") throw result.reason;
  return result.value;
}
