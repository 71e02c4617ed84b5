/** Waits; rejects with the signal's reason once it is aborted. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** Waits by the process's own timer. */
export const sleep: Sleep = (milliseconds, signal) =>
  new Promise((done, failed) => {
    const stop = () => {
      clearTimeout(timer);
      failed(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      done();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });

/** Lets the event loop do what waits, acknowledgements above all, before a long computation goes on. */
export function yieldEventLoop(): Promise<void> {
  return new Promise((done) => void setImmediate(done));
}

interface Work {
  readonly work: Promise<unknown>;
  /** Ends the waiting early. */
  readonly signal?: AbortSignal;
  readonly sleep?: Sleep;
}

/**
 * Tells whether the work ends before the time is up; the work goes on all the same.
 *
 * @throws whatever the work throws in that time.
 */
export async function endsWithin(milliseconds: number, { work, signal, sleep: wait = sleep }: Work): Promise<boolean> {
  const enough = new AbortController();
  const stop = signal === undefined ? enough.signal : AbortSignal.any([signal, enough.signal]);
  const late = () => false;
  try {
    return await Promise.race([work.then(() => true), wait(milliseconds, stop).then(late, late)]);
  } finally {
    enough.abort();
  }
}
