import type { Alert } from "../digests/delivery/alert-store";
import type { Log } from "../log";
import { type ApprovalRequest, approvalRequests, reportDays, type SyncReport } from "../sync/report";
import type { RequestSync, SyncRequest } from "../sync/request";
import type { ZoneDays } from "../time/day";

export interface DeletionAlertDeps {
  /** Tells the admins what was not told them today. */
  readonly alert: (alert: Alert) => Promise<void>;
  readonly isAdmin: (userId: string) => Promise<boolean>;
  readonly days: ZoneDays;
  readonly log: Log;
}

/**
 * Requests as they are, whose reports are looked at: where records vanished in great number, the admins are told, who
 * alone can say whether they are gone. Not where an admin asked for the run in Slack, whose own report asks them.
 */
export function alertingDeletions(request: RequestSync, deps: DeletionAlertDeps): RequestSync {
  // Whoever joined a run gets the same report.
  const told = new WeakSet<SyncReport>();
  return async (ask, onProgress) => {
    const report = await request(ask, onProgress);
    const words = approvalRequests(report.results.errors, reportDays(report, deps.days));
    if (words.length > 0 && !(await askedByAdmin(ask, deps)) && !told.has(report)) {
      told.add(report);
      // The report does not wait for it; what could not be told is told after the next run.
      void tellAll(words, deps);
    }
    return report;
  };
}

async function askedByAdmin({ trigger, userId }: SyncRequest, { isAdmin }: DeletionAlertDeps): Promise<boolean> {
  return trigger === "slack" && (await isAdmin(userId).catch(() => false));
}

async function tellAll(words: readonly ApprovalRequest[], { alert, log }: DeletionAlertDeps): Promise<void> {
  for (const word of words) {
    await alert({ kind: "vanished", ...word }).catch((error: unknown) => {
      log.warn({ error, source: word.source }, "The admins could not be told of records that vanished");
    });
  }
}
