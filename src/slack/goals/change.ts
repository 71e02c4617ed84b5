import { type EditFault, type GoalEdit, type GoalKey, goalVersion, inverseEdit } from "../../goals/edit";
import { planEdit } from "../../goals/plan-edit";
import { editPreview } from "../../goals/preview";
import { EVERYONE } from "../../people/permissions";
import type { Person } from "../../people/person";
import type { Team } from "../../teams/team";
import type { Day } from "../../time/day";
import { firstOpenDay, readerDays } from "../../time/reader-day";
import type { SlackContext, SlackDeps } from "../deps";
import type { MadeChange, ShownChange } from "./change-view";
import type { GoalDraft } from "./payload";
import { resolveSubject } from "./whose";

/** A change as it would be, or why it cannot be. */
export type PreparedChange =
  | { readonly kind: "fault"; readonly fault: PrepareFault }
  | { readonly kind: "change"; readonly shown: ShownChange };

/** `whose` means that there is no such person. */
export interface PrepareFault {
  readonly field: EditFault["field"] | "whose";
  readonly message: string;
}

/** Names the day that edits of somebody's goal call today: the first that has not ended by their clock, or the team's for its own. */
export function goalToday({ days, now }: Pick<SlackDeps, "days" | "now">, person: Pick<Person, "tz"> | null): Day {
  return firstOpenDay(readerDays(now(), days).of(person ?? {}));
}

/** Works out what a change would do, for this person, changing nothing. */
export async function prepareChange(
  { deps }: SlackContext,
  { by, key, edit }: { readonly by: string; readonly key: GoalKey; readonly edit: GoalEdit },
): Promise<PreparedChange> {
  const [person, team, goal] = await Promise.all([ownerOf(deps, key), teamOf(deps, key), deps.goalEdits.find(key)]);
  const unknown = personFault(person, { key, edit }) ?? teamFault(team, key);
  if (unknown !== null) return { kind: "fault", fault: unknown };
  const planned = planEdit({ goal, key, edit, today: goalToday(deps, person) });
  if (!planned.ok) return { kind: "fault", fault: planned.fault };
  const figures = await deps.overviews.figures({
    now: deps.now(),
    ...(key.userId === undefined ? {} : { userId: key.userId }),
    ...(team === null ? {} : { teams: [team] }),
  });
  const preview = editPreview({ key, before: goal, planned }, { member: person ?? {}, figures });
  const { since } = planned.change;
  const later = edit.kind === "archive" ? [] : planned.goal.targets.filter(({ from }) => from > since);
  const draft = { key, edit, seen: goalVersion(goal) };
  return {
    kind: "change",
    shown: { draft, preview, whose: resolveSubject({ key, by, person, team }), planned: later },
  };
}

/** The person that a goal belongs to, if a sync has met them; `null` for the team's. */
export async function ownerOf(
  { people }: Pick<SlackDeps, "people">,
  { userId }: Partial<GoalKey>,
): Promise<Person | null> {
  return userId === undefined ? null : people.one(userId);
}

/** The named team that a goal belongs to; `null` for a person's and Everyone's. */
export async function teamOf({ teams }: Pick<SlackDeps, "teams">, { team }: Partial<GoalKey>): Promise<Team | null> {
  return team === undefined || team === EVERYONE ? null : teams.one(team);
}

/** Nothing is changed of a team that is not there any more. */
function teamFault(team: Team | null, key: GoalKey): PrepareFault | null {
  if (key.team === undefined || key.team === EVERYONE || team?.active === true) return null;
  return { field: "whose", message: "That team no longer exists." };
}

/** Nobody sets a goal for whoever is unknown or has left. */
function personFault(
  person: Person | null,
  { key, edit }: { readonly key: GoalKey; readonly edit: GoalEdit },
): PrepareFault | null {
  if (key.userId === undefined || edit.kind !== "set" || person?.active === true) return null;
  if (person !== null) return { field: "whose", message: "This person has left the team." };
  return { field: "whose", message: "This person hasn't been synced yet. Run `/sync` first, then set their goal." };
}

/** The outcome of a confirmed change. */
export type EditOutcome =
  | { readonly kind: "made"; readonly made: MadeChange }
  | { readonly kind: "fault"; readonly fault: PrepareFault }
  /** Somebody else was faster; `shown` is what the change would do now. */
  | { readonly kind: "stale"; readonly shown: ShownChange };

/** Makes an authorized change if the goal is as it was shown. `withHomesUpdated` comes after. */
export async function makeEdit(
  context: SlackContext,
  { by, draft }: { readonly by: string; readonly draft: GoalDraft },
): Promise<EditOutcome> {
  const { deps } = context;
  const { key, edit, seen } = draft;
  const [person, team] = await Promise.all([ownerOf(deps, key), teamOf(deps, key)]);
  const unknown = personFault(person, draft) ?? teamFault(team, key);
  if (unknown !== null) return { kind: "fault", fault: unknown };
  const at = deps.now();
  const today = goalToday(deps, person);
  const result = await deps.goalEdits.edit({ key, edit, by, today, teamToday: deps.days.dayOf(at), at, seen });
  if (!result.ok)
    return "fault" in result ? { kind: "fault", fault: result.fault } : prepareAgain(context, { by, key, edit });
  const { before, goal, change } = result;
  const undo = { key, edit: inverseEdit({ before, change }), seen: goalVersion(goal) };
  return { kind: "made", made: { change, whose: resolveSubject({ key, by, person, team }), undo } };
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
