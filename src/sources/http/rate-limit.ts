import { type Sleep, sleep } from "../../lib/sleep";
import type { AnswerHeaders } from "./answer-headers";

/** At most `requests` in any `seconds`. */
export interface Allowance {
  readonly requests: number;
  readonly seconds: number;
  /** Of the headers that say how much is left: `x-rate-limit` for `x-rate-limit-remaining`. They win over the plan. */
  readonly headers?: string;
}

/** How a request takes its turn. */
export interface Slot {
  /** Takes it out of the queue when its turn comes. */
  readonly signal?: AbortSignal | undefined;
  /** Nobody waits for it: whoever somebody waits for goes first and finds a tenth of every allowance left. */
  readonly patient?: boolean | undefined;
}

/** Everything that asks with one key waits for its turn here: of two equally patient, first come, first served. */
export interface RateLimiter {
  /** Runs the task when its turn has come. */
  run<T>(task: () => Promise<T>, turn?: Slot): Promise<T>;
  /** Takes over what an answer says is left. */
  learn(headers: AnswerHeaders): void;
  /** Nobody asks for so long. */
  pause(milliseconds: number): void;
}

/** One key's limits. `clock` and `sleep` must tell the same time. */
export interface Limits {
  readonly allowances: readonly Allowance[];
  readonly clock: () => number;
  readonly sleep?: Sleep;
  /** Requests that may be under way at a time: 4. */
  readonly inFlight?: number;
}

type Admission = () => void;

/** The share of every allowance that is kept for those somebody waits for. */
const RESERVED_SHARE = 0.1;
/** Waits are slept in naps, so that a fresh answer, or a clock that was moved, ends them early. */
const POLL_MS = 1_000;
/** The vendor counts a request when it arrives, which may be later than it was sent, and not always equally late. */
const LATENESS_MS = 1_000;

/** The one limiter of a key; whoever makes a key's clients makes it once and hands it to all of them. */
export function rateLimiter({ allowances, clock, sleep: wait = sleep, inFlight: most = 4 }: Limits): RateLimiter {
  const windows = allowances.map((allowance) => new Window(allowance));
  const waiting = { eager: [] as Admission[], patient: [] as Admission[] };
  let inFlight = 0;
  let pausedUntil = 0;
  let napping = false;

  const waitMs = (patient: boolean) => {
    const now = clock();
    return Math.max(pausedUntil - now, ...windows.map((window) => window.waitMs(now, { patient })));
  };
  const admit = () => {
    while (waiting.eager.length + waiting.patient.length > 0 && inFlight < most) {
      const patient = waiting.eager.length === 0;
      const wait = waitMs(patient);
      if (wait > 0) return nap(wait);
      inFlight += 1;
      for (const window of windows) window.start(clock());
      waiting[patient ? "patient" : "eager"].shift()?.();
    }
  };
  const nap = (ms: number) => {
    if (napping) return;
    napping = true;
    void wait(Math.min(ms, POLL_MS)).then(() => {
      napping = false;
      admit();
    });
  };
  return {
    async run(task, { signal, patient = false } = {}) {
      await new Promise<void>((admitted) => {
        waiting[patient ? "patient" : "eager"].push(admitted);
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
    learn(headers) {
      // What is under way besides may not be in the vendor's count yet; the answer itself is.
      for (const window of windows) window.learn(headers, { now: clock(), others: Math.max(0, inFlight - 1) });
    },
    pause(milliseconds) {
      pausedUntil = Math.max(pausedUntil, clock() + milliseconds);
    },
  };
}

/** One allowance: counted by ourselves until an answer says what is left. */
class Window {
  private readonly starts: number[] = [];
  private left: { requests: number; readonly until: number } | null = null;
  private most: number;

  constructor(private readonly allowance: Allowance) {
    this.most = allowance.requests;
  }

  /** How long the next request has to wait; 0 or less for not at all. */
  waitMs(now: number, { patient }: { patient: boolean }): number {
    const kept = patient ? Math.floor(this.most * RESERVED_SHARE) : 0;
    if (this.left !== null && now >= this.left.until) {
      this.left = null;
      this.starts.length = 0;
    }
    if (this.left !== null) return this.left.requests > kept ? 0 : this.left.until - now;
    const span = this.allowance.seconds * 1_000 + LATENESS_MS;
    while ((this.starts[0] ?? now) <= now - span) this.starts.shift();
    const blocking = this.starts[this.starts.length - this.most + kept];
    return blocking === undefined ? 0 : blocking + span - now;
  }

  start(now: number): void {
    this.starts.push(now);
    if (this.left !== null) this.left.requests -= 1;
  }

  learn(headers: AnswerHeaders, { now, others }: { now: number; others: number }): void {
    const { headers: prefix, seconds } = this.allowance;
    if (prefix === undefined) return;
    const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((name) =>
      wholeNumber(headers[`${prefix}-${name}`]),
    );
    if (limit !== undefined && limit > 0) this.most = limit;
    const until = (reset ?? 0) * 1_000;
    // A reset that has passed, or lies further off than the window is long (with a minute for clocks), tells nothing.
    if (remaining === undefined || until <= now || until > now + (seconds + 60) * 1_000) return;
    this.left = { requests: remaining - others, until };
  }
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
