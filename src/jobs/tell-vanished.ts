import type { Alert } from "../digests/alert";
import type { Log } from "../log";
import type { ZoneDays } from "../metrics/day";
import { type VanishedWord, wordsToGive } from "../slack/vanished-word";
import type { RequestSync, SyncAsk } from "../sync/ask";
import { reportDays, type SyncReport } from "../sync/report";

export interface VanishedNeeds {
  /** Tells the admins what was not told them today. */
  readonly tell: (alert: Alert) => Promise<void>;
  readonly isAdmin: (userId: string) => Promise<boolean>;
  readonly days: ZoneDays;
  readonly log: Log;
}

/**
 * Requests as they are, whose reports are looked at: where records vanished in great number, the admins are told, who
 * alone can say whether they are gone. Not where an admin asked for the run in Slack, whose own report asks them.
 */
export function tellingVanished(request: RequestSync, needs: VanishedNeeds): RequestSync {
  // Whoever joined a run gets the same report.
  const told = new WeakSet<SyncReport>();
  return async (ask, onProgress) => {
    const report = await request(ask, onProgress);
    const words = wordsToGive(report.results.errors, reportDays(report, needs.days));
    if (words.length > 0 && !(await askedByAdmin(ask, needs)) && !told.has(report)) {
      told.add(report);
      // The report does not wait for it; what could not be told is told after the next run.
      void tellAll(words, needs);
    }
    return report;
  };
}

async function askedByAdmin({ trigger, userId }: SyncAsk, { isAdmin }: VanishedNeeds): Promise<boolean> {
  return trigger === "slack" && (await isAdmin(userId).catch(() => false));
}

async function tellAll(words: readonly VanishedWord[], { tell, log }: VanishedNeeds): Promise<void> {
  for (const word of words) {
    await tell({ kind: "vanished", ...word }).catch((error: unknown) => {
      log.warn({ error, source: word.source }, "The admins could not be told of records that vanished");
    });
  }
}
