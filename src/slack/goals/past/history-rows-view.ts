import { byRank } from "../../../goals/figures";
import type { Period } from "../../../goals/goal";
import type { GoalLine } from "../../../goals/overview";
import { goalStatus, isBehind, isOutOfReach } from "../../../goals/status";
import type { GoalHistory } from "../../../goals/trends/history";
import { type PastPeriod, reachedOf } from "../../../goals/trends/past-period";
import type { Day } from "../../../time/day";
import { shortRange, shortRanges } from "../../../words/dates";
import { exactFigure, figure, neededFigure } from "../../../words/figures";
import { OUT_OF_REACH } from "../../ui/after-today";
import { foreign } from "../../ui/text";
import { goalFigures, standing } from "../pace-view";
import { OUTCOMES, STATUSES } from "../status-words";
import { daysRow } from "./days-row-view";
import type { HistoryRow } from "./history-row";

/** A heading, as plain text, with its rows. */
export interface HistoryGroup {
  readonly head: string;
  readonly rows: readonly HistoryRow[];
}

/**
 * Says of the month's goals what they came to, or how they stand so far; then of each weekly goal what each week came to, the newest first, and
 * on which days daily ones were reached. No row says "reached" where its sign and its figures do. How often one was reached is said where it is
 * one of several of its period: of one alone the summary above says it.
 */
export function historyGroups(
  histories: readonly GoalHistory[],
  { running, holidays = [] }: { readonly running: readonly GoalLine[]; readonly holidays?: readonly Day[] | undefined },
): readonly HistoryGroup[] {
  const of = (period: Period) => histories.filter((history) => history.period === period);
  const months = of("monthly").flatMap(({ periods }) => periods.map(monthRow));
  const weeks = of("weekly").map(({ periods }, _, { length }): HistoryGroup => {
    const rows = [...periods].reverse().map(weekRow);
    return { head: `${periods[0]?.title ?? ""} by week${length === 1 ? "" : reachedInWords(periods)}`, rows };
  });
  const days = of("daily").flatMap(({ periods }, _, { length }) => daysRow(periods, { holidays, isOne: length === 1 }));
  const soFar = running.filter(({ period }) => period === "monthly").sort(byRank);
  const groups: readonly HistoryGroup[] = [
    // A title above says whether the month goes on.
    { head: "Monthly goals", rows: [...months, ...soFar.map(runningRow)] },
    ...weeks,
    { head: "Daily goals", rows: days },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

/** ": 2 of 4 reached"; nothing where no week asked for anything. */
function reachedInWords(periods: readonly PastPeriod[]): string {
  const { reached, all } = reachedOf(periods);
  return all === 0 ? "" : `: ${reached.toLocaleString("en-US")} of ${all.toLocaleString("en-US")} reached`;
}

/** "❌ *Emails*: *48 of 60*, missed by 12", as a week without a bar, in one line of a phone. */
function monthRow(one: PastPeriod): HistoryRow {
  return { text: resultOf(one, `*${foreign(one.title)}*`), of: one, ...judgedAs(one) };
}

/** "✅ Oct 19–25: *31 of 30*", in one line of a phone. */
function weekRow(one: PastPeriod): HistoryRow {
  return { text: resultOf(one, shortRange(one)), of: one, ...judgedAs(one) };
}

function judgedAs({ outcome, unread }: PastPeriod): Pick<HistoryRow, "isMissed" | "isUnread"> {
  return { isMissed: outcome === "missed", isUnread: outcome === "unread" || unread !== undefined };
}

/** "🔴 *Wholesale sales*: *$44,301 of $100,000*, behind by $41,414", or "…, out of reach at this rate"; how far, one's page says. */
function runningRow(line: GoalLine): HistoryRow {
  const { sign, words } = standing(line);
  const state = isOutOfReach(line) ? OUT_OF_REACH : words;
  const said = goalStatus(line) === "reached" ? "" : `, ${state}`;
  const text = `${sign} *${foreign(line.title)}*: *${together(goalFigures(line))}*${said}`;
  return { text, of: line, isMissed: isBehind(line), isUnread: false };
}

/**
 * "❌ Oct 5–11: *40 of 45*, missed by 5", "❔ Sep 28 – Oct 4: at least *21 of 30*, not synced Sep 28", and where more cannot undo it
 * "✅ Sep 28 – Oct 4: at least *31 of 30*, reached; not synced Sep 28"; a zero that days not synced may hide is not said.
 */
function resultOf(one: PastPeriod, name: string): string {
  const { sign, words } = OUTCOMES[one.outcome];
  const of = together(`of ${exactFigure(one.target, one.unit)}*`);
  const figures = together(`*${figure(one.value, one.unit)} ${of}`);
  const result = `${sign} ${name}: ${figures}`;
  switch (one.outcome) {
    case "missed":
      return `${result}, ${words} by ${neededFigure(one.target - one.value, one.unit)}`;
    case "unread":
      return one.value === 0
        ? `${sign} ${name}: *? ${of}, ${unreadInWords(one)}`
        : `${sign} ${name}: at least ${figures}, ${unreadInWords(one)}`;
    case "reached":
      if (one.unread === undefined) return result;
      // Beside what is not synced the sign alone would be doubted.
      return `${sign} ${name}: at least ${figures}, ${words}; ${unreadInWords(one)}`;
    case "off":
      return `${result}, ${words}`;
  }
}

/** Keeps "$14,301 of $100,000" in one line of a phone. */
function together(figures: string): string {
  return figures.replaceAll(" ", "\u00a0");
}

/** "not synced Sep 28–30"; without days where these are all of the period. */
function unreadInWords({ from, to, unread = [] }: PastPeriod): string {
  const [first] = unread;
  if (first === undefined) return OUTCOMES.unread.words;
  const isWhole = first.from === from && first.to === to;
  return isWhole ? STATUSES.unread.words : `${STATUSES.unread.words} ${shortRanges(unread)}`;
}
