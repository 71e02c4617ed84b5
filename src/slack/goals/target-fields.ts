import type { InputBlock } from "@slack/types";
import type { GoalKey } from "../../goals/edit";
import { firstBegin, type Period } from "../../goals/goal";
import { PERIODS } from "../../goals/range-sums";
import { isMetricType, METRICS, type Metric, type MetricType } from "../../metrics/metrics";
import type { Day } from "../../time/day";
import { dayInWords, weekdaysInWords } from "../../words/dates";
import { dayValue, type FormState, fieldValue } from "../middleware/form-values";
import { parseAmount, targetFrom } from "../parse/amount";
import { normalizeText } from "../parse/normalize";
import { plainText } from "../ui/blocks";
import { field } from "../ui/modal";

/** The fields of a target, by the names of their blocks. */
export type TargetField = "metric" | "period" | "target" | "from";

/** Each says when it starts, which is with a full one, also from a day that is picked later. */
const LABELS: Readonly<Record<Period, string>> = {
  daily: "Daily",
  weekly: "Weekly, starts on a Monday",
  monthly: "Monthly, starts on the 1st",
};

/** "From Oct 28, a weekly goal starts Mon, Nov 2, a monthly one Sun, Nov 1.": of the day that is filled in, named, as Slack redraws no hint for another one. */
function startsHint(from: Day): string {
  const [weekly, monthly] = (["weekly", "monthly"] as const).map((period) => {
    const first = firstBegin(period, from);
    return weekdaysInWords({ from: first, to: first }, from);
  });
  return `From ${dayInWords(from)}, a weekly goal starts ${weekly}, a monthly one ${monthly}.`;
}

/** The initial values of a target's fields. */
export interface TargetStart extends Partial<Pick<GoalKey, "type" | "period">> {
  /** The target as a person would type it. */
  readonly target: string | null;
  readonly from: Day;
}

/** The fields that ask for a metric, a period, a target and the day it starts on. */
export function targetFields({ type, period: chosen, target, from }: TargetStart): readonly InputBlock[] {
  const metrics = METRICS.map((one) => ({ text: plainText(withUnit(one)), value: one.type }));
  const periods = PERIODS.map((value) => ({ text: plainText(LABELS[value]), value }));
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
        type: "static_select",
        options: periods,
        ...(period === undefined ? {} : { initial_option: period }),
      },
    }),
    field("target", {
      label: "Target",
      element: {
        type: "plain_text_input",
        max_length: 40,
        placeholder: plainText("20 or $100k"),
        ...(target === null ? {} : { initial_value: target }),
      },
    }),
    field("from", {
      label: "Starts on or after",
      element: { type: "datepicker", initial_date: from },
      hint: startsHint(from),
    }),
  ];
}

/** "Talk time (minutes)", "Calls": a metric with what its target is entered in, unless that is a count. */
function withUnit({ title, unit }: Metric): string {
  return unit === "count" ? title : `${title} (${unit})`;
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
