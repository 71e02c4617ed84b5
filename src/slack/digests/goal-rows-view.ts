import type { KnownBlock } from "@slack/types";
import type { Period } from "../../goals/goal";
import { byMetric, type MetricGoals } from "../../goals/metric-goals";
import { type GoalLine, isMet } from "../../goals/overview";
import { figure, neededFigure } from "../../words/figures";
import { afterTodayText, afterTodayWords, goalFigures, standing, todayText } from "../goals/pace-view";
import { section, sections } from "../ui/blocks";
import type { StaleMark } from "../ui/freshness";
import { foreign } from "../ui/text";
import { whyButton } from "../why/button-view";

/** A row a metric: each that is behind with its sum below it and *Why?*, the others in a line each; the worst goal of each first. */
export function goalRows(goals: readonly GoalLine[], mark: StaleMark): readonly KnownBlock[] {
  const metrics = byMetric(goals);
  const behind = metrics.filter((metric) => metric.behind).flatMap((metric) => sumRow(metric, mark));
  return [...behind, ...sections(metrics.filter((metric) => !metric.behind).map((metric) => metricRow(metric, mark)))];
}

/** A line a metric, where a message has no room for more. */
export function shortRows(goals: readonly GoalLine[], mark: StaleMark): readonly KnownBlock[] {
  return sections(byMetric(goals).map((metric) => metricRow(metric, mark)));
}

/** "🟢 *Calls*: week 51 of 400, on pace · month 110 of 110, reached · 12 of 121 today · 175 a day after today". */
function metricRow(metric: MetricGoals, mark: StaleMark): string {
  // What the goal needs that asks the most meets the others.
  const most = metric.goals.find(({ coveredBy }) => coveredBy === undefined);
  const after = most === undefined ? null : afterTodayWords(most);
  return [goalsInWords(metric, mark), ...todayInWords(metric), ...(after === null ? [] : [after])].join(" · ");
}

/** "12 of 121 today"; nothing where a daily goal says so anyway. */
function todayInWords({ plan, goals, unit }: MetricGoals): readonly string[] {
  if (plan === null || goals.some((goal) => goal.period === "daily" && goal.coveredBy === undefined)) return [];
  if (isMet(plan)) return ["✅ today's done"];
  const target = neededFigure(plan.target, unit);
  return [plan.done === 0 ? `${target} today` : `${figure(plan.done, unit)} of ${target} today`];
}

/** Says below how the goals stand what the worst needs, with today's sum: "12 of 121 today (361 over 3 working days) · 175 a day after today". */
function sumRow(metric: MetricGoals, mark: StaleMark): readonly KnownBlock[] {
  const [worst] = metric.goals;
  if (worst === undefined) return [];
  const today = todayText(worst);
  const after = today === null ? afterTodayText(worst) : afterTodayWords(worst);
  const needs = [today, after].filter((part) => part !== null);
  const text = [goalsInWords(metric, mark), ...(needs.length === 0 ? [] : [needs.join(" · ")])].join("\n");
  return [{ ...section(text), accessory: whyButton(worst) }];
}

/** "🔴 *Calls*: week 51 of 400, behind by 109 · month 110 of 110, reached". */
function goalsInWords({ title, goals }: MetricGoals, mark: StaleMark): string {
  const [worst] = goals;
  if (worst === undefined) return "";
  const each = goals.map((goal) => `${periodFigures(goal)}, ${standing(goal).words}`);
  return `${standing(worst).sign} *${foreign(title)}*: ${each.join(" · ")}${mark(worst)}`;
}

/** "week 51 of 400", of a daily goal "3 of 10 today", and "day 0 of 10" where today asks for nothing. */
function periodFigures(goal: GoalLine): string {
  const figures = goalFigures(goal);
  if (goal.period === "daily" && goal.pace.today !== null) return `${figures} today`;
  return `${NAMES[goal.period]} ${figures}`;
}

const NAMES: Readonly<Record<Period, string>> = { daily: "day", weekly: "week", monthly: "month" };
