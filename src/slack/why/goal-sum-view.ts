import { dayPlan, isMet, type PlannedAmount } from "../../goals/metric-goals";
import type { GoalLine } from "../../goals/overview";
import { wasOutOfReach } from "../../goals/status";
import type { Why } from "../../why/why";
import { amountOfDay, exactFigure, figure, neededFigure } from "../../words/figures";
import { afterTodayAlone, NEEDING, OUT_OF_REACH } from "../ui/after-today";
import { counted, dayNoun } from "../ui/text";

/**
 * Says what today needs of a metric and how that comes about, where a figure's days are a goal's period: first what the goal asks that
 * asks the most of today, as Home says it, then the goal of these days where that is another one; where that one is reached, this before all.
 * One that is out of reach asks for nothing of today beside another, and says so.
 *
 *     ✅ *110 for the month* reached
 *     🎯 *7 of 7 today* for the week ✅ done
 *     30 for the week − 9 by last night = 21 left, over 3 workdays = 7 a day
 *     110 for the month − 103 by last night = 7 left, over 3 workdays = 3 a day, rounded up
 */
export function goalSumLines(
  { type, range }: Pick<Why, "type" | "range">,
  goals: readonly GoalLine[],
): readonly string[] {
  const ofMetric = goals.filter((goal) => goal.type === type);
  const own = ofMetric.filter(({ from, to }) => from === range.from && to === range.to);
  if (own.length === 0) return [];
  const [plan] = dayPlan(ofMetric);
  if (plan === undefined) return own.flatMap(afterToday);
  const [most] = plan.asked;
  const lead = ofMetric.filter(({ period }) => period === most?.period);
  const beside = own.filter((goal) => !lead.includes(goal));
  const reached = beside.filter(({ pace }) => pace.remaining === 0);
  const told = [...lead, ...beside.filter((goal) => !reached.includes(goal))];
  const whose = most === undefined || own.some((goal) => lead.includes(goal)) ? "" : ` for ${NEEDING[most.period]}`;
  return [
    ...reached.map(isReached),
    neededToday(plan, whose),
    ...told.flatMap((goal) => [...todaySum(goal, lead.includes(goal)), ...datedAhead(goal)]),
  ];
}

/** "✅ *110 for the month* reached": beside it another goal of the metric may ask for more. */
function isReached({ target, unit, period }: GoalLine): string {
  return `✅ *${neededFigure(target, unit)} for ${NEEDING[period]}* reached`;
}

/**
 * "🎯 *8 needed today*", "🎯 *3 of 8 today* for the week", "🎯 *9 of 8 today* ✅ done": all that today asks for, as everywhere; of what is out of
 * reach "🎯 Not in today's plan: it would take *$45,988 today*", as Home and the digest ask for none of it.
 */
function neededToday(plan: PlannedAmount, whose: string): string {
  if (plan.outOfReach && !isMet(plan)) {
    return `🎯 Not in today's plan: it would take *${neededFigure(plan.target, plan.unit)} today*${whose}`;
  }
  return `🎯 *${amountOfDay(plan)}*${whose}${isMet(plan) ? " ✅ done" : ""}`;
}

/** "120 for the week − 61 by last night = 59 left, over 8 workdays = 8 a day, rounded up", by the numbers that `pace` computed. */
function todaySum(goal: GoalLine, asksToday: boolean): readonly string[] {
  const { pace, current, unit, period } = goal;
  const { today } = pace;
  if (today === null || today.target <= 0) return [];
  const { remaining, days, target, done, rounded } = today;
  if (period === "daily") return leftOfDay(goal, done);
  const sum = difference(goal, { done: current - done, when: "by last night", remaining });
  const over = days === 1 ? `${sum}, the last ${dayNoun(goal)}` : `${sum}, over ${counted(days, dayNoun(goal))}`;
  if (!asksToday && wasOutOfReach(goal)) return [`${over}: ${OUT_OF_REACH}`];
  return [days === 1 ? over : `${over} ${each({ asked: target, unit, rounded })}`];
}

/** Says it of a goal of which today asks for nothing, below "🎯 *9 a day after today*", as Home says it; nothing where no day asks for anything. */
function afterToday(goal: GoalLine): readonly string[] {
  const { pace, current, unit } = goal;
  const need = afterTodayAlone(goal);
  if (pace.afterToday === null || need === null) return [];
  const { remaining, days, perDay, rounded } = pace.afterToday;
  const sum = difference(goal, { done: current, when: "so far", remaining });
  const head = `🎯 *${need}*`;
  if (days === 1) return [head, `${sum}, the last ${dayNoun(goal)}`];
  const over = `${sum}, over ${counted(days, dayNoun(goal))} after today`;
  // Under one a day no day has an amount of its own.
  return [head, remaining < days ? over : `${over} ${each({ asked: perDay, unit, rounded })}`];
}

/** "Dated after today: 2 of the 9 done today for the week": a list of today's records has none of these. */
function datedAhead({ datedAhead: ahead, pace, unit, period }: GoalLine): readonly string[] {
  if (ahead === undefined || pace.today === null) return [];
  return [
    `Dated after today: ${exactFigure(ahead, unit)} of the ${exactFigure(pace.today.done, unit)} done today for ${NEEDING[period]}`,
  ];
}

/** "10 for the day − 4 done today = 6 left"; nothing where nothing is done or left. */
function leftOfDay(goal: GoalLine, done: number): readonly string[] {
  return done === 0 || goal.pace.remaining === 0 ? [] : [difference(goal, { done, when: "done today" })];
}

/** "120 for the week − 61 by last night = 59 left"; a phone breaks it before the sign alone. */
function difference(
  { target, unit, pace, period }: GoalLine,
  { done, when, remaining = pace.remaining }: { done: number; when: string; remaining?: number },
): string {
  const from = `${neededFigure(target, unit)} for ${NEEDING[period]}`;
  return `${from} − ${figure(done, unit)} ${when} ${kept(`= ${neededFigure(remaining, unit)} left`)}`;
}

/** "= 8 a day, rounded up". */
function each({ asked, unit, rounded }: Pick<GoalLine, "unit"> & { asked: number; rounded: boolean }): string {
  return `${kept(`= ${neededFigure(asked, unit)} a day`)}${rounded ? ", rounded up" : ""}`;
}

/** Keeps words on one line. */
function kept(words: string): string {
  return words.replaceAll(" ", "\u00a0");
}
