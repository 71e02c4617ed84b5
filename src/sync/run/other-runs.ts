import type { Lease } from "../lease";
import type { SyncReport } from "../report";
import { readsAll, type SyncRequest } from "../request";
import type { RunContext } from "./context";
import type { RunStore, SyncRun } from "./run-store";

/** Finds a run in another process whose days contain those of the request, unless it asks for a run of its own. */
export async function otherRun(
  request: SyncRequest,
  { runs, context }: { readonly runs: Pick<RunStore, "running">; readonly context: Pick<RunContext, "days"> },
): Promise<SyncRun | null> {
  const other = await runs.running();
  if (other === null || request.acceptVanished || request.joinRunning === false || !readsAll(other, request))
    return null;
  const { since, until } = context.days.instantsOf(request.range);
  const { start, end } = other.dateRange;
  return start <= since.toISOString() && until.toISOString() <= end ? other : null;
}

/** Reads the report of a run; `null` while it has none. */
export async function reportOf(
  id: string,
  { runs }: { readonly runs: Pick<RunStore, "one"> },
): Promise<SyncReport | null> {
  const run = await runs.one(id);
  if (run?.status !== "done" || run.results === undefined || run.summary === undefined) return null;
  const { success = false, duration = "", userId, dateRange, results, summary } = run;
  return { success, duration, userId, dateRange, results, summary };
}

/**
 * Reads the report of another process's run for the one who has acquired the lease after it: it may have ended between the look at its
 * report and the one at its lease, which it releases only once its report is saved. The lease is kept only if there is none (`null`).
 */
export async function reportOrLease(
  { id, lease }: { readonly id: string; readonly lease: Lease },
  { runs }: { readonly runs: Pick<RunStore, "one"> },
): Promise<SyncReport | null> {
  try {
    const report = await reportOf(id, { runs });
    // One that cannot be given back runs out by itself.
    if (report !== null) await lease.release().catch(() => undefined);
    return report;
  } catch (error) {
    await lease.release().catch(() => undefined);
    throw error;
  }
}
