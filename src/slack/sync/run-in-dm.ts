import { periodOf } from "../../goals/goal";
import type { Overview } from "../../goals/overview";
import { sleep } from "../../lib/sleep";
import type { MetricType } from "../../metrics/metrics";
import type { SourceId } from "../../metrics/sources";
import { can } from "../../people/permissions";
import { DateRangeError } from "../../sync/date-range";
import { type DeletionApproval, type Progress, waitingProgress } from "../../sync/report";
import type { DayRange } from "../../time/day";
import { rangeInWords } from "../../words/dates";
import type { SlackContext, SyncClosing } from "../deps";
import { figureState } from "../goals/figure-state";
import { planInWords } from "../goals/plan-view";
import { acknowledgedAction, inDm } from "../middleware/actions";
import { reportError } from "../middleware/errors";
import { LiveMessage } from "../platform/live-message";
import { sectionMessage } from "../ui/blocks";
import { monthFigures, type OwnChange, ownChanges } from "./own-changes-view";
import { MAX_COMPARED, type MonthRecords, withCauses } from "./own-losses";
import { lastThirtyDays, parseSync } from "./parse";
import { syncProgressMessage } from "./progress-view";
import { closingLine, syncReportMessage } from "./report-view";
import { SYNC_NOW } from "./sync-button";

interface DmSyncRequest {
  readonly userId: string;
  readonly range: DayRange;
  /** The hash of the page whose button was pressed. */
  readonly homeHash?: string | undefined;
  /** Syncs only these sources, with what an admin approved of them. */
  readonly sources?: readonly SourceId[];
  readonly acceptVanished?: DeletionApproval;
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
  const closing = await context.syncs.run(JSON.stringify(request), () => runAnew(context, { homeHash, ...request }));
  await close?.(closing);
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
    const [before, isFirst] = await Promise.all([figuresOf(deps, userId), isFirstSync(deps)]);
    const sold = await moneyRecords(deps, { userId, overview: before });
    const report = await deps.requestSync({ ...request, trigger: "slack" }, show);
    const display = { days: deps.days, now: deps.now(), next: deps.nextSync?.() };
    const canApprove = await deps.actor(userId).then(
      (actor) => can(actor, { does: "accept-vanished" }),
      () => false,
    );
    const after = canApprove ? null : await figuresOf(deps, userId);
    const changes = isFirst || before === null || after === null ? undefined : ownChanges(before, after);
    const own = changes && (await causesOf(deps, { userId, changes, before: sold, overview: after }));
    const firstFigures = isFirst && after !== null ? monthFigures(after) : undefined;
    const plan = after === null ? null : planInWords(after.goals, after);
    const dm = await live.finish(syncReportMessage(report, { ...display, canApprove, own, firstFigures, plan }));
    return { ...sectionMessage(closingLine(report, { ...display, inDm: dm !== null })), dm };
  } catch (error) {
    const isOfDays = error instanceof DateRangeError;
    const failure = isOfDays ? sectionMessage(error.message) : reportError(deps, { doing: "a sync", userId, error });
    return { ...failure, dm: await live.finish(failure) };
  }
}

/** Somebody's figures; `null` where they cannot be read, which fails no sync. */
function figuresOf({ overview }: SlackContext["deps"], userId: string): Promise<Overview | null> {
  return overview(userId).catch(() => null);
}

interface MonthOf {
  readonly userId: string;
  /** Names the month; without it there are no records. */
  readonly overview: Overview | null;
}

/** The orders behind somebody's money of this month, which is few enough to be compared; none where they cannot be read. */
async function moneyRecords(
  { why }: SlackContext["deps"],
  { userId, overview, types = moneyOf(overview) }: MonthOf & { readonly types?: readonly MetricType[] },
): Promise<MonthRecords> {
  const records: [MetricType, Awaited<ReturnType<typeof why>>][] = [];
  if (overview === null) return new Map();
  try {
    const range = periodOf("monthly", overview.today);
    for (const type of types) {
      const found = await why({ userId, type, range, page: 0, size: MAX_COMPARED });
      if (found.pages === 1) records.push([type, found]);
    }
  } catch {
    // A report without a cause is a report.
    return new Map();
  }
  return new Map(records);
}

function moneyOf(overview: Overview | null): readonly MetricType[] {
  const glance = overview?.glance ?? [];
  return glance.filter(({ unit, month }) => unit === "dollars" && month !== 0).map(({ type }) => type);
}

/** The changes, each fall of money with the orders that made it; the records are read again only where any fell. */
async function causesOf(
  deps: SlackContext["deps"],
  { changes, before, ...month }: MonthOf & { readonly changes: readonly OwnChange[]; readonly before: MonthRecords },
): Promise<readonly OwnChange[]> {
  if (!changes.some(({ type, change }) => change < 0 && before.has(type))) return changes;
  // An order may count for another metric now.
  const types = [...new Set([...before.keys(), ...moneyOf(month.overview)])];
  return withCauses(changes, { before, after: await moneyRecords(deps, { ...month, types }) });
}

/** Whether no source was ever read; what cannot be known is an ordinary sync. */
function isFirstSync(deps: SlackContext["deps"]): Promise<boolean> {
  return figureState(deps).then(
    ({ first }) => first !== null,
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
