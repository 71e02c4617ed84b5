import type { Button, KnownBlock } from "@slack/types";
import { byMetric, type MetricGoals } from "../../../../goals/metric-goals";
import type { Overview } from "../../../../goals/overview";
import { askedFirst } from "../../../../goals/teams/standings";
import { metricLine, metricRow } from "../../../goals/metric-row-view";
import { freshStart } from "../../../goals/plan-view";
import { trendsButton } from "../../../goals/trend-button-view";
import { actions, header, section } from "../../../ui/blocks";
import type { StaleMark } from "../../../ui/stale-marks";
import { unbrokenParts } from "../../../ui/text";
import { whyButtonOf } from "../../../why/button-view";

/** More metrics that are not behind are folded to one line each. */
const MAX_ROWS = 3;

/**
 * A paragraph a metric, whatever its periods: first what is behind, then the rest, folded where it is much. Below each part stands one row of
 * buttons, *Why?* of all its figures, and in the first part *Trend*: between paragraphs they would be most of what one sees.
 */
export function myGoals({ goals, today }: Pick<Overview, "goals" | "today">, mark: StaleMark): readonly KnownBlock[] {
  const metrics = byMetric(goals);
  const behind = metrics.filter((metric) => metric.behind);
  const rest = metrics.filter((metric) => !metric.behind);
  const fresh = freshStart({ goals, today }) !== null;
  const folded = isFolded({ goals });
  const behindWords = (metric: MetricGoals) => metricRow(metric, mark);
  const restWords = (metric: MetricGoals) => (folded ? metricLine(metric, mark) : metricRow(metric, mark, { fresh }));
  return [
    ...part(behind, { title: "Behind", words: behindWords, more: [trendsButton()] }),
    ...part(rest, {
      ...{ title: fresh ? "My goals" : "On track", words: restWords },
      more: behind.length === 0 ? [trendsButton()] : [],
    }),
  ];
}

/** A heading, a paragraph a metric, and a row of buttons; nothing where there is none. */
function part(
  metrics: readonly MetricGoals[],
  {
    title,
    words,
    more,
  }: {
    readonly title: string;
    readonly words: (metric: MetricGoals) => string;
    readonly more: readonly Button[];
  },
): readonly KnownBlock[] {
  if (metrics.length === 0) return [];
  const rows = metrics.map((metric) => section(unbrokenParts(words(metric))));
  return [header(title), ...rows, actions([...whyButtonOf(askedFirst(metrics)), ...more])];
}

/** Tells whether metrics that are not behind are so many that they are folded. */
export function isFolded({ goals }: Pick<Overview, "goals">): boolean {
  return byMetric(goals).filter(({ behind }) => !behind).length > MAX_ROWS;
}
