import { type EditFault, editFault, type GoalEdit, type GoalKey } from "../../goals/edit";
import type { DatedTarget } from "../../goals/goal";
import { type EditPreview, editPreview } from "../../goals/preview";
import { goalVersion } from "../../goals/version";
import type { Room } from "../room";
import type { Whose } from "../views/whose";
import type { GoalDraft } from "./draft";
import { whoseOf } from "./whose-of";

/** A change as it would be, or why it cannot be. */
export type Prepared =
  | { readonly kind: "fault"; readonly fault: PrepareFault }
  | { readonly kind: "change"; readonly shown: ShownChange };

/** `whose`: there is no such person here. `target` also where it is that already. */
export interface PrepareFault {
  readonly field: EditFault["field"] | "whose";
  readonly message: string;
}

/** What is shown before a change is made. */
export interface ShownChange {
  readonly draft: GoalDraft;
  readonly preview: EditPreview;
  readonly whose: Whose;
  /** Targets that were planned for later and still come. */
  readonly planned: readonly DatedTarget[];
}

/** Works out what a change would do, for this person, changing nothing. */
export async function prepared(
  { needs }: Room,
  { by, key, edit }: { readonly by: string; readonly key: GoalKey; readonly edit: GoalEdit },
): Promise<Prepared> {
  const today = needs.days.dayOf(needs.now());
  const [person, goal] = await Promise.all([
    key.userId === undefined ? null : needs.people.one(key.userId),
    needs.goalEdits.find(key),
  ]);
  if (key.userId !== undefined && edit.kind === "set" && person?.active !== true) return fault("whose", unmet(person));
  const found = editFault({ goal, key, edit, today });
  if (found !== null) return { kind: "fault", fault: found };
  const reading = await needs.overviews.reading(today, key.userId);
  const preview = editPreview({ goal, key, edit }, { member: person ?? {}, reading });
  const { change } = preview;
  if (edit.kind === "set" && change.from === change.to)
    return fault("target", "It is that already: nothing to change.");
  const planned = edit.kind === "archive" ? [] : (goal?.targets ?? []).filter(({ from }) => from > change.since);
  const draft = { key, edit, seen: goalVersion(goal) };
  return { kind: "change", shown: { draft, preview, whose: whoseOf({ key, by, person }), planned } };
}

function unmet(person: object | null): string {
  return person === null
    ? "No sync has met this person yet, so no goal can be theirs: run `/sync` first."
    : "This person has left the team.";
}

function fault(field: PrepareFault["field"], message: string): Prepared {
  return { kind: "fault", fault: { field, message } };
}
