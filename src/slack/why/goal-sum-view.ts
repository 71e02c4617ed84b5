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
 * Writes out what `pace` computed, a step behind each dot: "🎯 *Needed today: 8*, 3 done, for the week · 120 − 61 by last night = 59
 * left · 59 ÷ 8 working days = 8, rounded up", and where today asks for nothing, "🎯 *Needed: 9 a day*, for the week · 120 − 61 so far =
 * 59 left · 59 ÷ 7 working days after today = 9, rounded up"; `null` where no day asks for anything. What is needed today is all that
 * today asks for, whatever is done of it and whatever the period.
 */
function targetSum(goal: GoalLine): string | null {
  const { pace, current, unit, period } = goal;
  const { today, afterToday } = pace;
  if (today !== null && today.target > 0) {
    const { remaining, days, target, done, rounded } = today;
    const asked = neededFigure(target, unit);
    const needed = neededToday(goal, { done, target, asked });
    if (period === "daily") return [needed, ...leftOfDay(goal, done)].join(" · ");
    const sum = difference(goal, { done: current - done, when: "by last night", remaining });
    return [needed, sum, quotient(goal, { remaining, days: counted(days, dayNoun(goal)), asked, rounded })].join(" · ");
  }
  if (afterToday === null) return null;
  const { remaining, days, perDay, rounded } = afterToday;
  const asked = neededFigure(perDay, unit);
  const needed = `🎯 *Needed: ${asked} a day*, ${PERIODS_MEANT[period]}`;
  const sum = difference(goal, { done: current, when: "so far", remaining });
  const over = `${counted(days, dayNoun(goal))} after today`;
  return [needed, sum, quotient(goal, { remaining, days: over, asked, rounded })].join(" · ");
}

/** "🎯 *Needed today: 8*, 3 done, for the week"; where another goal asks for more, that first, as Home does: "8 ✅ 8 done, 3 for the month". */
function neededToday(
  { unit, period, coveredBy }: GoalLine,
  { done, target, asked }: { readonly done: number; readonly target: number; readonly asked: string },
): string {
  const most = coveredBy ?? target;
  const state = done >= most ? ` ✅ ${figure(done, unit)} done` : done === 0 ? "" : `, ${figure(done, unit)} done`;
  const own = coveredBy === undefined ? PERIODS_MEANT[period] : `${asked} ${PERIODS_MEANT[period]}`;
  return `🎯 *Needed today: ${neededFigure(most, unit)}*${state}, ${own}`;
}

const PERIODS_MEANT: Readonly<Record<GoalLine["period"], string>> = {
  daily: "for the day",
  weekly: "for the week",
  monthly: "for the month",
};

/** "10 − 4 done today = 6 left"; nothing where nothing is done or left. */
function leftOfDay(goal: GoalLine, done: number): readonly string[] {
  return done === 0 || goal.pace.remaining === 0 ? [] : [difference(goal, { done, when: "done today" })];
}

/** "120 − 61 by last night = 59 left". */
function difference(
  { target, unit, pace }: GoalLine,
  { done, when, remaining = pace.remaining }: { done: number; when: string; remaining?: number },
): string {
  return `${neededFigure(target, unit)} − ${figure(done, unit)} ${when} = ${neededFigure(remaining, unit)} left`;
}

/** "59 ÷ 8 working days = 8, rounded up". */
function quotient(
  { unit }: GoalLine,
  asked: { readonly remaining: number; readonly days: string; readonly asked: string; readonly rounded: boolean },
): string {
  const sum = `${neededFigure(asked.remaining, unit)} ÷ ${asked.days} = ${asked.asked}`;
  return `${sum}${asked.rounded ? ", rounded up" : ""}`;
}
