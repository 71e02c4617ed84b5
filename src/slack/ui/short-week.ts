import type { ShortWeek } from "../../goals/calendar";
import type { GoalLine } from "../../goals/overview";
import { dayRanges } from "../../time/day-ranges";
import { weekdayName } from "../../words/dates";
import { counted } from "./text";

/**
 * "4 workdays this week: holiday on Wed", "2 workdays this week: holiday on Mon, off Thu–Fri": why a day of this week asks for more than in
 * others; nothing of daily goals alone, which ask for the same each day.
 */
export function shortWeekWords(
  week: ShortWeek | null | undefined,
  goals: readonly Pick<GoalLine, "period">[],
): readonly string[] {
  if (week == null || goals.every(({ period }) => period === "daily")) return [];
  const reasons = (["holiday", "away", "not-begun"] as const).flatMap((why) => {
    const days = week.off.filter((one) => one.why === why).map(({ day }) => day);
    return days.length === 0 ? [] : [REASONS[why](dayRanges(days).map(rangeName).join(", "))];
  });
  return [`${counted(week.workdays, "workday")} this week: ${reasons.join(", ")}`];
}

const REASONS: Readonly<Record<ShortWeek["off"][number]["why"], (days: string) => string>> = {
  holiday: (days) => `holiday on ${days}`,
  away: (days) => `off ${days}`,
  "not-begun": (days) => `${days} before your first day`,
};

function rangeName({ from, to }: ReturnType<typeof dayRanges>[number]): string {
  return from === to ? weekdayName(from) : `${weekdayName(from)}–${weekdayName(to)}`;
}
