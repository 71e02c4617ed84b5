import { isIncluded, isMet, type MetricGoals, type PlannedAmount } from "../../../goals/metric-goals";
import type { GoalLine } from "../../../goals/overview";
import { goalStatus } from "../../../goals/status";
import { exactFigure, neededFigure } from "../../../words/figures";
import { NEEDING } from "../../ui/after-today";

/**
 * Says whose amount stands there where a daily goal asks for another: "(daily goal of 5, plus 4 for the month)", "for the month, ✅ daily goal of 5
 * reached", and behind its own amount ", the daily goal". Nothing where all ask for the same.
 */
export function dayInPlan(plan: PlannedAmount, day: GoalLine): string {
  const [first] = plan.asked;
  if (isWholePlan(day, plan)) {
    const isShared = plan.asked.every(({ target }) => target === plan.target);
    return isMet(plan) || isShared ? "" : ", the daily goal";
  }
  if (isMet(plan) || first === undefined) return `, ${dayIncluded(plan, day)}`;
  const sum = sumInWords(plan, day);
  return sum === null ? ` ${whoseInWords(first).replaceAll(" ", "\u00a0")}, ${dayIncluded(plan, day)}` : ` (${sum})`;
}

/**
 * "today's 4: daily goal of 3, plus 1 for the month", where the amount of today stands elsewhere, or where that is no sum "daily goal of 3
 * included in today's 4"; nothing where today's is the daily goal's own.
 */
export function dayIncludedInToday({ plan, goals }: MetricGoals): readonly string[] {
  const day = goals.find((goal) => isIncluded(goal, plan));
  if (plan === null || day === undefined) return [];
  const todays = `today's ${neededFigure(plan.target, plan.unit)}`;
  const sum = sumInWords(plan, day);
  return [sum === null ? dayIncluded(plan, day, ` in ${todays}`) : `${todays}: ${sum}`];
}

/** Tells whether a daily goal's target is just what today asks of the metric. */
export function isWholePlan({ pace }: GoalLine, { target }: PlannedAmount): boolean {
  return pace.today?.target === target;
}

/** "for the month". */
function whoseInWords({ period }: Pick<GoalLine, "period">): string {
  return `for ${NEEDING[period]}`;
}

/** "daily goal of 5, plus 4 for the month"; `null` where it is reached, and of what is not whole, which would not add up as it is shown. */
function sumInWords(plan: PlannedAmount, day: GoalLine): string | null {
  const [first] = plan.asked;
  const addsUp = Number.isInteger(plan.target) && Number.isInteger(day.target);
  if (first === undefined || isMet(plan) || goalStatus(day) === "reached" || !addsUp) return null;
  const more = neededFigure(plan.target - day.target, plan.unit);
  return `daily goal of ${exactFigure(day.target, day.unit)}, plus ${more} ${whoseInWords(first)}`;
}

/** "daily goal of 3 included", "✅ daily goal of 3 reached" while more is asked than that. */
function dayIncluded(plan: PlannedAmount, day: GoalLine, where = ""): string {
  const goal = `daily goal of ${exactFigure(day.target, day.unit)}`;
  return goalStatus(day) === "reached" && !isMet(plan) ? `✅ ${goal} reached` : `${goal} included${where}`;
}
