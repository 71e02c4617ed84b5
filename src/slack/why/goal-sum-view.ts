import type { GoalLine } from "../../goals/overview";
import type { Why } from "../../why/why";
import { figure, neededFigure } from "../../words/figures";
import { counted, dayNoun } from "../ui/text";

/** Says how the targets of a figure's goals come about, a line each: of those whose period its days are. */
export function goalSumLines(
  { type, range }: Pick<Why, "type" | "range">,
  goals: readonly GoalLine[],
): readonly string[] {
  const own = goals.filter((goal) => goal.type === type && goal.from === range.from && goal.to === range.to);
  return own.flatMap((goal) => targetSum(goal) ?? []);
}

/**
 * Writes out what `pace` computed: "Target 120 − 61 by last night = 59 left ÷ 8 working days = *8 today*, rounded up", and where
 * today asks for nothing, "Target 120 − 61 so far = 59 left ÷ 7 working days after today = *9 a day*, rounded up"; `null` where
 * no day asks for anything.
 */
function targetSum(goal: GoalLine): string | null {
  const { pace, current, unit, period } = goal;
  const { today, afterToday } = pace;
  if (today !== null && today.target > 0) {
    if (period === "daily") return dailySum(goal, today.done);
    const { remaining, days, target, rounded } = today;
    const sum = difference(goal, { done: current - today.done, when: "by last night", remaining });
    return quotient(sum, { days: counted(days, dayNoun(goal)), asked: `${neededFigure(target, unit)} today`, rounded });
  }
  if (afterToday === null) return null;
  const { remaining, days, perDay, rounded } = afterToday;
  const sum = difference(goal, { done: current, when: "so far", remaining });
  const over = `${counted(days, dayNoun(goal))} after today`;
  return quotient(sum, { days: over, asked: `${neededFigure(perDay, unit)} a day`, rounded });
}

/** "Target 10 − 4 done today = 6 left"; what is above the target is taken from nothing. */
function dailySum(goal: GoalLine, done: number): string {
  const { target, unit, pace } = goal;
  if (pace.remaining > 0) return difference(goal, { done, when: "done today" });
  return `Target ${neededFigure(target, unit)}, ${figure(done, unit)} done today: reached`;
}

function difference(
  { target, unit, pace }: GoalLine,
  { done, when, remaining = pace.remaining }: { done: number; when: string; remaining?: number },
): string {
  return `Target ${neededFigure(target, unit)} − ${figure(done, unit)} ${when} = ${neededFigure(remaining, unit)} left`;
}

function quotient(
  sum: string,
  { days, asked, rounded }: { readonly days: string; readonly asked: string; readonly rounded: boolean },
): string {
  return `${sum} ÷ ${days} = *${asked}*${rounded ? ", rounded up" : ""}`;
}
