import type { GoalLine } from "../../goals/overview";
import type { Verdict } from "../../goals/pace";
import { weekdayInWords } from "./days";
import { figure, percent } from "./figures";
import { counted } from "./text";

/** A sign and a word, so that nobody has to tell colours apart. */
export const VERDICTS: Readonly<Record<Verdict, string>> = {
  reached: "🏆 reached",
  ahead: "🟢 ahead",
  "on-pace": "🔵 on pace",
  behind: "🔴 behind",
  short: "⚫ no working day left",
  missed: "⚫ missed",
  off: "⚪ no working day in this period",
};

/** "🔴 behind · 349 to go, 21 working days left after today = 17 a day"; holds no foreign text and no mrkdwn. */
export function paceLine(line: GoalLine): string {
  const sum = sumLine(line);
  return sum === null ? verdictWords(line) : `${verdictWords(line)} · ${sum}`;
}

/** "🔴 behind", "⚫ no working day left: short by 12". */
export function verdictWords({ pace, unit }: GoalLine): string {
  const words = VERDICTS[pace.verdict];
  return pace.verdict === "short" ? `${words}: short by ${figure(pace.remaining, unit)}` : words;
}

/** How the need comes about: "349 to go, 21 working days left after today = 17 a day"; `null` where nothing is needed. */
export function sumLine(line: GoalLine): string | null {
  const { pace, period, paceDays } = line;
  if (pace.sum === null) return null;
  const toGo = `${figure(pace.sum.remaining, line.unit)} to go`;
  if (period === "daily") return `${toGo} today`;
  const perDay = figure(pace.sum.perDay, line.unit);
  const noun = paceDays === "working" ? "working day" : "day";
  if (pace.daysAfter === 0) return `${toGo}, today is the last ${noun} = ${perDay} today`;
  return `${toGo}, ${counted(pace.daysAfter, noun)} left after today = ${perDay} a day`;
}

/** "at this rate 412 by Sat 31 Oct", rounded down, so that nobody is promised more; `null` before there is a forecast. */
export function forecastLine({ pace, unit, to }: GoalLine): string | null {
  if (pace.forecast === null) return null;
  return `at this rate ${figure(Math.floor(pace.forecast), unit)} by ${weekdayInWords(to)}`;
}

/** "92 % of pace": what is there as a share of what an even spread expects by last night; `null` on a first day. */
export function shareOfPace({ current, pace }: GoalLine): string | null {
  return pace.share === null ? null : `${percent(current, pace.expected)} of pace`;
}
