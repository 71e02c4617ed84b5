import { byRank } from "../../../goals/figures";
import type { Period } from "../../../goals/goal";
import type { GoalLine } from "../../../goals/overview";
import { PERIODS } from "../../../goals/range-sums";
import { isUnread } from "../../../goals/status";
import type { GoalHistory } from "../../../goals/trends/history";
import type { PastPeriod } from "../../../goals/trends/past-period";
import { dayRanges } from "../../../time/day-ranges";
import { shortRange, shortRanges } from "../../../words/dates";
import { exactFigure, figure, neededFigure, shortBar } from "../../../words/figures";
import { capitalized, counted, foreign } from "../../ui/text";
import { goalFigures, RUNNING_PERIOD, standing } from "../pace-view";
import { OUTCOMES, STATUSES } from "../status-words";

/** A heading, as plain text, with its rows. */
export interface HistoryGroup {
  readonly head: string;
  readonly rows: readonly HistoryRow[];
}

/** One period of a goal in mrkdwn, which one it is and below it what it came to; or all days of a daily one, since nobody reads thirty. */
export interface HistoryRow {
  readonly text: string;
  /** The figure whose records can be asked for: its metric, and the days that it is of. */
  readonly of: Pick<GoalLine, "type" | "title" | "from" | "to">;
}

/**
 * Says what ended: the month's goals, each weekly goal with its weeks, the newest first, and on how many days daily ones were reached; then
 * how those that go on stand so far.
 */
export function historyGroups(
  histories: readonly GoalHistory[],
  running: readonly GoalLine[],
): readonly HistoryGroup[] {
  const of = (period: Period) => histories.filter((history) => history.period === period);
  const months = of("monthly").flatMap(({ periods }) => periods.map(monthRow));
  const weeks = of("weekly").map(({ periods }): HistoryGroup => {
    const rows = [...periods].reverse().map(weekRow);
    return { head: `${periods[0]?.title ?? ""} by week`, rows };
  });
  const days = of("daily").flatMap(({ periods }) => daysRow(periods));
  const groups: readonly HistoryGroup[] = [
    { head: "Monthly goals", rows: months },
    ...weeks,
    { head: "Daily goals", rows: days },
    ...[...PERIODS].reverse().map((period): HistoryGroup => {
      const lines = running.filter((line) => line.period === period).sort(byRank);
      return { head: `${capitalized(RUNNING_PERIOD[period])} so far`, rows: lines.map(runningRow) };
    }),
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

/** "*Emails*" above "❌ ▰▰▰▰▱ *48 of 60* · missed by 12". */
function monthRow(one: PastPeriod): HistoryRow {
  return { text: `*${foreign(one.title)}*\n${resultOf(one)}`, of: one };
}

/** "*Oct 19–25*" above "✅ ▰▰▰▰▰ *31 of 30* · reached". */
function weekRow(one: PastPeriod): HistoryRow {
  return { text: `*${shortRange(one)}*\n${resultOf(one)}`, of: one };
}

/** "*Wholesale sales*" above "🔴 ▰▱▱▱▱ *$14,301 of $100,000* · behind by $71,414". */
function runningRow(line: GoalLine): HistoryRow {
  const { sign, words } = standing(line);
  const share = isUnread(line) && line.current === 0 ? "" : `${shortBar(line.current, line.target)} `;
  return { text: `*${foreign(line.title)}*\n${sign} ${share}*${goalFigures(line)}* · ${words}`, of: line };
}

/** "❌ ▰▰▰▰▱ *40 of 45* · missed by 5", "❔ ▰▰▰▱▱ at least *21 of 30* · not synced Sep 28"; a zero that days not synced may hide is neither said nor drawn. */
function resultOf(one: PastPeriod): string {
  const { sign, words } = OUTCOMES[one.outcome];
  const target = exactFigure(one.target, one.unit);
  const bar = shortBar(one.value, one.target);
  const figures = `*${figure(one.value, one.unit)} of ${target}*`;
  const result = `${sign} ${bar} ${figures}`;
  switch (one.outcome) {
    case "missed":
      return `${result} · ${words} by ${neededFigure(one.target - one.value, one.unit)}`;
    case "unread":
      return `${one.value === 0 ? `${sign} *? of ${target}*` : `${sign} ${bar} at least ${figures}`} · ${unreadInWords(one)}`;
    default:
      return `${result} · ${words}`;
  }
}

/** "not synced Sep 28–30"; without days where these are all of the period. */
function unreadInWords({ from, to, unread = [] }: PastPeriod): string {
  const [first] = unread;
  if (first === undefined) return OUTCOMES.unread.words;
  const isWhole = first.from === from && first.to === to;
  return isWhole ? STATUSES.unread.words : `${STATUSES.unread.words} ${shortRanges(unread)}`;
}

/** "*Emails* · 3 a day" above "📅 ▰▰▰▰▱ *12 of 15 days* reached · 2 days not synced, Oct 1–2"; without which days where these are all. */
function daysRow(periods: readonly PastPeriod[]): readonly HistoryRow[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return [];
  const judged = periods.filter(({ outcome }) => outcome === "reached" || outcome === "missed");
  const reached = judged.filter(({ outcome }) => outcome === "reached").length;
  const unread = periods.filter(({ outcome }) => outcome === "unread");
  const missing = unread.length === periods.length ? "" : `, ${shortRanges(dayRanges(unread.map(({ from }) => from)))}`;
  const said = `*${reached.toLocaleString("en-US")} of ${counted(judged.length, "day")}* reached`;
  const parts = [
    ...(judged.length === 0 ? [] : [`${shortBar(reached, judged.length)} ${said}`]),
    ...(unread.length === 0 ? [] : [`${counted(unread.length, "day")} not synced${missing}`]),
    ...(judged.length + unread.length === 0 ? [OUTCOMES.off.words] : []),
  ];
  const name = [`*${foreign(first.title)}*`, ...targetOf(periods)].join(" · ");
  return [{ text: `${name}\n📅 ${parts.join(" · ")}`, of: { ...first, from: first.from, to: last.to } }];
}

/** "3 a day"; nothing where it was changed between. */
function targetOf(periods: readonly PastPeriod[]): readonly string[] {
  const [target, ...others] = new Set(periods.map((one) => exactFigure(one.target, one.unit)));
  return target === undefined || others.length > 0 ? [] : [`${target} a day`];
}
