import type { Day } from "../../time/day";
import { type GoalChange, goalVersion, inverseEdit } from "../edit";
import type { Goal } from "../goal";
import { planEdit } from "../plan-edit";
import type { BulkChange } from "./bulk-plan";

/** What undoing goals that were saved together does: all of them are set back, or none. */
export type UndoPlan =
  | { readonly kind: "undo"; readonly changes: readonly BulkChange[] }
  /** Somebody changed the goals of these lines since. */
  | { readonly kind: "changed"; readonly lines: readonly BatchLine[] }
  /** A sentence says why not, as where the day that was theirs is over. */
  | { readonly kind: "fault"; readonly message: string };

/** A line of the log of goals that were saved together. */
export type BatchLine = GoalChange & Required<Pick<GoalChange, "undo" | "batch">> & { readonly userId: string };

/** Tells a line of a batch that can be undone from others of the log. */
export function isBatchLine(line: GoalChange): line is BatchLine {
  return line.undo !== undefined && line.batch !== undefined && line.userId !== undefined;
}

/**
 * Plans what sets goals back to what they were before they were saved together, in their order. One that did not exist is archived,
 * as by undoing it alone, since the log names it.
 *
 * @param goals as they are now.
 * @param todayOf the first day that has not ended by somebody's own clock, by Slack id.
 */
export function undoPlan(
  lines: readonly BatchLine[],
  { goals, todayOf }: { readonly goals: readonly Goal[]; readonly todayOf: (userId: string) => Day },
): UndoPlan {
  const known = new Map(goals.map((goal) => [goal._id, goal]));
  const changed = lines.filter(({ goalId, undo }) => goalVersion(known.get(goalId) ?? null) !== undo.seen);
  if (changed.length > 0) return { kind: "changed", lines: changed };
  const changes: BulkChange[] = [];
  for (const line of lines) {
    const { goalId, userId, type, period, undo } = line;
    const now = known.get(goalId) ?? null;
    const was = now === null || undo.was === null ? null : { ...now, ...undo.was };
    const edit = inverseEdit({ before: was, change: line });
    const planned = planEdit({ goal: now, key: { userId, type, period }, edit, today: todayOf(userId) });
    if (!planned.ok) return { kind: "fault", message: planned.fault.message };
    changes.push({ kind: "change", userId, before: now, goal: was ?? planned.goal, result: planned.change });
  }
  return { kind: "undo", changes };
}
