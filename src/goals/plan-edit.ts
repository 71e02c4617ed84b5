import { addDays, type Day, type DayRange } from "../time/day";
import { type EditFault, type EditInput, type EditResult, effectiveDay, type GoalKey, targetInForce } from "./edit";
import { editFault } from "./edit-fault";
import { type DatedTarget, firstBegin, type Goal, periodOf } from "./goal";

/** The goal after an edit with what the edit changes, or why it cannot be made. */
export type PlannedEdit =
  | { readonly ok: true; readonly goal: Goal; readonly change: EditResult }
  | { readonly ok: false; readonly fault: EditFault };

/**
 * Makes an edit on a goal. What is shown before an edit and what is written are both this.
 *
 * Setting a target adds a row from the first period that begins on its day or after it; one of the same day gives way,
 * earlier and later ones stay, so past periods keep theirs and planned changes still come. An archived goal keeps no row.
 */
export function planEdit(input: EditInput): PlannedEdit {
  const fault = editFault(input);
  if (fault !== null) return { ok: false, fault };
  const goal = goalAfter(input);
  return { ok: true, goal, change: editResult(input, goal) };
}

function goalAfter({ goal, key, edit, today }: EditInput): Goal {
  const { archivedOn, ...before } = goal ?? newGoal(key);
  const rows = before.active ? before.targets : [];
  switch (edit.kind) {
    case "set": {
      const row = { from: firstBegin(key.period, edit.from), target: edit.target };
      const set = { ...before, targets: [...others(rows, row.from), row].sort(byDay), active: true };
      return before.active ? set : withPauses(set, []);
    }
    case "withdraw":
      return { ...before, targets: others(rows, edit.from) };
    case "archive":
      return { ...before, active: false, archivedOn: today };
    case "reactivate":
      return withPauses({ ...before, active: true }, [...(before.pauses ?? []), ...pauseOf(archivedOn, today)]);
  }
}

/** The days from a goal's archiving until it is restored; none where it is restored the same day, or nobody noted when it was archived. */
function pauseOf(archivedOn: Goal["archivedOn"], restoredOn: Day): readonly DayRange[] {
  const from = archivedOn ?? restoredOn;
  return from < restoredOn ? [{ from, to: addDays(restoredOn, -1) }] : [];
}

function withPauses({ pauses: _, ...goal }: Goal, pauses: readonly DayRange[]): Goal {
  return pauses.length === 0 ? goal : { ...goal, pauses };
}

function editResult({ goal, key, edit, today }: EditInput, after: Goal): EditResult {
  const since = effectiveDay({ key, edit, today });
  const result = { kind: edit.kind, since, from: targetInForce(goal, since), to: targetInForce(after, since) };
  const running = periodOf(key.period, today);
  if (since <= running.to) return result;
  return { ...result, keeps: { ...running, target: targetInForce(after, today) } };
}

function others(rows: readonly DatedTarget[], day: Day): readonly DatedTarget[] {
  return rows.filter(({ from }) => from !== day);
}

function byDay(a: DatedTarget, b: DatedTarget): number {
  return a.from < b.from ? -1 : 1;
}

/** Its id says whose it is, so that two who make the same goal at once make one. */
function newGoal({ userId, team, type, period }: GoalKey): Goal {
  const whose = userId === undefined ? { team } : { userId };
  return {
    _id: `${userId ?? `team:${team}`} ${type} ${period}`,
    ...whose,
    type,
    period,
    targets: [],
    current: 0,
    active: true,
  };
}
