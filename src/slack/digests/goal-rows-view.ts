import type { KnownBlock } from "@slack/types";
import { byMetric, type MetricGoals } from "../../goals/metric-goals";
import { type GoalLine, isMet, type Overview } from "../../goals/overview";
import { goalStatus } from "../../goals/status";
import { firstNeed } from "../../goals/teams/standings";
import { metricRow } from "../goals/metric-row-view";
import { afterTodayWords, needInWords } from "../goals/pace-view";
import { freshStart } from "../goals/plan-view";
import { STATUSES } from "../goals/status-words";
import { periodFigures, standingRow } from "../goals/team/standing-row-view";
import { section, sections } from "../ui/blocks";
import type { StaleMark } from "../ui/stale-marks";
import { foreign } from "../ui/text";
import { whyButton } from "../why/button-view";

/** Somebody's goals, and the day on their clock. */
type GoalsOfDay = Pick<Overview, "goals" | "today">;

/**
 * A row a metric with all its goals, as on Home: those with one that is behind first, with *Why?* beside them, and a line of each that is
 * reached at the end. Where everything starts at 0, that is said once, then a line a metric.
 */
export function goalRows({ goals, today }: GoalsOfDay, mark: StaleMark): readonly KnownBlock[] {
  const metrics = byMetric(goals);
  // Of one goal it says no less than its own line would.
  const begins = goals.length > 1 ? freshStart({ goals, today }) : null;
  if (begins !== null) {
    return sections([`${STATUSES["not-started"].sign} ${begins}`, ...metrics.map((metric) => freshRow(metric, mark))]);
  }
  const reached = metrics.filter(isReached);
  return [
    ...metrics.filter((metric) => !isReached(metric)).map((metric) => openRow(metric, mark)),
    ...sections(reached.map((metric) => standingRow(metric, { mark }))),
  ];
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

function isReached({ goals }: MetricGoals): boolean {
  return goals.every((goal) => goalStatus(goal) === "reached");
}

/** "*Calls* · *7 today*" and below it a line a goal: "🔴 Week: *16 of 30* · behind by 2 · if nothing today: 14 tomorrow". */
function openRow(metric: MetricGoals, mark: StaleMark): KnownBlock {
  const row = section(metricRow(metric, mark, { barless: true }));
  const goal = metric.behind ? firstNeed(metric.goals) : undefined;
  return goal === undefined ? row : { ...row, accessory: whyButton(goal) };
}

/** "• *Calls*: 0 of 35 this week, 0 of 110 this month · 7 today · if nothing today: 9 a day": the goals of a metric that all begin. */
function freshRow(metric: MetricGoals, mark: StaleMark): string {
  const { title, goals } = metric;
  const [first] = goals;
  const stale = first === undefined ? "" : mark(first);
  const head = `• *${foreign(title)}*: ${goals.map(periodFigures).join(", ")}`;
  return `${[head, ...goals.flatMap((goal) => needOf(goal, metric))].join(" · ")}${stale}`;
}

/** "12 of 121 today · if nothing more today: 175 a day" of the goal that asks the most of its metric; of a daily one its figures say today's. */
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
