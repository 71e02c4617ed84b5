import type { KnownBlock } from "@slack/types";
import { byMetric, type MetricGoals } from "../../goals/metric-goals";
import { type GoalLine, isMet, type Overview } from "../../goals/overview";
import { isBehind } from "../../goals/status";
import { byNeed } from "../../goals/teams/standings";
import { afterTodayWords, needInWords, standing, todayText } from "../goals/pace-view";
import { freshStart } from "../goals/plan-view";
import { STATUSES } from "../goals/status-words";
import { periodFigures, standingRow } from "../goals/team/standing-row-view";
import { context, section, sections } from "../ui/blocks";
import type { StaleMark } from "../ui/freshness";
import { foreign } from "../ui/text";
import { whyButton } from "../why/button-view";

/** Somebody's goals, and the day on their clock. */
type GoalsOfDay = Pick<Overview, "goals" | "today">;

/**
 * A line a goal: each that is behind with *Why?* beside it and what it asks small below, the worst first, then the others. Where everything
 * starts at 0, that is said once, then a line a metric.
 */
export function goalRows({ goals, today }: GoalsOfDay, mark: StaleMark): readonly KnownBlock[] {
  const metrics = byMetric(goals);
  const each = metrics.flatMap((metric) => metric.goals.map((goal) => ({ goal, metric })));
  const behind = each.filter(({ goal }) => isBehind(goal)).sort((a, b) => byNeed(a.goal, b.goal));
  // Of one goal it says no less than its own line would.
  const begins = goals.length > 1 ? freshStart({ goals, today }) : null;
  if (begins !== null) {
    return sections([`${STATUSES["not-started"].sign} ${begins}`, ...metrics.map((metric) => freshRow(metric, mark))]);
  }
  const rest = each
    .filter(({ goal }) => !isBehind(goal))
    .map(({ goal, metric }) => [stateOf(goal, mark), ...needOf(goal, metric)].join(" · "));
  return [...behind.flatMap(({ goal }) => behindRow(goal, mark)), ...sections(rest)];
}

/** A line a metric, where a message has no room for more. */
export function shortRows({ goals }: GoalsOfDay, mark: StaleMark): readonly KnownBlock[] {
  return sections(
    byMetric(goals).map((metric) => {
      const needs = metric.goals.flatMap((goal) => needOf(goal, metric));
      return [standingRow(metric, { mark }), ...needs].join(" · ");
    }),
  );
}

/** "🔴 *Calls*: 51 of 400 this week, behind by 109", below it "12 of 121 today, or 175 a day after". How that comes about says *Why?*. */
function behindRow(goal: GoalLine, mark: StaleMark): readonly KnownBlock[] {
  const row = { ...section(stateOf(goal, mark)), accessory: whyButton(goal) };
  // That no day is left to catch up is said.
  const need = goal.pace.today?.days === 1 ? (todayText(goal) ?? "") : needInWords(goal);
  return need === "" ? [row] : [row, context(need)];
}

/** "🟢 *Calls*: 51 of 400 this week, on pace". */
function stateOf(goal: GoalLine, mark: StaleMark): string {
  const { sign, words } = standing(goal);
  return `${sign} *${foreign(goal.title)}*: ${periodFigures(goal)}, ${words}${mark(goal)}`;
}

/** "• *Calls*: 0 of 35 this week, 0 of 110 this month · 7 today, or 9 a day after": the goals of a metric that all begin. */
function freshRow(metric: MetricGoals, mark: StaleMark): string {
  const { title, goals } = metric;
  const [first] = goals;
  const stale = first === undefined ? "" : mark(first);
  const head = `• *${foreign(title)}*: ${goals.map(periodFigures).join(", ")}${stale}`;
  return [head, ...goals.flatMap((goal) => needOf(goal, metric))].join(" · ");
}

/** "12 of 121 today, or 175 a day after" of the goal that asks the most of its metric; of a daily one its figures say today's. */
function needOf(goal: GoalLine, { goals, plan }: MetricGoals): readonly string[] {
  const asks = ({ pace: { today, afterToday } }: GoalLine) =>
    plan === null ? afterToday !== null : today?.target === plan.target;
  if (goal !== goals.find(asks)) return [];
  if (goal.period === "daily" && goal.pace.today !== null) {
    const after = afterTodayWords(goal);
    return after === null ? [] : [after];
  }
  if (plan === null || !isMet(plan)) {
    const need = needInWords(goal);
    return need === "" ? [] : [need];
  }
  const after = afterTodayWords(goal);
  return ["✅ today's done", ...(after === null ? [] : [after])];
}
