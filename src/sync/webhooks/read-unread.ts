import type { Log } from "../../log";
import type { SourceId } from "../../metrics/sources";
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
/** A day of a large team takes minutes of what a vendor allows: most of that is left to others. */
const PAUSE_SHARE = 5;
/** A call is named by its sid some time after it began, of which midnight may be in between. */
const UNLISTED_SINCE_MS = 3_600_000;

/** Asks for syncs of what webhooks named and nobody has read. It never fails. */
export interface UnreadDaysReader {
  /** Within ten minutes of the last sync asked for, days that no sync has read wait for the end of these: then one sync reads them all. */
  readUnread(): Promise<void>;
  /**
   * Has records looked for that were named by something else than their id and are not among the newest: in the list of today's alone, of
   * their source alone. Whatever is named within ten minutes, or five times as long as the last look took, waits for the end of these.
   */
  readUnlisted(source: SourceId): Promise<void>;
  /** What a backlog concerns is in people's figures and not read one by one, so it is never left. */
  readBacklog(): Promise<void>;
}

/** Makes what asks for a sync of days that webhooks marked: it reads what is due, and the marked days with it. */
export function unreadDaysReader({ freshness, requestSync, days, now, later, log }: ReadUnreadDeps): UnreadDaysReader {
  const asked = { userId: "schedule", trigger: "schedule" } as const;
  const attempt = (work: () => Promise<unknown>) =>
    work().catch((error: unknown) => {
      log.error({ error }, "the sync of days that webhooks named broke; the next one reads them");
    });
  const readMarked = (at: Date) =>
    attempt(async () => {
      const range = digestLookBackDays(await freshness(), { today: days.dayOf(at), days });
      await requestSync({ ...asked, range });
    });
  const readToday = (source: SourceId, at: Date) => {
    const range = { from: days.dayOf(new Date(at.getTime() - UNLISTED_SINCE_MS)), to: days.dayOf(at) };
    // A run that goes on reads up to when it began.
    return attempt(() => requestSync({ ...asked, range, sources: [source], joinRunning: false }));
  };
  const marked = spaced(readMarked, { now, later });
  const unlisted = new Map<SourceId, Spaced>();
  return {
    readUnread: marked.ask,
    readUnlisted: (source) => {
      const own = unlisted.get(source) ?? spaced((at) => readToday(source, at), { now, later });
      unlisted.set(source, own);
      return own.ask();
    },
    readBacklog: marked.atOnce,
  };
}

interface Spaced {
  /** Does the work now, or once the pause since it was begun last is over. */
  readonly ask: () => Promise<void>;
  readonly atOnce: () => Promise<void>;
}

/** Spaces work out; what is asked for while it is done, or in the pause after it began, is done once, after both. */
function spaced(work: (at: Date) => Promise<unknown>, { now, later }: Pick<ReadUnreadDeps, "now" | "later">): Spaced {
  let begunAt: Date | null = null;
  let tookMs = 0;
  let underWay = 0;
  let [isAsked, isPlanned] = [false, false];
  const atOnce = async () => {
    const at = now();
    begunAt = at;
    underWay += 1;
    await work(at);
    underWay -= 1;
    tookMs = Math.abs(now().getTime() - at.getTime());
    if (isAsked) await ask();
  };
  const ask = async () => {
    isAsked = underWay > 0;
    if (isAsked) return;
    const pauseMs = Math.max(PAUSE_MS, tookMs * PAUSE_SHARE);
    const sinceMs = begunAt === null ? pauseMs : Math.abs(now().getTime() - begunAt.getTime());
    if (sinceMs >= pauseMs) return atOnce();
    if (isPlanned) return;
    isPlanned = true;
    later(pauseMs - sinceMs, () => {
      isPlanned = false;
      void atOnce();
    });
  };
  return { ask, atOnce };
}
