import { type EditFault, editFault, type GoalEdit, type GoalKey, goalVersion, inverseEdit } from "../../goals/edit";
import { editPreview } from "../../goals/preview";
import type { SlackContext } from "../deps";
import type { MadeChange, ShownChange } from "./change-view";
import type { GoalDraft } from "./payload";
import { resolveSubject } from "./whose";

/** A change as it would be, or why it cannot be. */
export type PreparedChange =
  | { readonly kind: "fault"; readonly fault: PrepareFault }
  | { readonly kind: "change"; readonly shown: ShownChange };

/** `whose` means that there is no such person; `target` also that the target is that already. */
export interface PrepareFault {
  readonly field: EditFault["field"] | "whose";
  readonly message: string;
}

/** Works out what a change would do, for this person, changing nothing. */
export async function prepareChange(
  { deps }: SlackContext,
  { by, key, edit }: { readonly by: string; readonly key: GoalKey; readonly edit: GoalEdit },
): Promise<PreparedChange> {
  const today = deps.days.dayOf(deps.now());
  const [person, goal] = await Promise.all([
    key.userId === undefined ? null : deps.people.one(key.userId),
    deps.goalEdits.find(key),
  ]);
  if (key.userId !== undefined && edit.kind === "set" && person?.active !== true) return fault("whose", unmet(person));
  const found = editFault({ goal, key, edit, today });
  if (found !== null) return { kind: "fault", fault: found };
  const figures = await deps.overviews.figures({
    now: deps.now(),
    ...(key.userId === undefined ? {} : { userId: key.userId }),
  });
  const preview = editPreview({ goal, key, edit }, { member: person ?? {}, figures });
  const { change } = preview;
  if (edit.kind === "set" && change.from === change.to)
    return fault("target", "It is that already: nothing to change.");
  const planned = edit.kind === "archive" ? [] : (goal?.targets ?? []).filter(({ from }) => from > change.since);
  const draft = { key, edit, seen: goalVersion(goal) };
  return { kind: "change", shown: { draft, preview, whose: resolveSubject({ key, by, person }), planned } };
}

function unmet(person: object | null): string {
  return person === null
    ? "No sync has met this person yet, so no goal can be theirs: run `/sync` first."
    : "This person has left the team.";
}

function fault(field: PrepareFault["field"], message: string): PreparedChange {
  return { kind: "fault", fault: { field, message } };
}

/** The outcome of a confirmed change. */
export type EditOutcome =
  | { readonly kind: "made"; readonly made: MadeChange }
  | { readonly kind: "fault"; readonly fault: PrepareFault }
  /** Somebody else was faster; `shown` is what the change would do now. */
  | { readonly kind: "stale"; readonly shown: ShownChange };

export const EDIT_GOALS = { does: "edit-goals" } as const;

/** Makes an authorized change if the goal is as it was shown. `withHomesUpdated` comes after. */
export async function makeEdit(
  context: SlackContext,
  { by, draft }: { readonly by: string; readonly draft: GoalDraft },
): Promise<EditOutcome> {
  const { deps } = context;
  const { key, edit, seen } = draft;
  const at = deps.now();
  const result = await deps.goalEdits.edit({ key, edit, by, today: deps.days.dayOf(at), at, seen });
  if (!result.ok)
    return "fault" in result ? { kind: "fault", fault: result.fault } : prepareAgain(context, { by, key, edit });
  const { before, goal, change } = result;
  const inverse: GoalEdit | null = inverseEdit({ before, change });
  const undo = inverse === null ? null : { key, edit: inverse, seen: goalVersion(goal) };
  const person = key.userId === undefined ? null : await deps.people.one(key.userId);
  return { kind: "made", made: { change, whose: resolveSubject({ key, by, person }), undo } };
}

/** Refreshes the open App Homes that a change concerns, after the answer: it takes longer than Slack waits. */
export async function withHomesUpdated({ homes }: SlackContext, outcome: EditOutcome): Promise<void> {
  if (outcome.kind !== "made") return;
  const { by, userId } = outcome.made.change;
  await homes.refreshOpen(userId === undefined ? [by] : [by, userId]);
}

async function prepareAgain(context: SlackContext, request: Parameters<typeof prepareChange>[1]): Promise<EditOutcome> {
  const again: PreparedChange = await prepareChange(context, request);
  return again.kind === "fault" ? again : { kind: "stale", shown: again.shown };
}
