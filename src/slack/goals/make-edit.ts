import type { GoalChange, GoalEdit } from "../../goals/edit";
import { undoing } from "../../goals/undo";
import { goalVersion } from "../../goals/version";
import type { Room } from "../room";
import type { Whose } from "../views/whose";
import type { GoalDraft } from "./draft";
import { type Prepared, type PrepareFault, prepared, type ShownChange } from "./prepare";
import { whoseOf } from "./whose-of";

/** What came of a change that somebody confirmed. */
export type EditOutcome =
  | { readonly kind: "made"; readonly made: MadeChange }
  | { readonly kind: "fault"; readonly fault: PrepareFault }
  /** Somebody else was first: what it would do by now. */
  | { readonly kind: "stale"; readonly shown: ShownChange };

/** A change that was made, with the one that would set it back. */
export interface MadeChange {
  readonly change: GoalChange;
  readonly whose: Whose;
  readonly undo: GoalDraft | null;
}

export const EDIT_GOALS = { does: "edit-goals" } as const;

/** Makes a change that somebody may make, where the goal is as it was shown. `redrawn` comes after. */
export async function madeEdit(
  room: Room,
  { by, draft }: { readonly by: string; readonly draft: GoalDraft },
): Promise<EditOutcome> {
  const { needs } = room;
  const { key, edit, seen } = draft;
  const at = needs.now();
  const edited = await needs.goalEdits.edit({ key, edit, by, today: needs.days.dayOf(at), at, seen });
  if (!edited.ok) return "fault" in edited ? { kind: "fault", fault: edited.fault } : anew(room, { by, key, edit });
  const { before, goal, change } = edited;
  const back: GoalEdit | null = undoing({ before, change });
  const undo = back === null ? null : { key, edit: back, seen: goalVersion(goal) };
  const person = key.userId === undefined ? null : await needs.people.one(key.userId);
  return { kind: "made", made: { change, whose: whoseOf({ key, by, person }), undo } };
}

/** Draws anew the open Homes that a change concerns, once it was answered: that takes longer than Slack waits. */
export async function redrawn({ homes }: Room, outcome: EditOutcome): Promise<void> {
  if (outcome.kind !== "made") return;
  const { by, userId } = outcome.made.change;
  await homes.refreshOpen(userId === undefined ? [by] : [by, userId]);
}

async function anew(room: Room, asked: Parameters<typeof prepared>[1]): Promise<EditOutcome> {
  const again: Prepared = await prepared(room, asked);
  return again.kind === "fault" ? again : { kind: "stale", shown: again.shown };
}
