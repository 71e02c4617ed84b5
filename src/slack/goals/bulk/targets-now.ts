import { targetInForce } from "../../../goals/edit";
import type { Goal, Period } from "../../../goals/goal";
import { PERIODS } from "../../../goals/range-sums";
import { METRICS } from "../../../metrics/metrics";
import type { Day } from "../../../time/day";
import { exactFigure } from "../../../words/figures";
import { metricNoun } from "../../ui/text";

/** Slack takes no longer description of an option. */
const MAX_LENGTH = 75;
const EACH: Readonly<Record<Period, string>> = { daily: "a day", weekly: "a week", monthly: "a month" };

/**
 * Says which targets somebody has now: "Now calls 40 a week · wholesale $100,000 a month", as many as a description holds and how many
 * more; "No goals yet".
 */
export function targetsNow(goals: readonly Goal[], today: Day): string {
  const each = METRICS.flatMap(({ type, unit }) =>
    PERIODS.flatMap((period) => {
      const goal = goals.find((one) => one.active && one.type === type && one.period === period) ?? null;
      const target = targetInForce(goal, today);
      return target === null ? [] : [`${metricNoun(type, 0)} ${exactFigure(target, unit)} ${EACH[period]}`];
    }),
  );
  const said = each.map((_, at) => {
    const more = each.length - at - 1;
    return `Now ${each.slice(0, at + 1).join(" · ")}${more === 0 ? "" : ` +${more} more`}`;
  });
  return said.filter((one) => one.length <= MAX_LENGTH).at(-1) ?? (each.length === 0 ? "No goals yet" : "");
}
