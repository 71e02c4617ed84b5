import { periodOf } from "../../../goals/goal";
import type { Overview } from "../../../goals/overview";
import { type ShownFigures, shownMonth } from "../../../goals/shown/shown-figures";
import type { MetricType } from "../../../metrics/metrics";
import { MAX_COMPARED, type MonthRecords } from "../../../metrics/moved/moved-records";
import type { Day } from "../../../time/day";
import type { SlackDeps } from "../../deps";
import { figureState } from "../../goals/figure-state";
import { planInWords } from "../../goals/plan-view";
import type { ReportDisplay } from "../report-view";
import { withCauses, withEarlierCauses } from "./causes";
import { monthFigures, type OwnChange, ownChanges } from "./changes";
import { baseline, type ChangeSince, changesSinceLook, netChanges, reportedMeanwhile } from "./since-look";

type FiguresDeps = Pick<
  SlackDeps,
  "overview" | "shownFigures" | "digests" | "why" | "freshness" | "syncing" | "days" | "now"
>;

/** What a report tells somebody of their own figures, and what it shows of their month; `null` where it tells none. */
export interface OwnReport {
  readonly display: Pick<ReportDisplay, "own" | "firstFigures" | "plan" | "ownToday">;
  readonly shown: ShownFigures | null;
}

/** Somebody's figures of this month as they stand before a sync. */
export interface OwnFigures {
  /** Reads them again, and says what became of them and what today asks now. */
  afterSync(): Promise<OwnReport>;
}

/** Reads somebody's figures before a sync. What cannot be read is not told; it fails no sync. */
export async function ownFigures(deps: FiguresDeps, userId: string): Promise<OwnFigures> {
  const read = async () => {
    const at = deps.now();
    return { at, overview: await deps.overview(userId).catch(() => null) };
  };
  const [begun, isFirst] = await Promise.all([read(), isFirstSync(deps)]);
  const sold = await moneyRecords(deps, { userId, overview: begun.overview });
  return {
    async afterSync() {
      const [{ at, overview: after }, seen] = await Promise.all([read(), lastShown(deps, userId)]);
      if (after === null) return { display: {}, shown: null };
      const plan = planInWords(after.goals, after);
      const shown = shownMonth(after, { at, surface: "report" });
      if (isFirst) return { display: { firstFigures: monthFigures(after), plan }, shown };
      const before = begun.overview;
      if (before === null) return { display: { plan }, shown: null };
      const beginning = { shown: seen, before, began: begun.at };
      const reported = reportedMeanwhile(beginning);
      const changes = ownChanges(baseline(before, reported), after);
      if (changes === null) return { display: { plan }, shown: null };
      // Of what was told meanwhile the records before it are not known.
      const records = new Map([...sold].filter(([type]) => !reported.has(type)));
      const since = await seenCauses(deps, {
        userId,
        since: changesSinceLook(beginning),
        before: sold,
        today: after.today,
      });
      const caused = await causesOf(deps, { userId, changes, since, before: records, overview: after });
      return { display: { own: netChanges(caused, since), ownToday: after.today, plan }, shown };
    },
  };
}

interface Seen {
  readonly userId: string;
  readonly since: readonly ChangeSince[];
  readonly before: MonthRecords;
  readonly today: Day;
}

/** The changes before a sync, those of money with the orders that made them where a digest of this month kept what its reader saw. */
async function seenCauses({ digests }: FiguresDeps, { userId, since, before, today }: Seen) {
  if (!since.some(({ type }) => before.has(type))) return since;
  const { from } = periodOf("monthly", today);
  // A report without a cause is a report.
  const kept = await digests.orders({ to: userId, day: today }).catch(() => []);
  return withEarlierCauses(since, { kept: kept.filter((one) => one.from === from), before });
}

/** What somebody was shown last; what cannot be read is as if nothing had been. */
function lastShown({ shownFigures }: FiguresDeps, userId: string): Promise<ShownFigures | null> {
  return shownFigures.of(userId).catch(() => null);
}

/** Whether no source was ever read; what cannot be known is an ordinary sync. */
function isFirstSync(deps: FiguresDeps): Promise<boolean> {
  return figureState(deps).then(
    ({ first }) => first !== null,
    () => false,
  );
}

interface MonthOf {
  readonly userId: string;
  /** Names the month; without it there are no records. */
  readonly overview: Overview | null;
}

/** The orders behind somebody's money of this month, which is few enough to be compared; none where they cannot be read. */
async function moneyRecords(
  { why }: FiguresDeps,
  { userId, overview, types = moneyOf(overview) }: MonthOf & { readonly types?: readonly MetricType[] },
): Promise<MonthRecords> {
  if (overview === null) return new Map();
  const range = periodOf("monthly", overview.today);
  try {
    const found = await Promise.all(
      types.map(async (type) => [type, await why({ userId, type, range, page: 0, size: MAX_COMPARED })] as const),
    );
    return new Map(found.filter(([, { pages }]) => pages === 1));
  } catch {
    // A report without a cause is a report.
    return new Map();
  }
}

function moneyOf(overview: Overview | null): readonly MetricType[] {
  const glance = overview?.glance ?? [];
  return glance.filter(({ unit, month }) => unit === "dollars" && month !== 0).map(({ type }) => type);
}

interface Changed extends MonthOf {
  readonly changes: readonly OwnChange[];
  readonly since: readonly ChangeSince[];
  readonly before: MonthRecords;
}

/** The changes, each that asks why with the orders that made it; the records are read again only where one does. */
async function causesOf(
  deps: FiguresDeps,
  { changes, since, before, ...month }: Changed,
): Promise<readonly OwnChange[]> {
  const looked = new Set(since.map(({ type }) => type));
  if (!changes.some(({ type, change }) => before.has(type) && (change < 0 || looked.has(type)))) return changes;
  // An order may count for another metric now.
  const types = [...new Set([...before.keys(), ...moneyOf(month.overview)])];
  return withCauses(changes, { before, after: await moneyRecords(deps, { ...month, types }) });
}
