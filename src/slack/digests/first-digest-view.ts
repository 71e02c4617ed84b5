import type { KnownBlock } from "@slack/types";
import { type NamedGoalChange, setters } from "../../digests/content/goal-changes";
import { section } from "../ui/blocks";
import { foreign, listed } from "../ui/text";

const MAX_NAMES = 3;
const MAX_NAME_LENGTH = 40;

/** What a first digest says of itself. */
export interface FirstDigest {
  /** Whether no digest came before. */
  readonly isFirst?: boolean;
  /** What others changed in this person's goals since. */
  readonly goalChanges?: readonly NamedGoalChange[];
}

/**
 * Says in somebody's first digest what this is, who set the goals, and how to change or stop it: "👋 This is Paceline's morning
 * message: what today asks of your goals, which Max Weber set. …". Nothing in a later one.
 */
export function firstDigestPart({ isFirst = false, goalChanges = [] }: FirstDigest): readonly KnownBlock[] {
  if (!isFirst) return [];
  const all = setters(goalChanges);
  const more = all.length > MAX_NAMES ? [`${all.length - MAX_NAMES} more`] : [];
  const names = [...all.slice(0, MAX_NAMES).map((name) => foreign(name, MAX_NAME_LENGTH)), ...more];
  const whose = names.length === 0 ? "" : `, which ${listed(names, "and")} set`;
  return [
    section(
      `👋 This is Paceline's message for each workday morning: your plan for the day, from your goals${whose}. Change its time or stop it with *Snooze* below or \`/goals digest\`.`,
    ),
  ];
}
