import { sleep } from "../../lib/sleep";
import type { SourceId } from "../../metrics/sources";
import { can } from "../../people/permissions";
import { DateRangeError } from "../../sync/date-range";
import { type DeletionApproval, type Progress, waitingProgress } from "../../sync/report";
import type { DayRange } from "../../time/day";
import { rangeInWords } from "../../words/dates";
import type { SlackContext, SyncClosing } from "../deps";
import { acknowledgedAction, inDm } from "../middleware/actions";
import { reportError } from "../middleware/errors";
import { LiveMessage } from "../platform/live-message";
import { sectionMessage } from "../ui/blocks";
import { SYNC_NOW } from "../ui/sync-button";
import { claimAlerts } from "./claim-alerts";
import { ownFigures } from "./own/figures";
import { lastThirtyDays, parseSync } from "./parse";
import { syncProgressMessage } from "./progress-view";
import { closingLine } from "./report-heading";
import { syncReportMessage } from "./report-view";
import { untypedIn } from "./waiting/account-types";

interface DmSyncRequest {
  readonly userId: string;
  readonly range: DayRange;
  /** The hash of the page whose button was pressed. */
  readonly homeHash?: string | undefined;
  /** Syncs only these sources, with what an admin approved of them. */
  readonly sources?: readonly SourceId[];
  readonly acceptVanished?: DeletionApproval;
  /** False where a run that goes on may have read who is who before it was said. */
  readonly joinRunning?: boolean;
  /** Says the closing line where the sync was requested. */
  readonly close?: (closing: SyncClosing) => Promise<unknown>;
}

/**
 * Runs a sync for somebody: a message in the DM shows its progress and then its report; App Home shows that it runs. Who
 * asks for the same once more while it runs is answered by that one, without another message.
 */
export async function runSyncInDm(
  context: SlackContext,
  { homeHash, close, ...request }: DmSyncRequest,
): Promise<void> {
  const closing = await context.syncs.run(keyOf(request), () => runAnew(context, { homeHash, ...request }));
  await close?.(closing);
}

/** Whether the same runs for them already, so that no other message comes of it. */
export function isSyncRunning(
  { syncs }: Pick<SlackContext, "syncs">,
  { userId, range }: Pick<DmSyncRequest, "userId" | "range">,
): boolean {
  return syncs.isRunning(keyOf({ userId, range }));
}

function keyOf(request: Omit<DmSyncRequest, "close" | "homeHash">): string {
  return JSON.stringify(request);
}

async function runAnew(
  context: SlackContext,
  { homeHash, ...request }: Omit<DmSyncRequest, "close">,
): Promise<SyncClosing> {
  const { userId, range } = request;
  const { deps, client, homes } = context;
  const inWords = rangeInWords(range, deps.days.dayOf(deps.now()));
  const first = syncProgressMessage(waitingProgress(), inWords);
  const { log, liveMessages: messages } = deps;
  const live = new LiveMessage({ client, log, sleep: deps.sleep ?? sleep, messages, range }, { userId, first });
  const inHome = homes.beginSync(userId);
  const page = homes.refresh(userId, homeHash);
  const show = (progress: Progress) => {
    live.show(syncProgressMessage(progress, inWords));
    inHome.show(progress);
  };
  const closing = await run(context, { ...request, live, show }).finally(() => inHome.end());
  await page;
  await homes.refresh(userId);
  return closing;
}

/** Requests the sync and posts its report; resolves to the closing line. */
async function run(
  { deps }: SlackContext,
  {
    live,
    show,
    ...request
  }: Omit<DmSyncRequest, "homeHash" | "close"> & { live: LiveMessage; show: (progress: Progress) => void },
): Promise<SyncClosing> {
  const { userId } = request;
  try {
    const before = (await canApproveNow(deps, userId)) ? null : await ownFigures(deps, userId);
    const report = await deps.requestSync({ ...request, trigger: "slack" }, show);
    const display = { days: deps.days, now: deps.now(), next: await deps.nextSync?.() };
    // Asked again: a sync may take hours at a vendor's limits.
    const canApprove = await canApproveNow(deps, userId);
    const own = canApprove ? undefined : await before?.afterSync();
    const theirs = canApprove ? { untyped: await untypedIn(deps, report) } : own?.display;
    const message = syncReportMessage(report, { ...display, canApprove, ...theirs });
    const reported = canApprove ? await claimAlerts(deps, { userId, report }) : null;
    const dm = await live.finish(message);
    await reported?.(dm !== null);
    if (dm !== null && own?.shown) await deps.shownFigures.record(userId, own.shown);
    return { ...sectionMessage(closingLine(report, { ...display, inDm: dm !== null })), dm };
  } catch (error) {
    const isOfDays = error instanceof DateRangeError;
    const failure = isOfDays ? sectionMessage(error.message) : reportError(deps, { doing: "a sync", userId, error });
    return { ...failure, dm: await live.finish(failure) };
  }
}

/** Whether somebody may approve mass deletions, and so reads an admin's report; in doubt not. */
function canApproveNow(deps: SlackContext["deps"], userId: string): Promise<boolean> {
  return deps.actor(userId).then(
    (actor) => can(actor, { does: "accept-vanished" }),
    () => false,
  );
}

/** The Sync now button in App Home: what `/sync` does, with the last 30 days; below a report with its days. */
export const syncNowAction = acknowledgedAction(
  { doing: SYNC_NOW, replyTo: inDm },
  async (context: SlackContext, { event: { userId, value }, hash }) => {
    const { deps } = context;
    const today = deps.days.dayOf(deps.now());
    const parsed = parseSync(value, today);
    const range = parsed.kind === "range" ? parsed.range : lastThirtyDays(today);
    await runSyncInDm(context, { userId, range, homeHash: hash });
  },
);

/** Recomputes with who is who as it was said just now. */
export const recomputeAction = acknowledgedAction(
  { doing: SYNC_NOW, replyTo: inDm },
  async (context: SlackContext, { event: { userId }, hash }) => {
    const range = lastThirtyDays(context.deps.days.dayOf(context.deps.now()));
    await runSyncInDm(context, { userId, range, homeHash: hash, joinRunning: false });
  },
);

/** The button that syncs, wherever it stands. */
export const SYNC_ACTIONS = { [SYNC_NOW]: syncNowAction };
