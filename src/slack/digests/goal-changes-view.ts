import type { KnownBlock } from "@slack/types";
import type { Digest } from "../../digests/content/digest";
import { type NamedGoalChange, standingChanges } from "../../digests/content/goal-changes";
import { changeWords } from "../goals/change-view";
import { goalTitle } from "../goals/whose";
import { section } from "../ui/blocks";
import { counted, foreign } from "../ui/text";

interface ChangesPart {
  readonly digest: Pick<Digest, "day" | "goals">;
  readonly goalChanges?: readonly NamedGoalChange[];
  readonly isFirst?: boolean;
}

const MAX_CHANGES = 5;
const MAX_NAME_LENGTH = 40;

/** "📝 *Your goals changed*", with a line each: "• *Calls, daily*: 15 → *20* from Mon, Oct 26 on, by Max Weber". */
export function changesPart({ goalChanges = [], digest, isFirst = false }: ChangesPart): readonly KnownBlock[] {
  // A first digest shows goals that are all new, and says who set them.
  const isShown = ({ goalId, from }: NamedGoalChange) =>
    isFirst && from === null && digest.goals.some((goal) => goal.goalId === goalId);
  const standing = standingChanges(goalChanges).filter((change) => !isShown(change));
  if (standing.length === 0) return [];
  const lines = standing.slice(-MAX_CHANGES).map((change) => {
    return `• *${goalTitle(change)}*: ${changeWords(change, digest.day)}, by ${foreign(change.by, MAX_NAME_LENGTH)}`;
  });
  const more = standing.length - lines.length;
  const rest = more > 0 ? [`${counted(more, "earlier change")}: see them all with \`/goals log\``] : [];
  return [section(["📝 *Your goals changed*", ...lines, ...rest].join("\n"))];
}
