import type { SourceId } from "./sources";

/** What a metric's value is in; `amount` on a fact is the same, but seconds for minutes and cents for dollars. */
export type Unit = "count" | "minutes" | "dollars";

export type MetricType =
  | "email_quantity"
  | "phone_call_quantity"
  | "talk_time_minutes"
  | "lead_progression_a"
  | "lead_progression_b"
  | "lead_progression_c"
  | "new_sales_wholesale"
  | "new_sales_distribution";

/** One thing that is counted. */
export interface Metric {
  readonly type: MetricType;
  /** As a heading: "Calls". */
  readonly title: string;
  readonly unit: Unit;
  readonly sources: readonly SourceId[];
  /** What one record adds, in a sentence for people. */
  readonly counts: string;
  /** Which of the record's dates decides the day. */
  readonly date: string;
}

/** Everything Paceline counts. Adding a metric is a row here and a function in one source's mapping. */
export const METRICS: readonly Metric[] = [
  {
    type: "email_quantity",
    title: "E-mails",
    unit: "count",
    sources: ["copper"],
    counts: "each e-mail sent by the rep, once however many people it went to",
    date: "when it was sent",
  },
  {
    type: "phone_call_quantity",
    title: "Calls",
    unit: "count",
    sources: ["copper", "justcall"],
    counts: "each call, incoming or outgoing, once it is over; a call logged in JustCall and in Copper counts once",
    date: "when it began",
  },
  {
    type: "talk_time_minutes",
    title: "Talk time",
    unit: "minutes",
    sources: ["copper", "justcall"],
    counts: "the conversation's seconds; for a call in Copper, the duration that its text states",
    date: "when the call began",
  },
  {
    type: "lead_progression_a",
    title: "Fact Finding",
    unit: "count",
    sources: ["copper"],
    counts: "each time an opportunity enters stage A",
    date: "when it entered the stage",
  },
  {
    type: "lead_progression_b",
    title: "Contact",
    unit: "count",
    sources: ["copper"],
    counts: "each time an opportunity enters stage B",
    date: "when it entered the stage",
  },
  {
    type: "lead_progression_c",
    title: "Closing",
    unit: "count",
    sources: ["copper"],
    counts: "each time an opportunity enters stage C",
    date: "when it entered the stage",
  },
  {
    type: "new_sales_wholesale",
    title: "Wholesale sales",
    unit: "dollars",
    sources: ["fishbowl"],
    counts: "the total of each sales order of a Wholesale customer",
    date: "the order's issue date",
  },
  {
    type: "new_sales_distribution",
    title: "Distribution sales",
    unit: "dollars",
    sources: ["fishbowl"],
    counts: "the total of each sales order of a Distribution customer",
    date: "the order's issue date",
  },
];

const BY_TYPE = new Map(METRICS.map((metric) => [metric.type, metric]));

/** @throws {RangeError} for a type that is not in the table. */
export function metricOf(type: string): Metric {
  const metric = BY_TYPE.get(type as MetricType);
  if (metric === undefined) throw new RangeError(`There is no metric ${type}`);
  return metric;
}

export function isMetricType(type: string): type is MetricType {
  return BY_TYPE.has(type as MetricType);
}

/**
 * A sum of amounts (count, seconds, cents) as a metric's value (count, minutes, dollars),
 * divided once and rounded to two decimals.
 */
export function metricValue(type: MetricType, amount: number): number {
  switch (metricOf(type).unit) {
    case "count":
      return amount;
    case "minutes":
      return Math.round((amount / 60) * 100) / 100;
    case "dollars":
      return Math.round(amount) / 100;
  }
}

/** Why an e-mail counts for nobody, whose owner is an address: it was sent to a rep, or concerns none. */
export const RECEIVED_REASON = "received, not sent by a rep";
export const UNKNOWN_SENDER_REASON = "sender is nobody in Slack";
