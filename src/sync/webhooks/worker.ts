import type { Log } from "../../log";
import type { WebhookEvent } from "../../sources/webhook-event";
import type { Lease } from "../lease";
import type { InboxStore } from "./inbox-store";

export interface WebhookWorkerDeps {
  readonly inbox: InboxStore;
  /** Takes the lease of syncs, or answers `null`. */
  readonly takeLease: () => Promise<Lease | null>;
  /**
   * Works off some of what is due, and leaves it when `signal` is aborted; answers in how many milliseconds more of it
   * is due again, or `null`.
   */
  readonly work: (lease: Lease, signal: AbortSignal) => Promise<number | null>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
}

/** Where webhooks are handed in. */
export interface WebhookWorker {
  /** Keeps the hint; its records are read again seconds later. Answers whether it was new. */
  take(hint: WebhookEvent): Promise<boolean>;
  /** Works off what waits, of other processes and of before a crash, too. */
  wake(): void;
  /** Resolves when nothing is gathered or worked off; what is to be tried again later does not count. */
  idle(): Promise<void>;
  /** Takes up nothing new and resolves when what is under way has ended; what waits stays in the inbox. */
  stop(): Promise<void>;
}

/** So long hints are gathered: many that come together cost few requests and one reckoning. */
const DEBOUNCE_MS = 2_000;
/** So long nothing is begun after that: a steady stream must not use up the allowances that syncs need. */
const REST_MS = 4_000;
/** How often the lease is asked for while a run holds it. */
const LEASE_POLL_MS = 500;
/** After a failure that is none of the source's, such as the database's. */
const RETRY_MS = 30_000;

/** Gathers hints for two seconds and works off all that are due, one batch after the other, under the lease of runs. */
export function webhookWorker(needs: WebhookWorkerDeps): WebhookWorker {
  const { inbox, sleep, log } = needs;
  const stopping = new AbortController();
  let asked = false;
  let running: Promise<void> | null = null;
  let resting: Promise<void> | null = null;
  // A process that ends need not wait for it: what is due stays due.
  const wakeIn = (ms: number) => void setTimeout(wake, ms).unref();
  const begin = async () => {
    await sleep(DEBOUNCE_MS);
    asked = false;
    await drain(needs, { wakeIn, signal: stopping.signal }).catch((error: unknown) => {
      log.error({ error }, "webhooks could not be worked off");
      wakeIn(RETRY_MS);
    });
    running = null;
    resting = sleep(REST_MS).then(() => {
      resting = null;
      if (asked) wake();
    });
  };
  const wake = () => {
    asked = true;
    if (!stopping.signal.aborted && running === null && resting === null) running = begin();
  };
  return {
    async take(hint) {
      const isNew = await inbox.add(hint);
      if (isNew) wake();
      return isNew;
    },
    wake,
    idle: async () => {
      while (running !== null || (asked && resting !== null)) await (running ?? resting);
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function drain(
  { inbox, takeLease, work, sleep }: WebhookWorkerDeps,
  { wakeIn, signal }: { wakeIn: (ms: number) => void; signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted && (await inbox.due(1)).length > 0) {
    const lease = await takeLease();
    if (lease === null) await sleep(LEASE_POLL_MS);
    else {
      const again = await work(lease, signal).finally(() => lease.release().catch(() => undefined));
      if (again !== null) wakeIn(again);
    }
  }
}
