import type { InputBlock } from "@slack/types";
import type { GoalKey } from "../../goals/edit";
import { firstBegin, type Period } from "../../goals/goal";
import { PERIODS } from "../../goals/range-sums";
import { isMetricType, METRICS, type MetricType, type Unit } from "../../metrics/metrics";
import type { Day } from "../../time/day";
import { dayInWords } from "../../words/dates";
import { dayValue, type FormState, fieldValue } from "../middleware/form-values";
import { parseAmount, targetFrom } from "../parse/amount";
import { normalizeText } from "../parse/normalize";
import { plainText } from "../ui/blocks";
import { field } from "../ui/modal";
import { capitalized, listed } from "../ui/text";

/** The fields of a target, by the names of their blocks. */
export type TargetField = "metric" | "period" | "target" | "from";

const LABELS: Readonly<Record<Period, string>> = { daily: "Daily", weekly: "Weekly", monthly: "Monthly" };

/** The initial values of a target's fields. */
export interface TargetStart extends Partial<Pick<GoalKey, "type" | "period">> {
  /** The target as a person would type it. */
  readonly target: string | null;
  readonly from: Day;
}

/** The fields that ask for a metric, a period, a target and the day it starts on. */
export function targetFields({ type, period: chosen, target, from }: TargetStart): readonly InputBlock[] {
  const metrics = METRICS.map((one) => ({ text: plainText(one.title), value: one.type }));
  const periods = PERIODS.map((value) => {
    return { text: plainText(LABELS[value]), value, description: plainText(beginWords(value, from)) };
  });
  const metric = metrics.find(({ value }) => value === type);
  const period = periods.find(({ value }) => value === chosen);
  return [
    field("metric", {
      label: "Metric",
      element: {
        type: "static_select",
        options: metrics,
        ...(metric === undefined ? {} : { initial_option: metric }),
      },
    }),
    field("period", {
      label: "Period",
      element: {
        type: "radio_buttons",
        options: periods,
        ...(period === undefined ? {} : { initial_option: period }),
      },
    }),
    field("target", {
      label: "Target",
      element: { type: "plain_text_input", max_length: 40, ...(target === null ? {} : { initial_value: target }) },
      hint: targetHint(),
    }),
    field("from", { label: "Starts on or after", element: { type: "datepicker", initial_date: from } }),
  ];
}

/** Says when a goal of a period starts, also from a day that is picked later: "Starts on a Monday (next: Nov 2)", since it starts with a full one. */
function beginWords(period: Period, from: Day): string {
  if (period === "daily") return "Starts any day";
  const begin = firstBegin(period, from);
  const next = begin === from ? "" : ` (next: ${dayInWords(begin)})`;
  return `Starts on ${period === "weekly" ? "a Monday" : "the 1st"}${next}`;
}

/** "For example 20 or $100k. Talk time in minutes, sales in dollars." */
function targetHint(): string {
  const [minutes, dollars] = [listed(namesIn("minutes")), listed(namesIn("dollars"))];
  return `For example 20 or $100k. ${capitalized(minutes)} in minutes, ${dollars} in dollars.`;
}

/** The metrics of a unit as people speak of them: those of a group together. */
function namesIn(unit: Unit): readonly string[] {
  const metrics = METRICS.filter((metric) => metric.unit === unit);
  return [...new Set(metrics.map(({ group, name }) => group ?? name))];
}

/** What was entered into a target's fields, or a sentence for each field that is wrong. */
export type EnteredTarget =
  | {
      readonly ok: true;
      readonly type: MetricType;
      readonly period: Period;
      /** In the metric's unit. */
      readonly target: number;
      readonly from: Day;
    }
  | { readonly ok: false; readonly faults: Partial<Readonly<Record<TargetField, string>>> };

/** Reads a target's fields. */
export function enteredTarget(form: FormState): EnteredTarget {
  const type = fieldValue(form, "metric") ?? "";
  const period = PERIODS.find((one) => one === fieldValue(form, "period"));
  const target = targetOf(fieldValue(form, "target") ?? "", type);
  const from = dayValue(form, "from");
  if (isMetricType(type) && period !== undefined && typeof target === "number" && from !== null) {
    return { ok: true, type, period, target, from };
  }
  const faults = {
    ...(isMetricType(type) ? {} : { metric: "Choose a metric." }),
    ...(period === undefined ? { period: "Choose a period." } : {}),
    ...(typeof target === "string" ? { target } : {}),
    ...(from === null ? { from: "Choose a start day." } : {}),
  };
  return { ok: false, faults };
}

function targetOf(typed: string, type: string): number | string {
  const amount = parseAmount(normalizeText(typed));
  return amount === null ? "Enter a number." : targetFrom(amount, isMetricType(type) ? type : null);
}
