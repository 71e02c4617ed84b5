import type { Alert } from "../digests/alert";
import type { Log } from "../log";
import type { ZoneDays } from "../metrics/day";
import { SOURCE_IDS } from "../metrics/metrics";
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
    const alerts = vanished(report, needs.days);
    if (alerts.length > 0 && !(await askedByAdmin(ask, needs)) && !told.has(report)) {
      told.add(report);
      // The report does not wait for it; what could not be told is told after the next run.
      void tellAll(alerts, needs);
    }
    return report;
  };
}

function vanished(report: SyncReport, days: ZoneDays): readonly Alert[] {
  return report.results.errors.flatMap(({ source, kind, records }): Alert[] => {
    const of = SOURCE_IDS.find((id) => id === source);
    if (of === undefined || kind !== "vanished" || records === undefined) return [];
    return [{ kind, source: of, records, range: reportDays(report, days) }];
  });
}

async function askedByAdmin({ trigger, userId }: SyncAsk, { isAdmin }: VanishedNeeds): Promise<boolean> {
  return trigger === "slack" && (await isAdmin(userId).catch(() => false));
}

async function tellAll(alerts: readonly Alert[], { tell, log }: VanishedNeeds): Promise<void> {
  for (const alert of alerts) {
    await tell(alert).catch((error: unknown) => {
      log.warn({ error, kind: alert.kind }, "The admins could not be told of records that vanished");
    });
  }
}
