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

/** Metrics that people also name together: "sales" may mean either. */
export type MetricGroup = "stages" | "sales";

/** One thing that is counted. */
export interface Metric {
  readonly type: MetricType;
  /** As a heading: "Calls". */
  readonly title: string;
  /** As a row of a narrow table, in at most ten characters: "Fact find". */
  readonly short: string;
  /** As the help names it: "calls". */
  readonly name: string;
  /** What people may type for it, in the singular, in lower case and with spaces for hyphens. */
  readonly aliases: readonly string[];
  /** What one of its records is called: "call". */
  readonly recordNoun: string;
  readonly group?: MetricGroup;
  readonly unit: Unit;
  readonly sources: readonly SourceId[];
  /** What one record adds, in a sentence for people. */
  readonly counts: string;
  /** Which of the record's dates decides the day. */
  readonly date: string;
  /** The metric that counts the same records: these facts are no records of their own. */
  readonly derivedFrom?: MetricType;
  /** What an owner is at the source: one of its users, or an email address that may be anybody's. */
  readonly ownedBy: "user" | "address";
}

/**
 * Everything Paceline counts, in the order in which people read it everywhere: money first, then what leads to it. A new metric is a
 * row here and a function in one source's mapping.
 */
export const METRICS: readonly Metric[] = [
  {
    type: "new_sales_wholesale",
    title: "Wholesale sales",
    short: "Wholesale",
    name: "wholesale",
    aliases: ["wholesale", "wholesale sale", "wholesale order", "new sales wholesale"],
    recordNoun: "order",
    group: "sales",
    unit: "dollars",
    sources: ["fishbowl"],
    counts: "the total of each sales order of a Wholesale customer",
    date: "the order's issue date",
    ownedBy: "user",
  },
  {
    type: "new_sales_distribution",
    title: "Distribution sales",
    short: "Distrib.",
    name: "distribution",
    aliases: ["distribution", "distributor", "distribution sale", "distribution order", "new sales distribution"],
    recordNoun: "order",
    group: "sales",
    unit: "dollars",
    sources: ["fishbowl"],
    counts: "the total of each sales order of a Distribution customer",
    date: "the order's issue date",
    ownedBy: "user",
  },
  {
    type: "phone_call_quantity",
    title: "Calls",
    short: "Calls",
    name: "calls",
    aliases: ["call", "phone call", "phone", "dial"],
    recordNoun: "call",
    unit: "count",
    sources: ["copper", "justcall"],
    counts: "each call, incoming or outgoing, once it is over; a call logged in JustCall and in Copper counts once",
    date: "when it began",
    ownedBy: "user",
  },
  {
    type: "talk_time_minutes",
    title: "Talk time",
    short: "Talk time",
    name: "talk time",
    aliases: ["talk time", "talktime", "talk", "talking", "talk minute", "minute", "call time"],
    recordNoun: "call",
    unit: "minutes",
    sources: ["copper", "justcall"],
    counts: "the conversation's seconds; for a call in Copper, the duration that its text states",
    date: "when the call began",
    derivedFrom: "phone_call_quantity",
    ownedBy: "user",
  },
  {
    type: "email_quantity",
    title: "Emails",
    short: "Emails",
    name: "emails",
    aliases: ["e mail", "email", "mail", "message"],
    recordNoun: "email",
    unit: "count",
    sources: ["copper"],
    counts: "each email sent by the rep, once however many people it went to",
    date: "when it was sent",
    ownedBy: "address",
  },
  {
    type: "lead_progression_a",
    title: "Fact Finding",
    short: "Fact find",
    name: "fact finding",
    aliases: ["fact finding", "factfinding", "stage a", "lead a", "lead progression a"],
    recordNoun: "opportunity",
    group: "stages",
    unit: "count",
    sources: ["copper"],
    counts: "each time an opportunity enters stage A",
    date: "when it entered the stage",
    ownedBy: "user",
  },
  {
    type: "lead_progression_b",
    title: "Contact",
    short: "Contact",
    name: "contact",
    aliases: ["contact", "contact stage", "stage b", "lead b", "lead progression b"],
    recordNoun: "opportunity",
    group: "stages",
    unit: "count",
    sources: ["copper"],
    counts: "each time an opportunity enters stage B",
    date: "when it entered the stage",
    ownedBy: "user",
  },
  {
    type: "lead_progression_c",
    title: "Closing",
    short: "Closing",
    name: "closing",
    aliases: ["closing", "closing stage", "stage c", "lead c", "lead progression c"],
    recordNoun: "opportunity",
    group: "stages",
    unit: "count",
    sources: ["copper"],
    counts: "each time an opportunity enters stage C",
    date: "when it entered the stage",
    ownedBy: "user",
  },
];

const BY_TYPE = new Map(METRICS.map((metric) => [metric.type, metric]));

/** @throws {RangeError} for a type that is not in the table. */
export function metricOf(type: string): Metric {
  const metric = BY_TYPE.get(type as MetricType);
  if (metric === undefined) throw new RangeError(`There is no metric ${type}`);
  return metric;
}

/** Metrics whose facts are second facts of a record that another metric counts. */
export const DERIVED_TYPES = METRICS.filter(({ derivedFrom }) => derivedFrom !== undefined).map(({ type }) => type);
/** Metrics whose facts belong to an email address. */
export const ADDRESS_TYPES = METRICS.filter(({ ownedBy }) => ownedBy === "address").map(({ type }) => type);

export function isMetricType(type: string): type is MetricType {
  return BY_TYPE.has(type as MetricType);
}

/**
 * Converts a sum of amounts (count, seconds, cents) to the metric's value (count, minutes, dollars),
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

/** Why an email counts for nobody, whose owner is an address: it was sent to a rep, or concerns none. */
export const RECEIVED_REASON = "received, not sent by a rep";
export const UNKNOWN_SENDER_REASON = "sender is nobody in Slack";
