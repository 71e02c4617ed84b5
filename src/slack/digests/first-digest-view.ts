import type { KnownBlock } from "@slack/types";
import { type NamedGoalChange, setters } from "../../digests/content/goal-changes";
import { context } from "../ui/blocks";
import { foreign, listed } from "../ui/text";
import { SNOOZE_DOES } from "./next-digest-view";

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
 * Says in somebody's first digest in one line what this is, who set the goals, and how to change it or turn it off: "👋 Paceline sends this each
 * workday morning, with goals set by Max Weber. *Snooze* changes its time or turns it off". Nothing in a later one.
 */
export function firstDigestPart({ isFirst = false, goalChanges = [] }: FirstDigest): readonly KnownBlock[] {
  if (!isFirst) return [];
  const all = setters(goalChanges);
  const more = all.length > MAX_NAMES ? [`${all.length - MAX_NAMES} more`] : [];
  const names = [...all.slice(0, MAX_NAMES).map((name) => foreign(name, MAX_NAME_LENGTH)), ...more];
  const whose = names.length === 0 ? "" : `, with goals set by ${listed(names, "and")}`;
  return [context(`${WHAT}${whose}. ${SNOOZE_DOES}`)];
}

const WHAT = "👋 Paceline sends this each workday morning";
