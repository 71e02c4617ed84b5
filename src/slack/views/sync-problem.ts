import type { SyncProblem } from "../../sync/report";
import { PLACE_NAMES } from "./sources";
import { sentence } from "./text";

const LONGEST = 300;

/** What to do, by who can mend it. */
const REMEDIES = new Map([
  ["credentials", "Whoever holds the key renews it; then run `/sync` again."],
  ["throttled", "Nothing is broken: run `/sync` again in a few minutes, or leave it to tonight's sync."],
  ["unreachable", "Run `/sync` again later, or leave it to tonight's sync. The figures stay as they were."],
  ["unexpected-answer", "Whoever runs Paceline looks at its log. The figures stay as they were."],
  ["vanished", "Until then the figures stay as they were."],
  ["expiring", "An admin syncs them while they are still given."],
  ["settings", "An admin sets this; then run `/sync` again."],
  ["bug", "This one is ours: tell whoever runs Paceline."],
]);

/** One thing that went wrong, and what to do about it. */
export function problemLine({ source, kind, message }: SyncProblem): string {
  const remedy = REMEDIES.get(kind) ?? "Tell whoever runs Paceline.";
  const place = PLACE_NAMES[source];
  return `• *${place[0]?.toUpperCase()}${place.slice(1)}*: ${ended(sentence(message, LONGEST))} ${remedy}`;
}

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
