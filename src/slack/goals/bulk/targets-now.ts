import { targetInForce } from "../../../goals/edit";
import type { Goal, Period } from "../../../goals/goal";
import { PERIODS } from "../../../goals/range-sums";
import { METRICS } from "../../../metrics/metrics";
import type { Day } from "../../../time/day";
import { exactFigure } from "../../../words/figures";
import { capitalized, metricNoun } from "../../ui/text";

/** Slack takes no longer description of an option. */
const MAX_LENGTH = 75;
const EACH: Readonly<Record<Period, string>> = { daily: "day", weekly: "week", monthly: "month" };

/**
 * Says which targets somebody has now: "Wholesale $100,000/month; calls 30/week, 110/month", as many as a description holds and how many more;
 * "No goals yet".
 */
export function targetsNow(goals: readonly Goal[], today: Day): string {
  const each = METRICS.flatMap(({ type, unit }) =>
    PERIODS.flatMap((period) => {
      const goal = goals.find((one) => one.active && one.type === type && one.period === period) ?? null;
      const target = targetInForce(goal, today);
      return target === null
        ? []
        : [{ name: metricNoun(type, 0), target: `${exactFigure(target, unit)}/${EACH[period]}` }];
    }),
  );
  const said = each.map((_, at) => {
    const more = each.length - at - 1;
    return `${capitalized(byName(each.slice(0, at + 1)))}${more === 0 ? "" : ` +${more} more`}`;
  });
  return said.filter((one) => one.length <= MAX_LENGTH).at(-1) ?? (each.length === 0 ? "No goals yet" : "");
}

/** "calls 30/week, 110/month; emails 3/day": a metric is named once. */
function byName(targets: readonly { readonly name: string; readonly target: string }[]): string {
  const names = [...new Set(targets.map(({ name }) => name))];
  const of = (name: string) => targets.filter((one) => one.name === name).map(({ target }) => target);
  return names.map((name) => `${name} ${of(name).join(", ")}`).join("; ");
}
