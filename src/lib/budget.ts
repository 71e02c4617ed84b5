/** Who may ask for how much, counted a key and a window of time. */
export interface Budget {
  /** Takes one for this key; answers 0, or after how many milliseconds the next is granted. */
  take(key: string): number;
}

interface BudgetRule {
  /** So many are granted to a key in a window, which begins with its first. */
  readonly most: number;
  readonly windowMs: number;
  /** A clock in milliseconds. */
  readonly clock: () => number;
  /** So many keys are remembered; the oldest windows are forgotten. */
  readonly maxKeys?: number;
}

/** Makes a budget that counts in memory, each process for itself. */
export function budget({ most, windowMs, clock, maxKeys = 10_000 }: BudgetRule): Budget {
  const windows = new Map<string, { readonly since: number; taken: number }>();
  const begin = (key: string, now: number) => {
    const fresh = { since: now, taken: 0 };
    // The entry moves to the end, so that the first is the oldest.
    windows.delete(key);
    windows.set(key, fresh);
    for (const oldest of windows.keys()) {
      if (windows.size <= maxKeys) break;
      windows.delete(oldest);
    }
    return fresh;
  };
  return {
    take: (key) => {
      const now = clock();
      const known = windows.get(key);
      const isOver = known === undefined || now - known.since >= windowMs || now < known.since;
      const window = isOver ? begin(key, now) : known;
      if (window.taken >= most) return window.since + windowMs - now;
      window.taken += 1;
      return 0;
    },
  };
}
