import type { Period } from "../../goals/goal";
import type { GoalLine } from "../../goals/overview";
import { weekdayName } from "../../words/dates";
import { neededFigure } from "../../words/figures";
import { counted } from "./text";

/**
 * What the days after today ask of a goal, where today's amount does not stand beside it: "17 a day after today", under one a day "3 in
 * 22 days after today", and of a single day "35 tomorrow" or "35 on Mon". `null` where nothing is needed after today.
 */
export function afterTodayAlone(line: GoalLine): string | null {
  const need = needAfterToday(line);
  return need === null || line.lastDay !== undefined ? need : `${need} after today`;
}

/**
 * Says it beside today's amount, as what becomes of it: "if nothing today: 17 a day", once something is done "if nothing more today: 17 a
 * day", and once today has brought its own "then 16 a day". `null` where today has no amount, or nothing is needed after today.
 *
 * @param shown the amount of today that stands beside it, another goal's where that asks for more.
 */
export function afterTodayBeside(
  line: GoalLine,
  shown = line.coveredBy ?? line.pace.today?.target ?? 0,
): string | null {
  const { today } = line.pace;
  const need = needAfterToday(line);
  if (need === null || today === null || today.target === 0) return null;
  if (today.done >= Math.max(shown, today.target)) return `then ${need}`;
  return `if nothing ${today.done > 0 ? "more " : ""}today: ${need}`;
}

/** Tells whether the days after today ask just what stands there of today, met or not, so that to say it says nothing. */
export function asksTheSame(
  { unit, pace, ...line }: GoalLine,
  shown = line.coveredBy ?? pace.today?.target ?? 0,
): boolean {
  const { today } = pace;
  const isOpen = today !== null && today.target > 0 && today.done < Math.max(shown, today.target);
  return isOpen && needAfterToday({ unit, pace, ...line }) === `${neededFigure(shown, unit)} a day`;
}

/** "17 a day", "3 in 22 days", "35 tomorrow". */
function needAfterToday({ unit, lastDay, pace: { afterToday } }: GoalLine): string | null {
  if (afterToday === null) return null;
  const { remaining, days, perDay } = afterToday;
  if (lastDay === "tomorrow") return `${neededFigure(perDay, unit)} tomorrow`;
  if (lastDay !== undefined) return `${neededFigure(perDay, unit)} on ${weekdayName(lastDay)}`;
  if (remaining < days) return `${neededFigure(remaining, unit)} in ${counted(days, "day")}`;
  return `${neededFigure(perDay, unit)} a day`;
}

/**
 * Puts what the days after today ask behind what is said of today or of a goal: "on pace, then 7 a day", "behind by 4; if nothing more today:
 * 6 a day", "on pace, the last workday", and of what is out of reach just that.
 */
export function withAfterToday(words: string, after: string): string {
  const goesOn = /^(then|the last) /.test(after) || after === OUT_OF_REACH;
  return `${words}${goesOn ? ", " : "; "}${after}`;
}

/** Said in place of what days would ask of a goal. */
export const OUT_OF_REACH = "out of reach at this rate";

/** "$85,699 to go, out of reach at this rate": how far a goal is of which nothing is asked any more. */
export function outOfReachWords({ pace, unit }: GoalLine): string {
  return `${neededFigure(pace.remaining, unit)} to go, ${OUT_OF_REACH}`;
}

/** What a period is called where something is needed for it. */
export const NEEDING: Readonly<Record<Period, string>> = { daily: "the day", weekly: "the week", monthly: "the month" };
