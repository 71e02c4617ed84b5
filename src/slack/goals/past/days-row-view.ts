import { daysOf } from "../../../goals/calendar";
import { periodOf } from "../../../goals/goal";
import { type Outcome, type PastPeriod, reachedOf } from "../../../goals/trends/past-period";
import { addDays, type Day, weekday } from "../../../time/day";
import { dayRanges } from "../../../time/day-ranges";
import { dayInWords, shortRange, shortRanges } from "../../../words/dates";
import { exactFigure } from "../../../words/figures";
import { counted, foreign } from "../../ui/text";
import { OUTCOMES } from "../status-words";
import type { HistoryRow } from "./history-row";

interface DaysRow {
  readonly holidays: readonly Day[];
  /** Whether it is the only daily goal, of which it is said above how often it was reached. */
  readonly isOne: boolean;
}

/**
 * "*Emails*: 3 a day" above "✅ reached *12 of 17 days*; ❌ missed 3; ❔ 2 days not synced, Oct 1–2; ➖ doesn't count", of one goal alone without
 * how often, and without which days where these are all; and below it the days themselves.
 */
export function daysRow(periods: readonly PastPeriod[], { holidays, isOne }: DaysRow): readonly HistoryRow[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { reached, missed, all } = reachedOf(periods);
  const unread = periods.filter(({ outcome }) => outcome === "unread");
  const missing = unread.length === periods.length ? "" : `, ${shortRanges(dayRanges(unread.map(({ from }) => from)))}`;
  const weeks = reached + missed === 0 ? [] : weeksInSigns(periods, holidays);
  const { sign: offSign } = OUTCOMES.off;
  const parts = [
    ...(isOne || reached + missed === 0
      ? []
      : [`${signed("reached")} *${reached.toLocaleString("en-US")} of ${counted(all, "day")}*`]),
    ...(isOne || missed === 0 ? [] : [`${signed("missed")} ${missed.toLocaleString("en-US")}`]),
    ...(unread.length === 0 ? [] : [`${OUTCOMES.unread.sign} ${counted(unread.length, "day")} not synced${missing}`]),
    ...(all === 0 ? [signed("off")] : []),
    ...(weeks.some((week) => week.includes(offSign)) ? [`${offSign} doesn't count`] : []),
  ];
  const name = [`*${foreign(first.title)}*`, ...targetOf(periods)].join(": ");
  const text = [name, ...(parts.length === 0 ? [] : [parts.join("; ")]), ...weeks].join("\n");
  const of = { ...first, from: first.from, to: last.to };
  return [{ text, of, isMissed: missed > 0, isUnread: unread.length > 0 }];
}

/** "✅ reached". */
function signed(outcome: Outcome): string {
  const { sign, words } = OUTCOMES[outcome];
  return `${sign} ${words}`;
}

/**
 * A line a week, the newest first, as the weeks of other goals: a sign a day from the first that counts to the last, which the line names; that
 * of no workday where a day between them doesn't count:
 *
 *     ✅✅❌❌ Oct 13–16 (Oct 12: holiday)
 *     ✅➖✅✅✅ Oct 5–9
 */
function weeksInSigns(periods: readonly PastPeriod[], holidays: readonly Day[]): readonly string[] {
  const signs = new Map(periods.map(({ from, outcome }) => [from, OUTCOMES[outcome].sign]));
  const columns = periods.map(({ from }) => weekday(from));
  const [first, last] = [Math.min(...columns), Math.max(...columns)];
  const mondays = [...new Set(periods.map(({ from }) => periodOf("weekly", from).from))];
  const weeks = mondays.map((monday, at) => {
    const week = daysOf({ from: addDays(monday, first - 1), to: addDays(monday, last - 1) });
    const counting = week.filter((day) => signs.has(day));
    const [from = monday, to = monday] = [counting[0], counting.at(-1)];
    // Behind the last day of all there may be days that are still to come.
    const past = week.filter((day) => at < mondays.length - 1 || day <= to);
    const off = holidays.filter((day) => past.includes(day) && !signs.has(day));
    const noted = off.length === 0 ? "" : ` (${off.map((day) => `${dayInWords(day)}: holiday`).join(", ")})`;
    const drawn = daysOf({ from, to }).map((day) => signs.get(day) ?? OUTCOMES.off.sign);
    return `${drawn.join("")} ${shortRange({ from, to })}${noted}`;
  });
  return weeks.toReversed();
}

/** "3 a day"; nothing where it was changed between. */
function targetOf(periods: readonly PastPeriod[]): readonly string[] {
  const [target, ...others] = new Set(periods.map((one) => exactFigure(one.target, one.unit)));
  return target === undefined || others.length > 0 ? [] : [`${target} a day`];
}
