import type { KnownBlock } from "@slack/types";
import { byMetric, type MetricGoals } from "../../../../goals/metric-goals";
import type { Overview } from "../../../../goals/overview";
import { firstNeed } from "../../../../goals/teams/standings";
import { metricLine, metricRow } from "../../../goals/metric-row-view";
import { freshStart } from "../../../goals/plan-view";
import { trendButton } from "../../../goals/trend-button-view";
import { actions, header, section } from "../../../ui/blocks";
import type { StaleMark } from "../../../ui/stale-marks";
import { unbrokenParts } from "../../../ui/text";
import { metricWhyButton, whyButton } from "../../../why/button-view";

/** More metrics that are not behind are folded to one line each. */
const MAX_ROWS = 3;

/** What the rows are marked by. */
interface Marks {
  readonly mark: StaleMark;
  /** Whether the last full sync was hours ago: then nobody knows that nothing is done today, and no row draws it. */
  readonly aged: boolean;
}

/**
 * A row a metric, whatever its periods: what is behind with *Why?* and *Trend* first, then the rest, folded where it is much, with a *Why?*
 * each in one row below: a phone has no room for buttons beside words.
 */
export function myGoals({ goals, today }: Pick<Overview, "goals" | "today">, marks: Marks): readonly KnownBlock[] {
  const { mark, aged } = marks;
  const metrics = byMetric(goals);
  const behind = metrics.filter((metric) => metric.behind);
  const rest = metrics.filter((metric) => !metric.behind);
  const fresh = freshStart({ goals, today }) !== null;
  const folded = isFolded({ goals });
  const words = (metric: MetricGoals) =>
    folded ? metricLine(metric, mark) : metricRow(metric, mark, { fresh, barless: aged });
  return [
    ...(behind.length === 0 ? [] : [header("Behind"), ...behind.flatMap((metric) => behindRow(metric, marks))]),
    ...(rest.length === 0
      ? []
      : [
          header(fresh ? "My goals" : "On track"),
          ...rest.map((metric) => section(unbrokenParts(words(metric)))),
          ...whyRow(rest),
        ]),
  ];
}

/** Tells whether metrics that are not behind are so many that they are folded. */
export function isFolded({ goals }: Pick<Overview, "goals">): boolean {
  return byMetric(goals).filter(({ behind }) => !behind).length > MAX_ROWS;
}

function behindRow(metric: MetricGoals, { mark, aged }: Marks): readonly KnownBlock[] {
  const goal = firstNeed(metric.goals);
  return [
    section(unbrokenParts(metricRow(metric, mark, { barless: aged }))),
    ...(goal === undefined ? [] : [actions([whyButton(goal), trendButton(goal)])]),
  ];
}

/** "Why? calls", "Why? emails". */
function whyRow(metrics: readonly MetricGoals[]): readonly KnownBlock[] {
  const asked = metrics.flatMap(({ goals }) => firstNeed(goals) ?? []);
  return asked.length === 0 ? [] : [actions(asked.map((goal) => metricWhyButton(goal)))];
}
