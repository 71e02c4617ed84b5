import { singleFlight } from "../lib/concurrency";
import { endsWithin, type Sleep } from "../lib/sleep";
import type { Log } from "../log";
import type { RequestSync } from "../sync/request";
import { type Freshness, isNeverRead, isShallow } from "../sync/state/freshness";
import { digestLookBackDays } from "../sync/state/look-back";
import type { DayRange, ZoneDays } from "../time/day";

export interface DigestRefreshDeps {
  freshness(): Promise<readonly Freshness[]>;
  readonly requestSync: RequestSync;
  /** Tells whether a sync is running, in whatever process. */
  readonly syncing: () => Promise<boolean>;
  readonly days: ZoneDays;
  /** The machine's clock in milliseconds. */
  readonly clock: () => number;
  readonly sleep: Sleep;
  readonly log: Log;
}

/** Brings figures up to date before messages are made of them. */
export interface DigestRefresh {
  /** Whether messages may be rendered now. It waits some seconds for a sync; after a no, it is asked again in a minute. */
  ready(now: Date, signal: AbortSignal): Promise<boolean>;
  /** Resolves when no sync that it asked for is under way. */
  idle(): Promise<void>;
}

/** How long one call waits: a tick has other things to do. */
const WAIT_MS = 25_000;

export function refreshBeforeDigests(deps: DigestRefreshDeps): DigestRefresh {
  const flight = singleFlight();
  let waitingSince: number | null = null;
  let triedAt: Date | null = null;
  const sync = (range: DayRange, now: Date) =>
    flight.run(() =>
      syncFor(range, deps).finally(() => {
        triedAt = now;
      }),
    );
  return {
    async ready(now, signal) {
      const freshness = await deps.freshness();
      const waitedMs = waitingSince === null ? 0 : deps.clock() - waitingSince;
      const firstRuns = freshness.some(isShallow) && (await deps.syncing());
      if (refreshAction({ freshness, now, triedAt, waitedMs, firstRuns }) === "go") {
        waitingSince = null;
        return true;
      }
      waitingSince ??= deps.clock();
      const range = digestLookBackDays(freshness, { today: deps.days.dayOf(now), days: deps.days });
      const done = await endsWithin(WAIT_MS, { work: sync(range, now), signal, sleep: deps.sleep });
      if (done) waitingSince = null;
      return done;
    },
    idle: flight.idle,
  };
}

async function syncFor(
  range: DayRange,
  { requestSync, log }: Pick<DigestRefreshDeps, "requestSync" | "log">,
): Promise<void> {
  try {
    await requestSync({ range, userId: "schedule", trigger: "schedule" });
  } catch (error) {
    log.error({ error }, "The sync before the digests broke; they go out with the figures there are");
  }
}

/** What happens before messages with figures are made. */
export type RefreshAction =
  /** They are made now. */
  | "go"
  /** A sync brings the figures up to date first. */
  | "sync";

/** What that depends on. */
export interface RefreshState {
  readonly freshness: readonly Freshness[];
  /** The clock of days. */
  readonly now: Date;
  /** When the last sync for digests came to an end, however it went; `null` for none. */
  readonly triedAt: Date | null;
  /** Since when messages have been waiting for a sync, in milliseconds of the machine's clock. */
  readonly waitedMs: number;
  /** The first sync has read the newest days, and goes on with the older ones. */
  readonly firstRuns: boolean;
}

const OLD_MS = 3_600_000;
const MAX_WAIT_MS = 90_000;
/** The first sync ever reads a month. */
const MAX_FIRST_WAIT_MS = 600_000;

/**
 * Figures older than an hour are refreshed first, but digests never wait forever: a sync that failed is not repeated for an
 * hour, one that takes long is waited for 90 seconds, the first one of all ten minutes.
 */
export function refreshAction({ freshness, now, triedAt, waitedMs, firstRuns }: RefreshState): RefreshAction {
  const on = freshness.filter(({ state }) => state !== "off");
  const old = on.filter(({ asOf }) => asOf === null || now.getTime() - asOf.getTime() > OLD_MS);
  if ((old.length === 0 && !firstRuns) || recent(triedAt, now)) return "go";
  return waitedMs >= (firstRuns || isNeverRead(on) ? MAX_FIRST_WAIT_MS : MAX_WAIT_MS) ? "go" : "sync";
}

function recent(triedAt: Date | null, now: Date): boolean {
  if (triedAt === null) return false;
  const ago = now.getTime() - triedAt.getTime();
  return ago >= 0 && ago < OLD_MS;
}
