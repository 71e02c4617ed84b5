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
  /** Calls this once after so many milliseconds, unless the process ends before. */
  readonly later: (ms: number, run: () => void) => void;
  readonly log: Log;
}

/** A source that is out of order keeps its days unread: syncs are asked for no more often than this. */
const PAUSE_MS = 600_000;

/** Asks for syncs of days that webhooks marked. It never fails. */
export interface UnreadDaysReader {
  /**
   * Within ten minutes of the last sync asked for, days that no sync has read, and unlisted records, wait for the end of these: then one
   * sync reads them all.
   */
  readUnread(): Promise<void>;
  /** What a backlog concerns is in people's figures and not read one by one, so it is never left. */
  readBacklog(): Promise<void>;
}

/** Makes what asks for a sync of days that webhooks marked: it reads what is due, and the marked days with it. */
export function unreadDaysReader({ freshness, requestSync, days, now, later, log }: ReadUnreadDeps): UnreadDaysReader {
  let askedAt: Date | null = null;
  let isPlanned = false;
  const read = async (at: Date) => {
    askedAt = at;
    try {
      const range = digestLookBackDays(await freshness(), { today: days.dayOf(at), days });
      await requestSync({ range, userId: "schedule", trigger: "schedule" });
    } catch (error) {
      log.error({ error }, "the sync of days that webhooks named broke; the next one reads them");
    }
  };
  return {
    readUnread: async () => {
      const at = now();
      const sinceMs = askedAt === null ? PAUSE_MS : Math.abs(at.getTime() - askedAt.getTime());
      if (sinceMs >= PAUSE_MS) return read(at);
      if (isPlanned) return;
      isPlanned = true;
      later(PAUSE_MS - sinceMs, () => {
        isPlanned = false;
        void read(now());
      });
    },
    readBacklog: () => read(now()),
  };
}
