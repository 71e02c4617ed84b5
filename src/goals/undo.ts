import type { Changed, GoalEdit } from "./edit";
import type { Goal } from "./goal";

/**
 * The edit that sets a goal back to what it was before a change; `null` where none does: it had no target in force
 * then, only one that lies ahead.
 */
export function undoing({ before, change }: { before: Goal | null; change: Changed }): GoalEdit | null {
  if (change.kind === "archive") return { kind: "reactivate" };
  if (before?.active !== true) return { kind: "archive" };
  return change.from === null ? null : { kind: "set", target: change.from, from: change.since };
}
