import type { Log } from "../log";
import type { Hint } from "../sources/hint";
import type { Inbox } from "./inbox-store";
import type { Lease } from "./lock";

export interface HintDoorNeeds {
  readonly inbox: Inbox;
  /** Takes the lease of syncs, or answers `null`. */
  readonly takeLease: () => Promise<Lease | null>;
  /** Works off some of what is due; answers in how many milliseconds more of it is due again, or `null`. */
  readonly work: (lease: Lease) => Promise<number | null>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
}

/** Where webhooks are handed in. */
export interface HintDoor {
  /** Keeps the hint; its records are read again seconds later. Answers whether it was new. */
  take(hint: Hint): Promise<boolean>;
  /** Works off what waits, of other processes and of before a crash, too. */
  wake(): void;
  /** Resolves when nothing is gathered or worked off; what is to be tried again later does not count. */
  idle(): Promise<void>;
  /** Takes up nothing new and resolves when what is under way has ended; what waits stays in the inbox. */
  stop(): Promise<void>;
}

/** So long hints are gathered: many that come together cost few requests and one reckoning. */
const GATHER_MS = 2_000;
/** How often the lease is asked for while a run holds it. */
const LOOK_MS = 500;
/** After a failure that is none of the source's, such as the database's. */
const AGAIN_MS = 30_000;

/** Gathers hints for two seconds and works off all that are due, one batch after the other, under the lease of runs. */
export function hintDoor({ inbox, takeLease, work, sleep, log }: HintDoorNeeds): HintDoor {
  let [asked, stopped] = [false, false];
  let running: Promise<void> | null = null;
  const wake = () => {
    asked = true;
    if (stopped || running !== null) return;
    running = drain()
      .catch((error: unknown) => {
        log.error({ error }, "webhooks could not be worked off");
        wakeIn(AGAIN_MS);
      })
      .finally(() => {
        running = null;
        if (asked) wake();
      });
  };
  // A process that ends need not wait for it: what is due stays due.
  const wakeIn = (ms: number) => void setTimeout(wake, ms).unref();
  const drain = async () => {
    while (asked && !stopped) {
      await sleep(GATHER_MS);
      asked = false;
      while (!stopped && (await inbox.due(1)).length > 0) {
        const lease = await leaseWhenFree();
        if (lease === null) return;
        const again = await work(lease).finally(() => lease.release().catch(() => undefined));
        if (again !== null) wakeIn(again);
      }
    }
  };
  const leaseWhenFree = async () => {
    for (;;) {
      if (stopped) return null;
      const lease = await takeLease();
      if (lease !== null) return lease;
      await sleep(LOOK_MS);
    }
  };
  const idle = async () => {
    while (running !== null) await running;
  };
  return {
    async take(hint) {
      const isNew = await inbox.add(hint);
      if (isNew) wake();
      return isNew;
    },
    wake,
    idle,
    async stop() {
      stopped = true;
      await idle();
    },
  };
}
