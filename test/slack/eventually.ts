import { setTimeout as pause } from "node:timers/promises";

/** Waits until there is such a value, at most a minute. */
export async function eventually<T>(look: () => T | undefined | false): Promise<T> {
  const until = performance.now() + 60_000;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > until) throw new Error(`It never came to be: ${look}`);
    await pause(10);
  }
}
