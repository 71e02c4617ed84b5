import type { SendRateStore } from "../../../src/digests/delivery/send-rate-store";

/** Turns to post, in memory, on a clock one sets: what the model has in the place of the real store. */
export function memorySendRate(now: () => number): SendRateStore {
  let [perSecond, nextAt, pausedUntil] = [1, 0, 0];
  const posts = new Map<string, number>();
  const receivers = new Map<string, ReadonlySet<string>>();
  return {
    acquireSlot: async () => {
      const free = Math.max(nextAt, pausedUntil);
      if (free > now()) return free - now();
      nextAt = now() + 1_000 / perSecond;
      return 0;
    },
    speedUp: async () => {
      perSecond = Math.min(5, perSecond + 0.02);
    },
    pause: async (ms) => {
      perSecond = Math.max(0.25, perSecond / 2);
      pausedUntil = Math.max(pausedUntil, now() + ms);
    },
    paused: async () => Math.max(0, pausedUntil - now()),
    addReceivers: async (day, added) => {
      receivers.set(day, new Set([...(receivers.get(day) ?? []), ...added]));
    },
    counts: async (day) => ({ posts: posts.get(day) ?? 0, most: receivers.get(day)?.size ?? 0 }),
    count: async (day) => {
      posts.set(day, (posts.get(day) ?? 0) + 1);
    },
  };
}
