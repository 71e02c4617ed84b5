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

/** A turn of the event loop that takes no longer has done nothing else. */
const IDLE_TURN_MS = 2;
/** Others are given so many times as long as a stretch of work took, */
const OTHERS_SHARE = 9;
/** and no longer at once, since a stretch may be long because it waited for something itself, */
const LONGEST_PAUSE_MS = 100;
/** nor longer in all: who waits for the computation is not to wait for hours because a first sync runs. */
const PAUSES_MS = 20_000;

/**
 * Lets others go first, as a sync and commands, in a long computation that has time: what it returns is awaited after each stretch of
 * work and takes several times as long as that, some seconds in all, as long as others hold the event loop; else no time.
 *
 * @param clock in milliseconds, finer than whole ones.
 */
export function othersFirst(clock: () => number, wait: Sleep = sleep): () => Promise<void> {
  let [since, left] = [clock(), PAUSES_MS];
  return async () => {
    const stopped = clock();
    // What the stretch has set going itself, a parser above all, is done in the first turn.
    await yieldEventLoop();
    const turned = clock();
    await yieldEventLoop();
    if (left > 0 && clock() - turned > IDLE_TURN_MS) {
      const pause = Math.min((stopped - since) * OTHERS_SHARE, LONGEST_PAUSE_MS, left);
      left -= pause;
      await wait(pause);
    }
    since = clock();
  };
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
