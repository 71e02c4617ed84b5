import type { KnownBlock } from "@slack/types";
import { SOURCE_IDS } from "../../metrics/sources";
import type { SyncProblem } from "../../sync/report";
import { section } from "../ui/blocks";
import { PLACE_NAMES } from "../ui/freshness";
import { counted, sentence } from "../ui/text";

/** What went wrong in a sync and what to do about it, for an admin or for whoever cannot mend it; nothing where all went well. */
export function problemsPart(
  errors: readonly SyncProblem[],
  { most, canApprove }: { readonly most: number; readonly canApprove: boolean },
): readonly KnownBlock[] {
  if (errors.length === 0) return [];
  const shown = errors.slice(0, Math.max(3, most)).map(canApprove ? problemLine : problemForReps);
  const more = errors.length - shown.length;
  return [
    section(["*What to do*", ...shown, ...(more > 0 ? [`and ${counted(more, "more problem")}`] : [])].join("\n")),
  ];
}

const MAX_LENGTH = 300;

/** What to do about a problem, by who can fix it. */
const REMEDIES = new Map([
  ["credentials", "Put in a working key with `npm run setup`, restart Paceline, then run `/sync`."],
  ["throttled", "Nothing is broken. Run `/sync` again in a few minutes, or wait for tonight's sync."],
  ["unreachable", "Figures stay as they were. Run `/sync` again later, or wait for tonight's sync."],
  ["unexpected-answer", "Figures stay as they were. Whoever runs Paceline should check its log."],
  ["vanished", "Figures stay as they were until then."],
  ["expiring", "An admin should sync them while they're still available."],
  ["settings", "An admin needs to set this, then run `/sync` again."],
  ["bug", "This one is on us: tell whoever runs Paceline."],
]);

/** One thing that went wrong, and what to do about it. */
export function problemLine({ source, kind, message }: SyncProblem): string {
  const remedy = REMEDIES.get(kind) ?? "Tell whoever runs Paceline.";
  const place = PLACE_NAMES[source];
  return `• *${place[0]?.toUpperCase()}${place.slice(1)}*: ${ended(sentence(message, MAX_LENGTH))} ${remedy}`;
}

const TOLD = "could not be read. Figures stay as they were; your admins have been told.";
const LOOK = "could not be updated. An admin should look at the last sync.";

/** What a problem means to whoever cannot mend it: its own text names settings, which are for admins. */
function problemForReps({ source, kind }: SyncProblem): string {
  const place = PLACE_NAMES[source];
  const means = MEANINGS.get(kind) ?? (isSource(source) ? TOLD : LOOK);
  return `• *${place[0]?.toUpperCase()}${place.slice(1)}*: ${means}`;
}

const MEANINGS = new Map([
  ["throttled", "is limiting requests. Run `/sync` again in a few minutes, or wait for tonight's sync."],
  ["unreachable", "could not be reached. Figures stay as they were; run `/sync` again later."],
  ["settings", "needs a setting that only an admin can change. Its figures may be incomplete."],
  ["expiring", "won't provide its oldest records much longer. An admin should sync them."],
  ["bug", LOOK],
]);

/** Tells whether the place is a data source: admins get an alert of one that cannot be read, not of people or goals. */
function isSource(place: SyncProblem["source"]): boolean {
  return SOURCE_IDS.some((id) => id === place);
}

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
