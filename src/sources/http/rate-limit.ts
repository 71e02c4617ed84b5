import { type Sleep, sleep } from "../../lib/sleep";
import type { Priority } from "../source";
import type { AnswerHeaders } from "./answer-headers";

/** At most `requests` in any `seconds`. */
export interface Allowance {
  readonly requests: number;
  readonly seconds: number;
  /**
   * The prefix of the headers that say how much is left, such as `x-rate-limit` for `x-rate-limit-remaining`. They win
   * over the plan.
   */
  readonly headers?: string;
}

/** How a request waits for its slot. */
export interface Slot {
  /** Drops the request from the queue once aborted, when its slot comes. */
  readonly signal?: AbortSignal | undefined;
  /** `background` lets interactive requests go first and leaves them a tenth of every allowance. */
  readonly priority?: Priority | undefined;
}

/** Every request with one key waits for its slot here: first come, first served, among those of one priority. */
export interface RateLimiter {
  /** Runs the task when its slot has come. */
  run<T>(task: () => Promise<T>, slot?: Slot): Promise<T>;
  /** Takes over what an answer says is left of the allowances. */
  update(headers: AnswerHeaders): void;
  /** Holds all requests back for so long. */
  pause(milliseconds: number): void;
  /** Tells how many more requests the allowances let begin within so many milliseconds from now. */
  requestsWithin(milliseconds: number, priority: Priority): number;
}

/** The limits of one key. `clock` and `sleep` must tell the same time. */
export interface Limits {
  readonly allowances: readonly Allowance[];
  readonly clock: () => number;
  readonly sleep?: Sleep;
  /** How many requests may be in flight: 8. */
  readonly inFlight?: number;
}

type Admission = () => void;

/** The share of every allowance that is reserved for interactive requests. */
const RESERVED_SHARE = 0.1;
/** Waits are slept in short steps, so that a new answer, or a clock that was moved, ends them early. */
const POLL_MS = 1_000;
/** The vendor counts a request when it arrives, which may be later than it was sent, and not always equally late. */
const ARRIVAL_MARGIN_MS = 1_000;

/** Makes the one limiter of a key, for all clients with that key. */
export function rateLimiter({
  allowances,
  clock,
  sleep: wait = sleep,
  inFlight: maxInFlight = 8,
}: Limits): RateLimiter {
  const windows = allowances.map((allowance) => new Window(allowance));
  const waiting: Record<Priority, Admission[]> = { interactive: [], background: [] };
  let inFlight = 0;
  let pausedUntil = 0;
  let timing = false;

  const waitMs = (priority: Priority) => {
    const now = clock();
    return Math.max(pausedUntil - now, ...windows.map((window) => window.waitMs(now, priority)));
  };
  const admit = () => {
    while (waiting.interactive.length + waiting.background.length > 0 && inFlight < maxInFlight) {
      const priority = waiting.interactive.length > 0 ? "interactive" : "background";
      const pauseMs = waitMs(priority);
      if (pauseMs > 0) return waitAgain(pauseMs);
      inFlight += 1;
      for (const window of windows) window.start(clock());
      waiting[priority].shift()?.();
    }
  };
  const waitAgain = (ms: number) => {
    if (timing) return;
    timing = true;
    void wait(Math.min(ms, POLL_MS)).then(() => {
      timing = false;
      admit();
    });
  };
  return {
    async run(task, { signal, priority = "interactive" } = {}) {
      await new Promise<void>((admitted) => {
        waiting[priority].push(admitted);
        admit();
      });
      try {
        signal?.throwIfAborted();
        return await task();
      } finally {
        inFlight -= 1;
        admit();
      }
    },
    update(headers) {
      // Other requests in flight may not be in the vendor's count yet; the answered one is.
      for (const window of windows) window.update(headers, { now: clock(), others: Math.max(0, inFlight - 1) });
    },
    pause(milliseconds) {
      pausedUntil = Math.max(pausedUntil, clock() + milliseconds);
    },
    requestsWithin(milliseconds, priority) {
      const now = clock();
      if (pausedUntil > now + milliseconds) return 0;
      return Math.min(...windows.map((window) => window.within({ now, milliseconds, priority })));
    },
  };
}

/** Counts one allowance by itself until an answer says what is left. */
class Window {
  private readonly starts: number[] = [];
  private left: { requests: number; readonly until: number } | null = null;
  private max: number;

  constructor(private readonly allowance: Allowance) {
    this.max = allowance.requests;
  }

  /** How long the next request must wait; 0 or less for not at all. */
  waitMs(now: number, priority: Priority): number {
    const reserved = this.reserved(priority);
    if (this.left !== null && now >= this.left.until) {
      this.left = null;
      this.starts.length = 0;
    }
    if (this.left !== null) return this.left.requests > reserved ? 0 : this.left.until - now;
    const span = this.allowance.seconds * 1_000 + ARRIVAL_MARGIN_MS;
    while ((this.starts[0] ?? now) <= now - span) this.starts.shift();
    const blocking = this.starts[this.starts.length - this.max + reserved];
    return blocking === undefined ? 0 : blocking + span - now;
  }

  /** How many requests may begin within so many milliseconds. */
  within({ now, milliseconds, priority }: { now: number; milliseconds: number; priority: Priority }): number {
    const most = this.max - this.reserved(priority);
    const until = now + milliseconds;
    if (this.left !== null && now < this.left.until) {
      const left = Math.max(0, this.left.requests - this.reserved(priority));
      return this.left.until < until ? left + most : left;
    }
    const span = this.allowance.seconds * 1_000 + ARRIVAL_MARGIN_MS;
    return Math.max(0, most - this.starts.filter((start) => start > until - span).length);
  }

  private reserved(priority: Priority): number {
    return priority === "background" ? Math.floor(this.max * RESERVED_SHARE) : 0;
  }

  start(now: number): void {
    this.starts.push(now);
    if (this.left !== null) this.left.requests -= 1;
  }

  update(headers: AnswerHeaders, { now, others }: { now: number; others: number }): void {
    const { headers: prefix, seconds } = this.allowance;
    if (prefix === undefined) return;
    const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((name) =>
      wholeNumber(headers[`${prefix}-${name}`]),
    );
    if (limit !== undefined && limit > 0) this.max = limit;
    const until = (reset ?? 0) * 1_000;
    // A reset that has passed, or lies further off than the window is long (with a minute for clocks), tells nothing.
    if (remaining === undefined || until <= now || until > now + (seconds + 60) * 1_000) return;
    this.left = { requests: remaining - others, until };
  }
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
