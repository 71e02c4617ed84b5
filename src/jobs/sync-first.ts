import type { Freshness } from "../sync/freshness";

/** What happens before messages with figures are made. */
export type Before =
  /** They are made now. */
  | "go"
  /** A sync brings the figures up to date first. */
  | "sync";

/** What that hangs on. */
export interface Moment {
  readonly freshness: readonly Freshness[];
  /** The clock of days. */
  readonly now: Date;
  /** When the last sync for digests came to an end, however it went; `null` for none. */
  readonly triedAt: Date | null;
  /** Since when messages have been waiting for a sync, in milliseconds of the machine's clock. */
  readonly waitedMs: number;
}

const OLD_MS = 3_600_000;
const LONGEST_WAIT_MS = 90_000;
/** The first sync ever reads a month. */
const LONGEST_FIRST_WAIT_MS = 600_000;

/**
 * Figures older than an hour are read again first, but nobody waits for ever: a sync that failed is not repeated for an
 * hour, one that takes long is waited for 90 seconds, the first one of all ten minutes.
 */
export function beforeDigests({ freshness, now, triedAt, waitedMs }: Moment): Before {
  const on = freshness.filter(({ state }) => state !== "off");
  const old = on.filter(({ asOf }) => asOf === null || now.getTime() - asOf.getTime() > OLD_MS);
  if (old.length === 0 || recent(triedAt, now)) return "go";
  return waitedMs >= (neverRead(on) ? LONGEST_FIRST_WAIT_MS : LONGEST_WAIT_MS) ? "go" : "sync";
}

/** Whether no source has ever been read. */
function neverRead(freshness: readonly Freshness[]): boolean {
  return freshness.every(({ asOf, state }) => asOf === null || state === "off");
}

function recent(triedAt: Date | null, now: Date): boolean {
  if (triedAt === null) return false;
  const ago = now.getTime() - triedAt.getTime();
  return ago >= 0 && ago < OLD_MS;
}
