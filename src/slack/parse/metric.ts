import { METRICS, type MetricType } from "../../metrics/metrics";

/** What a metric's name at the beginning of some words may mean, and the words behind it. */
export interface ParsedMetric {
  /** One, or those that the name could stand for. */
  readonly types: readonly MetricType[];
  readonly rest: readonly string[];
}

const STAGES: readonly MetricType[] = ["lead_progression_a", "lead_progression_b", "lead_progression_c"];
const SALES: readonly MetricType[] = ["new_sales_wholesale", "new_sales_distribution"];

/** Names as people write them, in the singular or plural, hyphens as spaces. */
const NAMES: readonly (readonly [types: readonly MetricType[], names: readonly string[]])[] = [
  [["email_quantity"], ["e mail", "email", "mail", "message"]],
  [["phone_call_quantity"], ["call", "phone call", "phone", "dial"]],
  [["talk_time_minutes"], ["talk time", "talktime", "talk", "talking", "talk minute", "minute", "call time"]],
  [["lead_progression_a"], ["fact finding", "factfinding", "stage a", "lead a", "lead progression a"]],
  [["lead_progression_b"], ["contact", "contact stage", "stage b", "lead b", "lead progression b"]],
  [["lead_progression_c"], ["closing", "closing stage", "stage c", "lead c", "lead progression c"]],
  [["new_sales_wholesale"], ["wholesale", "wholesale sale", "wholesale order", "new sales wholesale"]],
  [
    ["new_sales_distribution"],
    ["distribution", "distributor", "distribution sale", "distribution order", "new sales distribution"],
  ],
  [SALES, ["sale", "new sale", "order", "sales order", "revenue"]],
  [STAGES, ["stage", "lead", "lead progression", "opportunity", "opportunities"]],
];

const MEANINGS: ReadonlyMap<string, readonly MetricType[]> = new Map([
  ...NAMES.flatMap(([types, names]) => names.flatMap((name) => [name, `${name}s`].map((one) => [one, types] as const))),
  ...METRICS.flatMap(({ type, title }) => [type, title].map((one) => [spaced(one), [type]] as const)),
]);
const MAX_NAME_LENGTH = Math.max(...[...MEANINGS.keys()].map((name) => name.split(" ").length));

/**
 * Finds a metric by the name that plain words begin with; the longest name wins, so "talk time" is never "talk".
 *
 * @returns `null` when they begin with no name we know.
 *
 * @example
 * metricNamed(["e-mails", "last", "week"]); // => { types: ["email_quantity"], rest: ["last", "week"] }
 */
export function parseMetric(words: readonly string[]): ParsedMetric | null {
  for (let count = Math.min(MAX_NAME_LENGTH, words.length); count > 0; count -= 1) {
    const types = MEANINGS.get(spaced(words.slice(0, count).join(" ")));
    if (types !== undefined) return { types, rest: words.slice(count) };
  }
  return null;
}

function spaced(name: string): string {
  return name
    .toLowerCase()
    .replace(/[-_\s]+/g, " ")
    .trim();
}
