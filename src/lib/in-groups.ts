import { endsWithin, yieldEventLoop } from "./sleep";

interface GroupedWork<T, R> {
  /** Works on several items at once; resolves to what came of each, in their order. */
  readonly work: (items: readonly T[]) => Promise<readonly R[]>;
  /** So many items are the largest group. */
  readonly most?: number;
  /** How long a group keeps the next one waiting, in milliseconds. */
  readonly heldMs?: number;
}

/** Much longer than a group takes: a connection that hangs is not to hold up whoever would be given another. */
const HELD_MS = 1_000;

interface Asked<T, R> {
  readonly item: T;
  readonly done: (result: R) => void;
  readonly failed: (reason: unknown) => void;
}

/**
 * Makes work on single items that is done for many at once: what is asked for while a group is under way waits for the next, so that
 * a rush costs few turns and an item alone waits for nobody. A group begins after each of its items was asked for, so that no answer
 * is older than its question. It fails as a whole.
 */
export function inGroups<T, R>({
  work,
  most = Number.POSITIVE_INFINITY,
  heldMs = HELD_MS,
}: GroupedWork<T, R>): (item: T) => Promise<R> {
  const waiting: Asked<T, R>[] = [];
  let isRunning = false;
  const run = async () => {
    isRunning = true;
    while (waiting.length > 0) {
      // Whatever has come by now, in the same turn of the event loop, is in the group, too.
      await yieldEventLoop();
      await endsWithin(heldMs, { work: workOn(waiting.splice(0, most), work) });
    }
    isRunning = false;
  };
  return (item) =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed });
      if (!isRunning) void run();
    });
}

/** Makes a read that whoever asks in the same moment shares; it begins after each of them has asked. */
export function sharedRead<T>(read: () => Promise<T>): () => Promise<T> {
  const shared = inGroups({
    work: async (askers: readonly null[]) => {
      const found = await read();
      return askers.map(() => found);
    },
  });
  return () => shared(null);
}

/** Never rejects. */
async function workOn<T, R>(group: readonly Asked<T, R>[], work: GroupedWork<T, R>["work"]): Promise<void> {
  try {
    const results = await work(group.map(({ item }) => item));
    for (const [at, { done }] of group.entries()) done(results[at] as R);
  } catch (error) {
    for (const { failed } of group) failed(error);
  }
}
