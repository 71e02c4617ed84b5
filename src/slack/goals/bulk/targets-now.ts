import { targetInForce } from "../../../goals/edit";
import type { Goal, Period } from "../../../goals/goal";
import { METRICS } from "../../../metrics/metrics";
import type { Day } from "../../../time/day";
import { exactFigure } from "../../../words/figures";
import { capitalized, metricNoun } from "../../ui/text";

/** As many characters as Slack takes: whoever sets calls looks for the calls that somebody has, not for the first of all. */
const MAX_LENGTH = 75;
/** The largest targets say most of what somebody is asked for. */
const LONGEST_FIRST: readonly Period[] = ["monthly", "weekly", "daily"];

interface TargetNow {
  readonly period: Period;
  readonly words: string;
}

/**
 * Says which targets somebody has now, those of months first: "Monthly: $100,000 wholesale, 110 calls, 60 emails;
 * weekly: 30 calls +1 more", as many as Slack takes, one at least, and how many more; "No goals now", also where one begins later.
 */
export function targetsNow(goals: readonly Goal[], today: Day): string {
  const each = LONGEST_FIRST.flatMap((period) =>
    METRICS.flatMap(({ type, unit }): readonly TargetNow[] => {
      const goal = goals.find((one) => one.active && one.type === type && one.period === period) ?? null;
      const target = targetInForce(goal, today);
      return target === null ? [] : [{ period, words: `${exactFigure(target, unit)} ${metricNoun(type, target)}` }];
    }),
  );
  const said = each.map((_, at) => {
    const more = each.length - at - 1;
    return `${capitalized(byPeriod(each.slice(0, at + 1)))}${more === 0 ? "" : ` +${more} more`}`;
  });
  return said.filter((one) => one.length <= MAX_LENGTH).at(-1) ?? said[0] ?? "No goals now";
}

/** "monthly: 30 calls, 20 emails; daily: 2 emails": a period is named once. */
function byPeriod(targets: readonly TargetNow[]): string {
  const periods = [...new Set(targets.map(({ period }) => period))];
  const of = (period: Period) => targets.filter((one) => one.period === period).map(({ words }) => words);
  return periods.map((period) => `${period}: ${of(period).join(", ")}`).join("; ");
}
