import { hundredths } from "../../goals/day-sums";
import { type GoalLine, type GoalStatus, goalStatus } from "../../goals/overview";
import { shortBy } from "../../goals/teams/standings";
import { metricOf } from "../../metrics/metrics";
import { addDays } from "../../time/day";
import type { ReaderDay } from "../../time/reader-day";
import { weekdayInWords } from "../../words/dates";
import { figure, neededFigure, percent } from "../../words/figures";
import { counted, dayNoun, metricNoun } from "../ui/text";

/** A sign and a word, so that nobody has to tell colors apart. */
export const VERDICTS: Readonly<Record<GoalStatus, string>> = {
  reached: "🏆 reached",
  ahead: "🟢 ahead",
  "on-pace": "🔵 on pace",
  "not-started": "🔵 not started",
  behind: "🔴 behind",
  short: "⚫ out of time",
  missed: "⚫ missed",
  off: "⚪ not a workday",
};

/**
 * Gives the verdict and both sums: "🔴 behind by 69 · 3 of 16 today (352 over 22 days) · 349 to go, 21 days after today: 17 a
 * day, rounded up"; holds no foreign text and no mrkdwn.
 */
export function paceLine(line: GoalLine): string {
  return [verdictWords(line), ...paceLines(line)].join(" · ");
}

/** "🔴 behind by 12", "⚫ out of time: short by 12", "⚪ no workdays" for a week or a month. */
export function verdictWords(line: GoalLine): string {
  const status = goalStatus(line);
  if (status === "off" && line.period !== "daily") return "⚪ no workdays";
  const words = VERDICTS[status];
  if (status === "behind") return `${words} by ${amountShort(line)}`;
  return status === "short" ? `${words}: short by ${amountShort(line)}` : words;
}

/** "🏆 1 reached · 🔴 2 behind", the worst first; nothing without goals. */
export function verdictCounts(lines: readonly GoalLine[]): readonly string[] {
  const order: readonly GoalStatus[] = ["missed", "short", "behind", "not-started", "on-pace", "ahead", "reached"];
  return order.flatMap((status) => {
    const count = lines.filter((line) => goalStatus(line) === status).length;
    return count === 0 ? [] : [VERDICTS[status].replace(" ", ` ${count.toLocaleString("en-US")} `)];
  });
}

/** Says by how much a goal is behind, rounded up: "12 short of pace", "12 short, out of time". */
export function shortInWords(line: GoalLine): string {
  const short = amountShort(line);
  return line.pace.verdict === "behind" ? `${short} short of pace` : `${short} short, out of time`;
}

/**
 * Says by how much a goal is behind and what making it up adds to each day left: "*12 calls short* · 4 more a day", "*12 calls
 * short*" on the last day, "*12 calls short*, out of time"; rounded up, as mrkdwn.
 */
export function catchUpInWords(line: GoalLine): string {
  const { pace, type, unit, period } = line;
  const short = wholeShort(line);
  // A stage's name is no noun: "2 Closing short" is not said.
  const noun = metricOf(type).group === "stages" ? "" : ` ${metricNoun(type, short)}`;
  const words = `*${neededFigure(short, unit)}${noun} short*`;
  if (pace.verdict !== "behind") return `${words}, out of time`;
  if (period === "daily" || pace.daysLeft < 2) return words;
  return `${words} · ${neededFigure(Math.ceil(short / pace.daysLeft), unit)} more a day`;
}

function amountShort(line: GoalLine): string {
  return neededFigure(wholeShort(line), line.unit);
}

/** Rounded up to whole ones, but not for what floating point adds. */
function wholeShort(line: GoalLine): number {
  return Math.ceil(hundredths(shortBy(line)) / 100);
}

/** Both sums, where there are any. */
export function paceLines(line: GoalLine): readonly string[] {
  return [todayText(line), afterTodayText(line)].filter((sum) => sum !== null);
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
  if (today.days === 1) return `${target}, the last ${dayNoun(line)}${rounded}`;
  const sum = `${neededFigure(today.remaining, line.unit)} over ${counted(today.days, dayNoun(line))}${rounded}`;
  if (today.done <= today.target) return `${target} (${sum})`;
  return `${figure(today.done, line.unit)} today ✅ (${neededFigure(today.target, line.unit)} needed: ${sum})`;
}

/** Says how the need after today comes about: "349 to go, 21 days after today: 17 a day, rounded up". */
export function afterTodayText(line: GoalLine): string | null {
  const { afterToday } = line.pace;
  if (afterToday === null) return null;
  const { remaining, days, rounded } = afterToday;
  const after = `${counted(days, dayNoun(line))} after today`;
  if (remaining < days) return `${neededFigure(remaining, line.unit)} in ${after}`;
  const need = `${neededFigure(afterToday.perDay, line.unit)} a day${rounded ? ", rounded up" : ""}`;
  return `${neededFigure(remaining, line.unit)} to go, ${after}: ${need}`;
}

/**
 * Both numbers without their sums: "3 of 16 today, or 17 a day after", since days after ask for as much only where today brings
 * nothing more; "16 of 16 today, then 16 a day" once it has brought its own, "18 today (16 needed) ✅, then 16 a day" once it has
 * brought more. Empty where nothing is asked.
 */
export function needInWords(line: GoalLine): string {
  const { afterToday } = line.pace;
  const today = todayTarget(line);
  const after = afterToday === null ? null : perDayInWords(line, afterToday);
  if (today === null) return after === null ? "" : `${after} after today`;
  if (after === null) return today;
  const isMet = line.pace.today !== null && line.pace.today.done >= line.pace.today.target;
  return isMet ? `${today}, then ${after}` : `${today}, or ${after} after`;
}

/** "17 a day", under one a day "3 in 22 days". */
function perDayInWords(
  { unit }: GoalLine,
  { remaining, days, perDay }: NonNullable<GoalLine["pace"]["afterToday"]>,
): string {
  return remaining < days
    ? `${neededFigure(remaining, unit)} in ${counted(days, "day")}`
    : `${neededFigure(perDay, unit)} a day`;
}

/**
 * "16 today", once something is done "3 of 16 today", with more than it asks for "18 today (16 needed) ✅", for a daily goal "8 to go today", and "needs 3 of today's
 * 5" where another goal of the metric asks for more; `null` where today asks for nothing, or for nothing more.
 */
export function todayTarget({ pace, period, unit, coveredBy }: GoalLine): string | null {
  const { today, remaining } = pace;
  if (today === null || remaining === 0 || today.target === 0) return null;
  if (coveredBy !== undefined && today.done < today.target) {
    return `needs ${neededFigure(today.target, unit)} of today's ${neededFigure(coveredBy, unit)}`;
  }
  if (period === "daily") return `${neededFigure(remaining, unit)} to go today`;
  const [done, needed] = [figure(today.done, unit), neededFigure(today.target, unit)];
  if (today.done > today.target) return `${done} today (${needed} needed) ✅`;
  return today.done === 0 ? `${needed} today` : `${done} of ${needed} today`;
}

/** "at this rate 412 by Sat, Oct 31", rounded down, so that nobody is promised more; `null` where there is no forecast. */
export function forecastLine({ pace, unit, to }: GoalLine): string | null {
  if (pace.forecast === null) return null;
  return `at this rate ${figure(Math.floor(pace.forecast), unit)} by ${weekdayInWords(to)}`;
}

/** "92% of pace": last night as a share of what an even spread expects by then; `null` on a first day. */
export function shareOfPace({ pace }: GoalLine): string | null {
  return pace.share === null ? null : `${percent(pace.share, 1)} of pace`;
}

/** Says why today asks for nothing more of a reader whose clock is behind the team's; nothing while their day goes on. */
export function endedNote({ today, ended }: ReaderDay): readonly string[] {
  if (!ended) return [];
  const [over, next] = [today, addDays(today, 1)].map(weekdayInWords);
  return [`${over} is over for the team. What you do now counts toward ${next}.`];
}
