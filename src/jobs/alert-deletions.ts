import type { Alert } from "../digests/delivery/alert-store";
import type { Log } from "../log";
import { type ApprovalRequest, approvalRequests, reportDays, type SyncReport } from "../sync/report";
import type { RequestSync, SyncRequest } from "../sync/request";
import type { ZoneDays } from "../time/day";

export interface DeletionAlertDeps {
  /** Alerts the admins, once a day to the same thing. */
  readonly alert: (alert: Alert) => Promise<void>;
  readonly isAdmin: (userId: string) => Promise<boolean>;
  readonly days: ZoneDays;
  readonly log: Log;
}

/**
 * Wraps sync requests: if a report shows a mass deletion, the admins are alerted, since only they can approve it. An
 * admin who asked for the run in Slack is asked by its own report instead.
 */
export function alertingDeletions(requestSync: RequestSync, deps: DeletionAlertDeps): RequestSync {
  // Requests that joined one run get the same report.
  const alerted = new WeakSet<SyncReport>();
  return async (request, onProgress) => {
    const report = await requestSync(request, onProgress);
    const approvals = approvalRequests(report.results.errors, reportDays(report, deps.days));
    if (approvals.length > 0 && !(await askedByAdmin(request, deps)) && !alerted.has(report)) {
      alerted.add(report);
      // The report does not wait for it; an alert that fails is sent after the next run.
      void alertAll(approvals, deps);
    }
    return report;
  };
}

async function askedByAdmin({ trigger, userId }: SyncRequest, { isAdmin }: DeletionAlertDeps): Promise<boolean> {
  return trigger === "slack" && (await isAdmin(userId).catch(() => false));
}

async function alertAll(approvals: readonly ApprovalRequest[], { alert, log }: DeletionAlertDeps): Promise<void> {
  for (const approval of approvals) {
    await alert({ kind: "vanished", ...approval }).catch((error: unknown) => {
      log.warn({ error, source: approval.source }, "The admins could not be told of records that vanished");
    });
  }
}
