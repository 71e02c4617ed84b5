import { isIncluded, type MetricGoals, type PlannedAmount } from "../../../goals/metric-goals";
import type { GoalLine } from "../../../goals/overview";
import { goalStatus } from "../../../goals/status";
import { firstNeed } from "../../../goals/teams/standings";
import { amountOfDay } from "../../../words/figures";
import type { StaleMark } from "../../ui/stale-marks";
import { foreign } from "../../ui/text";
import { goalFigures, RUNNING_PERIOD, standing } from "../pace-view";
import { PRAISED } from "../status-words";

/**
 * Says in one line where each goal of a metric stands, without what it needs, that which needs a look first: "🔴 *Calls*: 51 of 400
 * this week, behind by 109; 110 of 110 this month, reached".
 */
export function standingRow(
  { title, goals, plan }: MetricGoals,
  { mark, praises = () => false }: { readonly mark: StaleMark; readonly praises?: (goal: GoalLine) => boolean },
): string {
  const worst = firstNeed(goals);
  if (worst === undefined) return "";
  const state = (goal: GoalLine) => (praises(goal) ? PRAISED : standing(goal)).words;
  const each = [worst, ...goals.filter((goal) => goal !== worst)].map(
    // How a daily goal stands would be read of what today asks, which is more.
    (goal) => `${periodFigures(goal, { plan })}${isIncluded(goal, plan) ? "" : `, ${state(goal)}`}`,
  );
  const sign = (praises(worst) ? PRAISED : standing(worst)).sign;
  return `${sign} *${foreign(title)}*: ${each.join("; ")}${mark(worst)}`;
}

/**
 * "51 of 400 this week"; of a daily goal "3 of 10 today", "10 needed today" while nothing is done, "0 of 10 for the day" where today asks for nothing, and what today asks of the
 * metric where that is more, as everywhere: "3 of 16 today", "16 needed today".
 *
 * @param plan what today asks of the metric.
 * @param on what that day is called, where it is another one than the reader's: "2 needed Thu".
 */
export function periodFigures(
  goal: GoalLine,
  { plan, on = RUNNING_PERIOD.daily }: { readonly plan: PlannedAmount | null; readonly on?: string | undefined },
): string {
  if (plan !== null && isIncluded(goal, plan)) return amountOfDay(plan, on);
  if (goal.period !== "daily") return `${goalFigures(goal)} ${RUNNING_PERIOD[goal.period]}`;
  if (goalStatus(goal) === "not-started") return amountOfDay({ ...goal, done: 0 }, on);
  return `${goalFigures(goal)} ${goal.pace.today === null ? "for the day" : on}`;
}
