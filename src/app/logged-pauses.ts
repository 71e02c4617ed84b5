import type { EditedParts, GoalChange } from "../goals/edit";
import { addDays, type Day, type DayRange } from "../time/day";

/** Since when a goal is archived, and on which days it was before it was restored. */
export interface Archiving {
  readonly archivedOn: Day | null;
  readonly pauses: readonly DayRange[];
}

type Line = Pick<GoalChange, "kind" | "since" | "undo" | "undoes">;

const NEVER: Archiving = { archivedOn: null, pauses: [] };

/** Reads from a goal's log, the earliest line first, what versions before this one didn't keep in the goal. */
export function loggedArchiving(lines: readonly Line[]): Archiving {
  let now = NEVER;
  // What a batch set anew, and what its undoing brings back.
  let replaced: Archiving | null = null;
  for (const { kind, since, undo, undoes } of lines) {
    const before = now;
    if (kind === "archive") now = undoes === undefined || replaced === null ? { ...now, archivedOn: since } : replaced;
    else if (kind === "reactivate") now = restored(now, since);
    else if (now.archivedOn !== null) now = NEVER;
    replaced = wasArchived(undo?.was) ? before : null;
  }
  return now;
}

function wasArchived(was: EditedParts | null | undefined): boolean {
  return was?.active === false;
}

function restored({ archivedOn, pauses }: Archiving, on: Day): Archiving {
  if (archivedOn === null || archivedOn >= on) return { archivedOn: null, pauses };
  return { archivedOn: null, pauses: [...pauses, { from: archivedOn, to: addDays(on, -1) }] };
}
