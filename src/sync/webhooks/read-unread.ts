import type { Log } from "../../log";
import type { ZoneDays } from "../../time/day";
import type { RequestSync } from "../request";
import type { Freshness } from "../state/freshness";
import { digestLookBackDays } from "../state/look-back";

export interface ReadUnreadDeps {
  freshness(): Promise<readonly Freshness[]>;
  readonly requestSync: RequestSync;
  readonly days: ZoneDays;
  readonly now: () => Date;
  readonly log: Log;
}

/** A source that is out of order keeps its days unread: syncs are asked for no more often than this. */
const PAUSE_MS = 600_000;

/**
 * Returns what asks for a sync of days that webhooks named and no sync has read: it reads what is due, and the marked days with
 * it. Within ten minutes of the last one they are left to the next sync. It never fails.
 */
export function unreadDaysReader({ freshness, requestSync, days, now, log }: ReadUnreadDeps): () => Promise<void> {
  let askedAt: Date | null = null;
  return async () => {
    const at = now();
    if (askedAt !== null && Math.abs(at.getTime() - askedAt.getTime()) < PAUSE_MS) return;
    askedAt = at;
    try {
      const range = digestLookBackDays(await freshness(), { today: days.dayOf(at), days });
      await requestSync({ range, userId: "schedule", trigger: "schedule" });
    } catch (error) {
      log.error({ error }, "the sync of days that webhooks named broke; the next one reads them");
    }
  };
}
