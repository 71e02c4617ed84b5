import type { Log } from "../log";
import type { DayRange, ZoneDays } from "../metrics/day";
import type { RequestSync } from "../sync/ask";
import type { Freshness } from "../sync/freshness";
import { morningDays } from "../sync/window";
import { beforeDigests } from "./sync-first";

export interface FreshNeeds {
  freshness(): Promise<readonly Freshness[]>;
  readonly requestSync: RequestSync;
  readonly days: ZoneDays;
  /** The machine's clock in milliseconds. */
  readonly clock: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
}

/** Brings figures up to date before messages are made of them. */
export interface FreshFigures {
  /** Whether messages may be made now. It waits for a sync for some seconds; whoever hears no asks again in a minute. */
  ready(now: Date, signal: AbortSignal): Promise<boolean>;
  /** Resolves when no sync that it asked for is under way. */
  idle(): Promise<void>;
}

/** What one asking waits: a tick has other things to do. */
const WAIT_MS = 25_000;

export function freshFigures(needs: FreshNeeds): FreshFigures {
  let running: Promise<void> | null = null;
  let waitingSince: number | null = null;
  let triedAt: Date | null = null;
  const sync = (range: DayRange, now: Date) => {
    running ??= syncFor(range, needs).finally(() => {
      running = null;
      triedAt = now;
    });
    return running;
  };
  return {
    async ready(now, signal) {
      const freshness = await needs.freshness();
      const waitedMs = waitingSince === null ? 0 : needs.clock() - waitingSince;
      if (beforeDigests({ freshness, now, triedAt, waitedMs }) === "go") {
        waitingSince = null;
        return true;
      }
      waitingSince ??= needs.clock();
      const range = morningDays(freshness, { today: needs.days.dayOf(now), days: needs.days });
      const done = await endsWithin(sync(range, now), { needs, signal });
      if (done) waitingSince = null;
      return done;
    },
    idle: async () => {
      await running;
    },
  };
}

async function syncFor(range: DayRange, { requestSync, log }: FreshNeeds): Promise<void> {
  try {
    await requestSync({ range, userId: "schedule", trigger: "schedule" });
  } catch (error) {
    log.error({ error }, "The sync before the digests broke; they go out with the figures there are");
  }
}

async function endsWithin(
  work: Promise<void>,
  { needs, signal }: { readonly needs: FreshNeeds; readonly signal: AbortSignal },
): Promise<boolean> {
  const enough = new AbortController();
  const late = needs.sleep(WAIT_MS, AbortSignal.any([signal, enough.signal])).then(() => false);
  const done = await Promise.race([work.then(() => true), late]);
  enough.abort();
  return done;
}
