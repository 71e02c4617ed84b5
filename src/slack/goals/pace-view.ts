import { toGo } from "../../goals/day-sums";
import type { Period } from "../../goals/goal";
import type { PlannedAmount } from "../../goals/metric-goals";
import type { GoalLine } from "../../goals/overview";
import { type GoalStatus, goalStatus, isOutOfReach, toCatchUp } from "../../goals/status";
import { dayInWords, weekdayInWords } from "../../words/dates";
import { amountOfDay, exactFigure, figure, neededFigure } from "../../words/figures";
import {
  afterTodayAlone,
  afterTodayBeside,
  asksTheSame,
  NEEDING,
  OUT_OF_REACH,
  outOfReachWords,
  withAfterToday,
} from "../ui/after-today";
import { counted, dayNoun } from "../ui/text";
import { STATUSES, type StatusWords } from "./status-words";

/**
 * Gives the verdict and both sums: "🔴 behind by 66; 3 of 16 today (352 over 22 days); 349 to go, 21 days after today: 17 a day, rounded
 * up"; holds no foreign text and no mrkdwn.
 */
export function paceLine(line: GoalLine): string {
  return [verdictWords(line), ...paceLines(line)].join("; ");
}

/** "🔴 behind by 12", "🟠 caught up, 2 more today", "⚫ out of time: short by 12", "➖ no workdays" for a week or a month. */
export function verdictWords(line: GoalLine): string {
  const { sign, words } = standing(line);
  return `${sign} ${words}`;
}

/** Says how a goal stands, its sign apart: "behind by 12". */
export function standing(line: GoalLine): StatusWords {
  const status = goalStatus(line);
  return { sign: STATUSES[status].sign, words: standingWords(line, status) };
}

function standingWords(line: GoalLine, status: GoalStatus): string {
  const { words } = STATUSES[status];
  const { today } = line.pace;
  switch (status) {
    case "behind":
      return `${words} by ${amountShort(line)}`;
    case "unread":
      return line.unreadSince ? `${words} since ${dayInWords(line.unreadSince)}` : `${words} yet`;
    case "caught-up":
      return today === null ? words : `${words}, ${neededFigure(toGo(today.target, today.done), line.unit)} more today`;
    case "short":
      return `${words}: short by ${amountShort(line)}`;
    case "off":
      return line.period === "daily" ? words : "no workdays";
    default:
      return words;
  }
}

/** "3 of them dated after today", "$500 of it dated after today", right behind a goal's figures; nothing where none is. */
export function datedAheadNote({ datedAhead, unit }: GoalLine): readonly string[] {
  if (datedAhead === undefined) return [];
  return [`${exactFigure(datedAhead, unit)} of ${unit === "count" ? "them" : "it"} dated after today`];
}

/** "51 of 400"; "? of 400" where nothing of it was read. */
export function goalFigures(line: GoalLine): string {
  const { current, target, unit } = line;
  const isKnown = current !== 0 || goalStatus(line) !== "unread";
  return `${isKnown ? figure(current, unit) : "?"} of ${exactFigure(target, unit)}`;
}

/**
 * Says by how much a goal is behind pace in its period, "*12 behind* this month", or where no day is left, short of its target: "*12
 * short* this week, out of time"; rounded up, as mrkdwn.
 */
export function gapInPeriod(line: GoalLine): string {
  const gap = (words: string) => `*${amountShort(line)} ${words}* ${RUNNING_PERIOD[line.period]}`;
  return line.pace.verdict === "behind" ? gap("behind") : `${gap("short")}, out of time`;
}

/** What the period that goes on is called. */
export const RUNNING_PERIOD: Readonly<Record<Period, string>> = {
  daily: "today",
  weekly: "this week",
  monthly: "this month",
};

/** By how much a goal is behind, or short of its target: "$2,603"; rounded up to whole ones. */
export function amountShort(line: GoalLine): string {
  return neededFigure(Math.ceil(toCatchUp(line)), line.unit);
}

/** Both sums, where there are any; of what is out of reach nothing is asked today. */
export function paceLines(line: GoalLine): readonly string[] {
  return [isOutOfReach(line) ? null : todayText(line), afterTodayText(line)].filter((sum) => sum !== null);
}

/**
 * Says how today's target comes about: "3 of 16 today (352 over 22 days)", "3 of 16 today, the last day", and for a
 * daily goal what it lacks; `null` where today asks for nothing.
 */
export function todayText(line: GoalLine): string | null {
  const target = todayTarget(line);
  const { today } = line.pace;
  if (target === null || today === null || line.period === "daily") return target;
  const rounded = today.rounded ? ", rounded up" : "";
  if (today.days === 1) return `${target}, the last ${printedDay(line)}${rounded}`;
  return `${target} (${neededFigure(today.remaining, line.unit)} over ${counted(today.days, printedDay(line))}${rounded})`;
}

/**
 * Says how the need after today comes about: "349 to go, 21 days after today: 17 a day, rounded up"; "91,975 to go, 1 day after today: out of
 * reach at this rate", as the rows say it.
 */
export function afterTodayText(line: GoalLine): string | null {
  const { afterToday } = line.pace;
  const isFar = isOutOfReach(line);
  if (afterToday === null) return isFar ? OUT_OF_REACH : null;
  const { remaining, days, rounded } = afterToday;
  const after = `${counted(days, printedDay(line))} after today`;
  if (isFar) return `${neededFigure(remaining, line.unit)} to go, ${after}: ${OUT_OF_REACH}`;
  if (remaining < days) return `${neededFigure(remaining, line.unit)} in ${after}`;
  const need = `${neededFigure(afterToday.perDay, line.unit)} a day${rounded ? ", rounded up" : ""}`;
  return `${neededFigure(remaining, line.unit)} to go, ${after}: ${need}`;
}

/** What a printed sum calls the days that it is over: it keeps the words that it was agreed in, where all else says "workday". */
function printedDay({ paceDays }: Pick<GoalLine, "paceDays">): string {
  return paceDays === "working" ? "working day" : "day";
}

/**
 * Both numbers without their sums: "16 needed today; if nothing today: 17 a day", since days after ask for as much only where today
 * brings nothing more; "3 of 16 today; if nothing more today: 17 a day" once something is done, "16 of 16 today ✅, then 16 a day" once today has
 * brought its own; "$3,000 done today, $85,699 to go, out of reach at this rate" of
 * what nobody is to do any more. Empty where nothing is asked.
 */
export function needInWords(line: GoalLine): string {
  if (isOutOfReach(line)) return [...doneToday(line), outOfReachWords(line)].join(", ");
  const [today, after] = [todayTarget(line), afterTodayWords(line)];
  if (today === null || after === null) return today ?? after ?? "";
  return withAfterToday(today, after);
}

/**
 * What the days after today ask: beside today's amount, or alone where today has none, and of a goal past all likelihood that it is so;
 * `null` where nothing is needed after today, or each day just as much as today.
 *
 * @param shown the amount that stands there, where it is another goal's.
 */
export function afterTodayWords(line: GoalLine, shown?: number): string | null {
  if (isOutOfReach(line)) return OUT_OF_REACH;
  if (asksTheSame(line, shown)) return null;
  return afterTodayBeside(line, shown) ?? afterTodayAlone(line);
}

/**
 * "16 needed today", once something is done "3 of 16 today", all of it "18 of 16 today ✅", for a daily goal "8 to go
 * today", and "9 today, 8 of them for the month" where another goal of the metric asks for more; `null` where today asks for nothing, or
 * for nothing more.
 */
export function todayTarget({ pace, period, unit, coveredBy }: GoalLine): string | null {
  const { today, remaining } = pace;
  if (today === null || remaining === 0 || today.target === 0) return null;
  const needed = neededFigure(today.target, unit);
  if (coveredBy !== undefined && today.done < today.target) {
    const part = `${needed} of ${unit === "count" ? "them" : "it"} for ${NEEDING[period]}`;
    return `${amountOfDay({ done: today.done, target: coveredBy, unit })}, ${part}`;
  }
  if (period === "daily") return `${neededFigure(remaining, unit)} to go today`;
  return `${amountOfDay({ ...today, unit })}${today.done >= (coveredBy ?? today.target) ? " ✅" : ""}`;
}

function doneToday({ pace: { today }, unit }: GoalLine): readonly string[] {
  return today === null || today.done === 0 ? [] : [doneInWords({ done: today.done, unit })];
}

/** "$4,850 done today": beside no amount that is asked, and apart from one. */
export function doneInWords({ done, unit }: Pick<PlannedAmount, "done" | "unit">): string {
  return `${figure(done, unit)} done today`;
}

/** "the last workday", of a week or a month that is not reached, where no day after today is left for it; `null` on others. */
export function lastDayNote(line: GoalLine): string | null {
  const { today, remaining } = line.pace;
  const isLast = line.period !== "daily" && today?.days === 1 && remaining > 0;
  return isLast ? `the last ${dayNoun(line)}` : null;
}

/** "at this rate 412 by Sat, Oct 31", rounded down, so that nobody is promised more; `null` where there is no forecast. */
export function forecastLine({ pace, unit, to }: GoalLine): string | null {
  if (pace.forecast === null) return null;
  return `at this rate ${figure(Math.floor(pace.forecast), unit)} by ${weekdayInWords(to)}`;
}
