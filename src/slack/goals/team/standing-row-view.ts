import type { MetricGoals } from "../../../goals/metric-goals";
import type { GoalLine } from "../../../goals/overview";
import { firstNeed } from "../../../goals/teams/standings";
import type { StaleMark } from "../../ui/stale-marks";
import { foreign } from "../../ui/text";
import { goalFigures, RUNNING_PERIOD, standing } from "../pace-view";

/**
 * Says in one line where each goal of a metric stands, without what it needs, that which needs a look first: "🔴 *Calls*: 51 of 400
 * this week, behind by 109; 110 of 110 this month, reached".
 */
export function standingRow({ title, goals }: MetricGoals, { mark }: { readonly mark: StaleMark }): string {
  const worst = firstNeed(goals);
  if (worst === undefined) return "";
  const each = [worst, ...goals.filter((goal) => goal !== worst)].map(
    (goal) => `${periodFigures(goal)}, ${standing(goal).words}`,
  );
  return `${standing(worst).sign} *${foreign(title)}*: ${each.join("; ")}${mark(worst)}`;
}

/** "51 of 400 this week"; of a daily goal "3 of 10 today", and "0 of 10 for the day" where today asks for nothing. */
export function periodFigures(goal: GoalLine): string {
  const asksNothing = goal.period === "daily" && goal.pace.today === null;
  return `${goalFigures(goal)} ${asksNothing ? "for the day" : RUNNING_PERIOD[goal.period]}`;
}
