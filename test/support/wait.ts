import { setTimeout as pause } from "node:timers/promises";

const LIMIT_MS = 60_000;
const POLL_MS = 10;

type Found<T> = T | false | null | undefined;

/** Looks again and again until there is an answer, and gives it; throws when none came in time. */
export async function eventually<T>(look: () => Found<T> | Promise<Found<T>>, limitMs = LIMIT_MS): Promise<T> {
  const until = performance.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > until) throw new Error(`It never came to be within ${limitMs} ms: ${look}`);
    await pause(POLL_MS);
  }
}

/** Lets real time pass: the `sleep` of what runs on the machine's clock. No test waits by it for something to happen. */
export function realSleep(ms: number): Promise<void> {
  return pause(ms);
}
