import type { Day } from "../../time/day";
import { parseDayRange } from "./day-range";
import { nearestMetric } from "./suggest";

/** A question about figures of which the metric is not understood. */
export interface MistypedQuestion {
  readonly verb: "why" | "trend";
  /** A Slack id, or "me", "team" or "nobody". */
  readonly whose: string;
  /** The other words, without those that mean nothing. */
  readonly terms: readonly string[];
}

/**
 * The question with its metric put right, and its days where they are understood: "why calls <@U0BEN> last week"; `null` where no
 * metric is near.
 */
export function nearestQuestion({ verb, whose, terms }: MistypedQuestion, today: Day): string | null {
  const metric = nearestMetric(terms);
  if (metric === null) return null;
  const days = metric.rest.join(" ");
  const understood = days !== "" && typeof parseDayRange(days, today) !== "string" ? [days] : [];
  return [verb, metric.name, ...subjectWords(whose), ...understood].join(" ");
}

/** Names whose figures are meant, as it is typed; nothing for one's own. */
function subjectWords(whose: string): readonly string[] {
  if (whose === "me") return [];
  if (whose === "nobody") return ["unmatched"];
  return [whose === "team" ? "team" : `<@${whose}>`];
}
