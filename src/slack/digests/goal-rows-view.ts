import type { KnownBlock } from "@slack/types";
import { byMetric, isIncluded, isMet, type MetricGoals } from "../../goals/metric-goals";
import type { GoalLine, Overview } from "../../goals/overview";
import { goalStatus } from "../../goals/status";
import { exactFigure } from "../../words/figures";
import { metricRow } from "../goals/metric-row-view";
import { afterTodayWords, needInWords, RUNNING_PERIOD } from "../goals/pace-view";
import { freshStart } from "../goals/plan-view";
import { STATUSES } from "../goals/status-words";
import { standingRow } from "../goals/team/standing-row-view";
import { dayIncludedInToday } from "../goals/today/day-in-plan-view";
import { section, sections } from "../ui/blocks";
import type { StaleMark } from "../ui/stale-marks";
import { foreign, unbrokenParts } from "../ui/text";

/** Somebody's goals, and the day on their clock. */
interface GoalsOfDay extends Pick<Overview, "goals" | "today"> {
  /** Whether a goal's row praises it. */
  readonly praises?: (goal: GoalLine) => boolean;
}

/**
 * A row a metric with all its goals, as on Home: those with one that is behind first, and a line of each that is reached at the end. Where
 * everything starts at 0, that is said once, then a line a metric.
 */
export function goalRows({ goals, today, praises }: GoalsOfDay, mark: StaleMark): readonly KnownBlock[] {
  const praising = praises === undefined ? {} : { praises };
  const metrics = byMetric(goals);
  // Of one goal it says no less than its own line would; what was taken back today is no 0.
  const begins = goals.length > 1 && goals.every(({ current }) => current === 0) ? freshStart({ goals, today }) : null;
  if (begins !== null) {
    const rows = metrics.map((metric) => unbrokenParts(freshRow(metric, mark)));
    return sections([`${STATUSES["not-started"].sign} ${begins}`, ...rows]);
  }
  const reached = metrics.filter(isReached);
  return [
    ...metrics
      .filter((metric) => !isReached(metric))
      .map((metric) => section(unbrokenParts(metricRow(metric, mark, praising)))),
    ...sections(reached.map((metric) => unbrokenParts(standingRow(metric, { mark, ...praising })))),
  ];
}

/** A line a metric, where a message has no room for more. */
export function shortRows({ goals, praises }: GoalsOfDay, mark: StaleMark): readonly KnownBlock[] {
  const praising = praises === undefined ? {} : { praises };
  return sections(
    byMetric(goals).map((metric) => {
      const needs = metric.goals.flatMap((goal) => needOf(goal, metric));
      const standing = standingRow({ ...metric, goals: apartOf(metric) }, { mark, ...praising });
      return unbrokenParts([standing, ...needs, ...dayIncludedInToday(metric)].join("; "));
    }),
  );
}

/** A metric's goals but a daily one that asks nothing apart from what today asks for. */
function apartOf({ goals, plan }: MetricGoals): readonly GoalLine[] {
  return goals.filter((goal) => !isIncluded(goal, plan));
}

function isReached({ goals }: MetricGoals): boolean {
  return goals.every((goal) => goalStatus(goal) === "reached");
}

/**
 * "• *Calls*: 35 this week, 110 this month; today's 7: daily goal of 5, plus 2 for the week": what the goals of a metric that all begin
 * ask, below what they ask of today; where that is nothing, what they ask of the days after it.
 */
function freshRow(metric: MetricGoals, mark: StaleMark): string {
  const { title, goals, plan } = metric;
  const [first] = goals;
  const stale = first === undefined ? "" : mark(first);
  const after = plan === null ? goals.flatMap((goal) => afterTodayWords(goal) ?? []).slice(0, 1) : [];
  const asked = [apartOf(metric).map(wholeTarget).join(", "), ...after, ...dayIncludedInToday(metric)];
  return `• *${foreign(title)}*: ${asked.join("; ")}${stale}`;
}

/** "35 this week", "3 a day". */
function wholeTarget({ target, unit, period }: GoalLine): string {
  return `${exactFigure(target, unit)} ${period === "daily" ? "a day" : RUNNING_PERIOD[period]}`;
}

/** "12 of 121 today; if nothing more today: 175 a day" of the goal that asks the most of its metric; of a daily one its figures say today's. */
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
