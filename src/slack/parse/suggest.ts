import leven from "leven";
import { METRICS } from "../../metrics/metrics";
import { sentence } from "../ui/text";

/** Longer words than any we know cost time and are near none. */
const MAX_LENGTH = 40;

/** The known word that a mistyped one is nearest to; `null` where none is near. */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  if (typed === "" || typed.length > MAX_LENGTH) return null;
  const ranked = known.map((word) => ({ word, edits: leven(typed, word) })).sort((a, b) => a.edits - b.edits);
  const [nearest] = ranked;
  if (nearest === undefined) return null;
  const longer = Math.max(typed.length, nearest.word.length);
  // Two letters of a short word may have changed places.
  return nearest.edits * 3 <= longer || (longer <= 4 && nearest.edits <= 2) ? nearest.word : null;
}

const METRIC_NAMES = METRICS.map(({ name }) => name);

/** The metric's name that some words begin with when they are mistyped; `null` where none is near. */
export function nearestMetric(words: readonly string[]): string | null {
  const begins = [1, 2].map((count) => words.slice(0, count).join(" "));
  return begins.map((one) => nearestWord(one, METRIC_NAMES)).find((name) => name !== null) ?? null;
}

/** "I don't know “bord”. Did you mean `/goals board`?", as mrkdwn; without the question where nothing is near. */
export function notUnderstood(typed: string, suggestion: string | null): string {
  const meant = suggestion === null ? "" : ` Did you mean \`${suggestion}\`?`;
  return `I don't know “${sentence(typed, 60)}”.${meant}`;
}
