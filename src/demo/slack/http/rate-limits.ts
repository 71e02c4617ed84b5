const MINUTE_MS = 60_000;

export interface RateRules {
  /** Whether Slack's limits apply at all. */
  readonly on: boolean;
  /** A factor on every tier. */
  readonly scale: number;
  /** Whether a channel takes at most one message a second. */
  readonly perChannel: boolean;
}

/** Slack's limits on the real clock: so many calls of a method in any minute, one message a second in a channel. */
export class RateLimits {
  readonly #calls = new Map<string, number[]>();
  readonly #posted = new Map<string, number>();

  constructor(private readonly rules: RateRules) {}

  /** Counts a call; returns the seconds to wait when it is one too many. */
  secondsToWait(method: string, perMinute: number): number | null {
    if (!this.rules.on) return null;
    const now = Date.now();
    const recent = (this.#calls.get(method) ?? []).filter((at) => at > now - MINUTE_MS);
    const allowed = Math.max(1, Math.floor(perMinute * this.rules.scale));
    const oldest = recent[recent.length - allowed];
    if (oldest === undefined) recent.push(now);
    this.#calls.set(method, recent);
    return oldest === undefined ? null : Math.max(1, Math.ceil((oldest + MINUTE_MS - now) / 1000));
  }

  /** Counts a message to a channel; returns the seconds to wait when the last one was less than a second ago. */
  secondsToWaitIn(channel: string): number | null {
    if (!this.rules.perChannel) return null;
    const last = this.#posted.get(channel);
    if (last !== undefined && Date.now() - last < 1_000) return 1;
    this.#posted.set(channel, Date.now());
    return null;
  }
}
