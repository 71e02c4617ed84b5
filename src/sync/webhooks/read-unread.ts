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

/** Asks for syncs of days that webhooks marked. It never fails. */
export interface UnreadDaysReader {
  /** Within ten minutes of the last sync asked for, days that no sync has read, and unlisted records, are left to the next one. */
  readUnread(): Promise<void>;
  /** What a backlog concerns is in people's figures and not read one by one, so it is never left. */
  readBacklog(): Promise<void>;
}

/** Makes what asks for a sync of days that webhooks marked: it reads what is due, and the marked days with it. */
export function unreadDaysReader({ freshness, requestSync, days, now, log }: ReadUnreadDeps): UnreadDaysReader {
  let askedAt: Date | null = null;
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
      if (askedAt === null || Math.abs(at.getTime() - askedAt.getTime()) >= PAUSE_MS) await read(at);
    },
    readBacklog: () => read(now()),
  };
}
