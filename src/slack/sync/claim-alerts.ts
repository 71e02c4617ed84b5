import { SOURCE_IDS } from "../../metrics/sources";
import type { ReportSources, SyncReport } from "../../sync/report";
import type { SlackDeps } from "../deps";

/** Tells whether a report reached its reader, once. */
export type ReportArrived = (arrived: boolean) => Promise<void>;

/**
 * Claims, before an admin's report is posted, the alerts that would say again what it says of sources that could not be read. What it
 * resolves to is called with whether the report arrived. Where that is not known all admins are told: twice is better than never.
 */
export async function claimAlerts(
  { reportSources, log }: Pick<SlackDeps, "log"> & { readonly reportSources: ReportSources },
  { userId, report: { results } }: { readonly userId: string; readonly report: SyncReport },
): Promise<ReportArrived> {
  const unread = SOURCE_IDS.filter((source) => !results[source].success && results[source].off !== true);
  const failed = (error: unknown) => {
    log.warn({ error }, NOT_SETTLED);
    return null;
  };
  const reported = await reportSources(userId, unread).catch(failed);
  return async (arrived) => {
    await reported?.(arrived).catch(failed);
  };
}

/** The claim ends by itself, and all admins are told. */
const NOT_SETTLED = "The alert that a report told could not be kept";
