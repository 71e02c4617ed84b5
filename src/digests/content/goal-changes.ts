import type { GoalChange } from "../../goals/edit";

/** A change of somebody's goal, with the name of who made it. */
export interface NamedGoalChange extends Omit<ToldChange, "by"> {
  readonly by: string;
}

type ToldChange = Pick<GoalChange, "_id" | "goalId" | "type" | "period" | "kind" | "since" | "from" | "to" | "by"> &
  Pick<GoalChange, "batch" | "undoes">;

/** The changes that are worth telling: of one that was set back before it was told, neither is. */
export function standingChanges<T extends ToldChange>(changes: readonly T[]): readonly T[] {
  const standing: T[] = [];
  for (const change of changes) {
    const at = standing.findLastIndex(({ goalId }) => goalId === change.goalId);
    const last = standing[at];
    if (last !== undefined && setsBack(change, last)) standing.splice(at, 1);
    else standing.push(change);
  }
  return standing;
}

/** Who set the goals that stand, each once, the earliest first: not whose change was set back, or is of a goal that was archived. */
export function setters(changes: readonly NamedGoalChange[]): readonly string[] {
  const standing = standingChanges(changes);
  const archived = (goalId: string) => standing.findLast((change) => change.goalId === goalId)?.kind === "archive";
  const sets = standing.filter(({ kind, goalId }) => kind === "set" && !archived(goalId));
  return [...new Set(sets.map(({ by }) => by))];
}

function setsBack(change: ToldChange, last: ToldChange): boolean {
  if (change.undoes !== undefined && change.undoes === last.batch) return true;
  const kinds = `${last.kind} ${change.kind}`;
  if (kinds === "archive reactivate") return true;
  const targets = ["set set", "set withdraw"].includes(kinds) && change.since === last.since;
  return targets && change.to === last.from && change.from === last.to;
}
