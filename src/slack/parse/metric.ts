import { METRICS, type MetricGroup, type MetricType } from "../../metrics/metrics";

/** What a metric's name at the beginning of some words may mean, and the words behind it. */
export interface ParsedMetric {
  /** One, or those that the name could stand for. */
  readonly types: readonly MetricType[];
  readonly rest: readonly string[];
}

/** What may be typed for any metric of a group, in the singular. */
const GROUP_ALIASES: Readonly<Record<MetricGroup, readonly string[]>> = {
  sales: ["sale", "new sale", "order", "sales order", "revenue"],
  stages: ["stage", "lead", "lead progression", "opportunity", "opportunities"],
};

const MEANINGS: ReadonlyMap<string, readonly MetricType[]> = new Map([
  ...Object.entries(GROUP_ALIASES).flatMap(([group, aliases]) => named(aliases, typesOf(group))),
  ...METRICS.flatMap(({ type, aliases }) => named(aliases, [type])),
  ...METRICS.flatMap(({ type, title, name }) => [type, title, name].map((one) => [spaced(one), [type]] as const)),
]);
const MAX_NAME_LENGTH = Math.max(...[...MEANINGS.keys()].map((name) => name.split(" ").length));

/**
 * Finds a metric by the name that plain words begin with; the longest name wins, so "talk time" is never "talk".
 *
 * @returns `null` when they begin with no name we know.
 *
 * @example
 * parseMetric(["emails", "last", "week"]); // => { types: ["email_quantity"], rest: ["last", "week"] }
 */
export function parseMetric(words: readonly string[]): ParsedMetric | null {
  for (let count = Math.min(MAX_NAME_LENGTH, words.length); count > 0; count -= 1) {
    const types = MEANINGS.get(spaced(words.slice(0, count).join(" ")));
    if (types !== undefined) return { types, rest: words.slice(count) };
  }
  return null;
}

function typesOf(group: string): readonly MetricType[] {
  return METRICS.filter((metric) => metric.group === group).map(({ type }) => type);
}

/** Each alias in the singular and in the plural. */
function named(aliases: readonly string[], types: readonly MetricType[]) {
  return aliases.flatMap((alias) => [alias, `${alias}s`].map((name) => [name, types] as const));
}

function spaced(name: string): string {
  return name
    .toLowerCase()
    .replace(/[-_\s]+/g, " ")
    .trim();
}
