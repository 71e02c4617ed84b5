import type { ActionsBlock, Button } from "@slack/types";
import type { GoalLine } from "../../goals/overview";
import { isMetricType, type MetricType } from "../../metrics/metrics";
import { actions, button } from "../ui/blocks";
import { metricNoun } from "../ui/text";

/** "Trend" beside a goal. */
export const TREND_GOAL = "trend_goal";
/** The buttons below a trend. */
export const TREND_THIS_MONTH = "trend_this_month";
export const TREND_LAST_MONTH = "trend_last_month";
export const TREND_WEEKS = "trend_weeks";

/** The days that each button below a trend stands for, as people name them. */
export const BUTTON_DAYS: ReadonlyMap<string, string> = new Map([
  [TREND_THIS_MONTH, "this month"],
  [TREND_LAST_MONTH, "last month"],
  [TREND_WEEKS, "12 weeks"],
]);

/** Which figures over time are asked for, as a button carries it. */
export interface TrendQuestion {
  /** A Slack id, `me`, `team` for the team that whoever asks means, or `team:` with a team's id. */
  readonly whose: string;
  /** `null` for all that have goals. */
  readonly types: readonly MetricType[] | null;
}

/** "Trend: calls" beside "Why?": the goal's figures over time. */
export function trendButton({ type, title }: Pick<GoalLine, "type" | "title">, whose = "me"): Button {
  const value = encodeTrend({ whose, types: [type] });
  return button(TREND_GOAL, `Trend: ${metricNoun(type, 0)}`, { value, accessibility_label: `Trend of ${title}` });
}

/** "Trend" of all goals of somebody: the two that are most behind are drawn. */
export function trendsButton(whose = "me"): Button {
  return button(TREND_GOAL, "Trend", { value: encodeTrend({ whose, types: null }) });
}

/** The buttons below a trend: those given, then to the same trend over other days than these. */
export function rangeButtons(
  { days, ...question }: TrendQuestion & { readonly days: string },
  first: readonly Button[],
): readonly ActionsBlock[] {
  const value = encodeTrend(question);
  const buttons = [
    button(TREND_THIS_MONTH, "This month", { value }),
    button(TREND_LAST_MONTH, "Last month", { value }),
    button(TREND_WEEKS, "12 weeks", { value }),
  ];
  return [actions([...first, ...buttons.filter(({ action_id: id = "" }) => BUTTON_DAYS.get(id) !== days)])];
}

/** `me phone_call_quantity`, `team all`, `U0BEN new_sales_wholesale new_sales_distribution`. */
export function encodeTrend({ whose, types }: TrendQuestion): string {
  return [whose, ...(types ?? ["all"])].join(" ");
}

/** @throws {RangeError} for a value that no button of ours carries. */
export function decodeTrend(value: string): TrendQuestion {
  const [whose = "", ...words] = value.split(" ");
  const types = words.filter(isMetricType);
  const all = words.length === 1 && words[0] === "all";
  if (
    !/^(me|team(:[a-z0-9]{1,20})?|[A-Z0-9]+)$/.test(whose) ||
    (!all && (types.length === 0 || types.length < words.length))
  ) {
    throw new RangeError(`${JSON.stringify(value)} asks for no trend`);
  }
  return { whose, types: all ? null : types };
}
