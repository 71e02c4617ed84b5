import type { Period } from "../../goals/goal";
import type { GoalLine } from "../../goals/overview";
import { weekdayName } from "../../words/dates";
import { neededFigure } from "../../words/figures";
import { counted } from "./text";

/**
 * What the days after today ask of a goal, where today's amount does not stand beside it: "17 a day after today", under one a day "3 in
 * 22 days after today", and of a single day "35 tomorrow" or "35 on Mon". `null` where nothing is needed after today.
 */
export function afterTodayAlone({ unit, lastDay, pace: { afterToday } }: GoalLine): string | null {
  if (afterToday === null) return null;
  const { remaining, days, perDay } = afterToday;
  if (lastDay === "tomorrow") return `${neededFigure(perDay, unit)} tomorrow`;
  if (lastDay !== undefined) return `${neededFigure(perDay, unit)} on ${weekdayName(lastDay)}`;
  const need =
    remaining < days
      ? `${neededFigure(remaining, unit)} in ${counted(days, "day")}`
      : `${neededFigure(perDay, unit)} a day`;
  return `${need} after today`;
}

/** What a period is called where something is needed for it. */
export const NEEDING: Readonly<Record<Period, string>> = { daily: "the day", weekly: "the week", monthly: "the month" };
