import { daysOf } from "../../../goals/calendar";
import { byRank } from "../../../goals/figures";
import { type Period, periodOf } from "../../../goals/goal";
import type { GoalLine } from "../../../goals/overview";
import { isBehind, isOutOfReach, isUnread } from "../../../goals/status";
import type { GoalHistory } from "../../../goals/trends/history";
import type { Outcome, PastPeriod } from "../../../goals/trends/past-period";
import type { Day } from "../../../time/day";
import { dayRanges } from "../../../time/day-ranges";
import { shortRange, shortRanges } from "../../../words/dates";
import { exactFigure, figure, neededFigure, percent, shortBar } from "../../../words/figures";
import { OUT_OF_REACH } from "../../ui/after-today";
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
  /** Whether it was missed or is behind, so that its records are asked for first. */
  readonly isMissed: boolean;
  /** Whether days of it that are over are not synced. */
  readonly isUnread: boolean;
}

/**
 * Says of the month's goals what they came to, or how they stand so far; then of each weekly goal its weeks, the newest first, and on which
 * days daily ones were reached; last how the weeks and days that go on stand.
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
  const soFar = (period: Period): HistoryGroup => {
    const lines = running.filter((line) => line.period === period).sort(byRank);
    return { head: `${capitalized(RUNNING_PERIOD[period])} so far`, rows: lines.map(runningRow) };
  };
  const groups: readonly HistoryGroup[] = [
    { head: "Monthly goals", rows: months },
    soFar("monthly"),
    ...weeks,
    { head: "Daily goals", rows: days },
    ...(["weekly", "daily"] as const).map(soFar),
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

/** "*Emails*" above "❌ ▰▰▰▰▱ *48 of 60* (80%), missed by 12". */
function monthRow(one: PastPeriod): HistoryRow {
  return { text: `*${foreign(one.title)}*\n${resultOf(one)}`, of: one, ...judgedAs(one) };
}

/** "✅ Oct 19–25: ▰▰▰▰▰ *31 of 30*, reached": of many weeks each is a line. */
function weekRow(one: PastPeriod): HistoryRow {
  return { text: resultOf(one, `${shortRange(one)}:`), of: one, ...judgedAs(one) };
}

function judgedAs({ outcome }: PastPeriod): Pick<HistoryRow, "isMissed" | "isUnread"> {
  return { isMissed: outcome === "missed", isUnread: outcome === "unread" };
}

/** "*Wholesale sales*" above "🔴 ▰▱▱▱▱ *$44,301 of $100,000* (44%), behind by $41,414", or "…, out of reach at this rate", as on one's page. */
function runningRow(line: GoalLine): HistoryRow {
  const { current, target } = line;
  const { sign, words } = standing(line);
  const share = isUnread(line) && current === 0 ? "" : `${shortBar(current, target)} `;
  const ofIt = isUnread(line) ? "" : shareOf(line, current);
  const text = `*${foreign(line.title)}*\n${sign} ${share}*${goalFigures(line)}*${ofIt}, ${isOutOfReach(line) ? OUT_OF_REACH : words}`;
  return { text, of: line, isMissed: isBehind(line), isUnread: false };
}

/** " (80%)" of a month, which is read more closely than one of many weeks. */
function shareOf({ period, target }: Pick<PastPeriod, "period" | "target">, value: number): string {
  return period === "monthly" ? ` (${percent(value, target)})` : "";
}

/**
 * "❌ ▰▰▰▰▱ *40 of 45*, missed by 5", "❔ ▰▰▰▱▱ at least *21 of 30*, not synced Sep 28"; a zero that days not synced may hide is neither
 * said nor drawn.
 *
 * @param when stands behind the sign.
 */
function resultOf(one: PastPeriod, when = ""): string {
  const { words } = OUTCOMES[one.outcome];
  const sign = `${OUTCOMES[one.outcome].sign}${when === "" ? "" : ` ${when}`}`;
  const target = exactFigure(one.target, one.unit);
  const bar = shortBar(one.value, one.target);
  const figures = `*${figure(one.value, one.unit)} of ${target}*`;
  const isJudged = one.outcome === "reached" || one.outcome === "missed";
  const result = `${sign} ${bar} ${figures}${isJudged ? shareOf(one, one.value) : ""}`;
  switch (one.outcome) {
    case "missed":
      return `${result}, ${words} by ${neededFigure(one.target - one.value, one.unit)}`;
    case "unread":
      return `${one.value === 0 ? `${sign} *? of ${target}*` : `${sign} ${bar} at least ${figures}`}, ${unreadInWords(one)}`;
    default:
      return `${result}, ${words}`;
  }
}

/** "not synced Sep 28–30"; without days where these are all of the period. */
function unreadInWords({ from, to, unread = [] }: PastPeriod): string {
  const [first] = unread;
  if (first === undefined) return OUTCOMES.unread.words;
  const isWhole = first.from === from && first.to === to;
  return isWhole ? STATUSES.unread.words : `${STATUSES.unread.words} ${shortRanges(unread)}`;
}

/**
 * "*Emails*: 3 a day" above "✅ reached *12 of 15 days*; ❌ missed 3; ❔ 2 not synced, Oct 1–2", without which days where these are all;
 * and below it the days themselves.
 */
function daysRow(periods: readonly PastPeriod[]): readonly HistoryRow[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return [];
  const counts = (outcome: Outcome) => periods.filter((one) => one.outcome === outcome).length;
  const [reached, missed] = [counts("reached"), counts("missed")];
  const unread = periods.filter(({ outcome }) => outcome === "unread");
  const missing = unread.length === periods.length ? "" : `, ${shortRanges(dayRanges(unread.map(({ from }) => from)))}`;
  const parts = [
    ...(reached + missed === 0
      ? []
      : [`${signed("reached")} *${reached.toLocaleString("en-US")} of ${counted(reached + missed, "day")}*`]),
    ...(missed === 0 ? [] : [`${signed("missed")} ${missed.toLocaleString("en-US")}`]),
    ...(unread.length === 0 ? [] : [`${OUTCOMES.unread.sign} ${counted(unread.length, "day")} not synced${missing}`]),
    ...(reached + missed + unread.length === 0 ? [signed("off")] : []),
  ];
  const name = [`*${foreign(first.title)}*`, ...targetOf(periods)].join(": ");
  const weeks = reached + missed === 0 ? [] : weeksInSigns(periods);
  const text = [name, parts.join("; "), ...weeks].join("\n");
  const of = { ...first, from: first.from, to: last.to };
  return [{ text, of, isMissed: missed > 0, isUnread: unread.length > 0 }];
}

/** "✅ reached". */
function signed(outcome: Outcome): string {
  const { sign, words } = OUTCOMES[outcome];
  return `${sign} ${words}`;
}

/** "Oct 5–9 ✅✅➖✅❌": a line a week and a sign a day, that of no workday where none counted between, so that one can count to it. */
function weeksInSigns(periods: readonly PastPeriod[]): readonly string[] {
  const signs = new Map(periods.map(({ from, outcome }) => [from, OUTCOMES[outcome].sign]));
  const weeks = new Map<Day, Day[]>();
  for (const { from } of periods) {
    const week = periodOf("weekly", from).from;
    weeks.set(week, [...(weeks.get(week) ?? []), from]);
  }
  return [...weeks.values()].flatMap((days) => {
    const [from, to] = [days[0], days.at(-1)];
    if (from === undefined || to === undefined) return [];
    const drawn = daysOf({ from, to }).map((day) => signs.get(day) ?? OUTCOMES.off.sign);
    return [`${shortRange({ from, to })} ${drawn.join("")}`];
  });
}

/** "3 a day"; nothing where it was changed between. */
function targetOf(periods: readonly PastPeriod[]): readonly string[] {
  const [target, ...others] = new Set(periods.map((one) => exactFigure(one.target, one.unit)));
  return target === undefined || others.length > 0 ? [] : [`${target} a day`];
}
