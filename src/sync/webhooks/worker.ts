import type { Log } from "../../log";
import type { WebhookEvent } from "../../sources/webhook-event";
import type { Lease } from "../lease";
import type { InboxStore } from "./inbox-store";

export interface WebhookWorkerDeps {
  readonly inbox: InboxStore;
  /** Acquires the lease of syncs, or returns `null`. */
  readonly acquireLease: () => Promise<Lease | null>;
  /**
   * Processes some of the due events, and stops when `signal` is aborted; tells in how many milliseconds an event is due
   * again, or `null`.
   */
  readonly processDue: (lease: Lease, signal: AbortSignal) => Promise<number | null>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
}

/** Accepts webhook events and has them processed. */
export interface WebhookWorker {
  /** Stores the event, whose records are read again seconds later, and tells whether it was new. */
  accept(event: WebhookEvent): Promise<boolean>;
  /** Processes what waits, including what other processes stored or a crash left. */
  wake(): void;
  /** Resolves when nothing is collected or processed; what is retried later does not count. */
  idle(): Promise<void>;
  /** Starts nothing new and resolves when what is under way has ended; what waits stays in the inbox. */
  stop(): Promise<void>;
}

/** Events are collected for so long: many that come together cost few requests and one recompute. */
const DEBOUNCE_MS = 2_000;
/** Nothing is started for so long after that: a steady stream must not use up the allowances that syncs need. */
const REST_MS = 4_000;
/** How often to try for the lease while a run holds it. */
const LEASE_POLL_MS = 500;
/** The pause after a failure that is not the source's, such as the database's. */
const RETRY_MS = 30_000;

/** Collects events for two seconds and processes all that are due, batch after batch, under the lease of runs. */
export function webhookWorker(deps: WebhookWorkerDeps): WebhookWorker {
  const { inbox, sleep, log } = deps;
  const stopping = new AbortController();
  let pending = false;
  let running: Promise<void> | null = null;
  let resting: Promise<void> | null = null;
  // A process that ends need not wait for this: what is due stays due.
  const wakeIn = (ms: number) => void setTimeout(wake, ms).unref();
  const begin = async () => {
    await sleep(DEBOUNCE_MS);
    pending = false;
    await drain(deps, { wakeIn, signal: stopping.signal }).catch((error: unknown) => {
      log.error({ error }, "webhooks could not be worked off");
      wakeIn(RETRY_MS);
    });
    running = null;
    resting = sleep(REST_MS).then(() => {
      resting = null;
      if (pending) wake();
    });
  };
  const wake = () => {
    pending = true;
    if (!stopping.signal.aborted && running === null && resting === null) running = begin();
  };
  return {
    async accept(event) {
      const isNew = await inbox.add(event);
      if (isNew) wake();
      return isNew;
    },
    wake,
    idle: async () => {
      while (running !== null || (pending && resting !== null)) await (running ?? resting);
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function drain(
  { inbox, acquireLease, processDue, sleep }: WebhookWorkerDeps,
  { wakeIn, signal }: { wakeIn: (ms: number) => void; signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted && (await inbox.due(1)).length > 0) {
    const lease = await acquireLease();
    if (lease === null) await sleep(LEASE_POLL_MS);
    else {
      const again = await processDue(lease, signal).finally(() => lease.release().catch(() => undefined));
      if (again !== null) wakeIn(again);
    }
  }
}
