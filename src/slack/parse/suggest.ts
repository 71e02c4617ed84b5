import leven from "leven";
import { METRICS } from "../../metrics/metrics";
import { shownCommand } from "../ui/shown-command";
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
  // Two letters that changed places are two edits, and so is much of a short word.
  const isSwapped = nearest.edits <= 2 && letters(typed) === letters(nearest.word);
  return nearest.edits * 3 <= longer || isSwapped || (longer <= 4 && nearest.edits <= 2) ? nearest.word : null;
}

function letters(word: string): string {
  return [...word].sort().join("");
}

const METRIC_NAMES = METRICS.map(({ name }) => name);

/** A metric's name that words begin with when they are mistyped, and the words behind it. */
export interface NearMetric {
  readonly name: string;
  readonly rest: readonly string[];
}

/** The metric that some words begin with when they are mistyped; `null` where none is near. */
export function nearestMetric(words: readonly string[]): NearMetric | null {
  const begins = [1, 2].flatMap((count) => {
    const name = nearestWord(words.slice(0, count).join(" "), METRIC_NAMES);
    return name === null ? [] : [{ name, rest: words.slice(count) }];
  });
  return begins[0] ?? null;
}

/** "I don't know “bord”. Did you mean `/goals board`?", as mrkdwn; without the question where nothing is near. */
export function notUnderstood(typed: string, suggestion: string | null): string {
  const meant = suggestion === null ? "" : ` Did you mean \`${sentence(shownCommand(suggestion), MAX_SHOWN)}\`?`;
  return `I don't know “${sentence(typed, 60)}”.${meant}`;
}

/** More of a command is left out where it is shown. */
const MAX_SHOWN = 80;
