import { setImmediate } from "node:timers/promises";
import type { Sleep } from "../../../src/lib/sleep";

/** A clock that only moves when somebody sleeps: waits cost no time and can be read off. */
export interface FakeTime {
  readonly clock: () => number;
  readonly now: () => Date;
  readonly sleep: Sleep;
  /** Milliseconds slept so far. */
  slept(): number;
}

export function fakeTime(start: Date): FakeTime {
  let now = start.getTime();
  return {
    clock: () => now,
    now: () => new Date(now),
    async sleep(milliseconds) {
      await setImmediate();
      now += milliseconds;
    },
    slept: () => now - start.getTime(),
  };
}
