import { namesOf, type Person } from "../../people/person";
import { managersOfEveryone } from "../../teams/managed-teams";
import { type Team, teamNameFault } from "../../teams/team";
import type { SlackContext, SlackDeps } from "../deps";
import { action, modalAction } from "../middleware/authorized-actions";
import { dayValue, type FormState, fieldValue, pickedPeople } from "../middleware/form-values";
import { fieldError, type SubmissionResult, viewSubmission } from "../middleware/submissions";
import { choosableGroups } from "../platform/user-groups";
import { notice } from "../ui/modal";
import { listed, plainForeign } from "../ui/text";
import { decodeTeamDraft, type TeamDraft, teamDraft, teamEdits } from "./team-draft";
import { TEAM_CHECK, TEAM_FORM, teamCheck, teamForm } from "./views/team-forms";

const act = () => ({ does: "edit-settings" }) as const;
const GONE = "That team no longer exists.";

/** "New team". */
export const createTeam = modalAction({ doing: "team_create", act }, ({ deps, modals }) =>
  openedForm(null, { deps, modals }),
);

/** "Edit" beside a team; the value is its id. */
export const changeTeam = modalAction({ doing: "team_change", act }, async ({ deps, modals }, { value }) => {
  const team = await deps.teams.one(value);
  return team?.active === true ? openedForm(team, { deps, modals }) : notice("Teams", GONE);
});

async function openedForm(team: Team | null, { deps, modals }: Pick<SlackContext, "deps" | "modals">) {
  return teamForm(team, { today: deps.days.dayOf(deps.now()), groups: await choosableGroups(modals) });
}

/** "Deactivate" beside a team, confirmed; and "Bring back". */
export const deactivateTeam = action({ doing: "team_deactivate", act }, (context, { userId, value }) =>
  setActive(context, { by: userId, teamId: value, active: false }),
);
export const reactivateTeam = action({ doing: "team_reactivate", act }, (context, { userId, value }) =>
  setActive(context, { by: userId, teamId: value, active: true }),
);

async function setActive(
  { deps, homes }: SlackContext,
  { by, teamId, active }: { readonly by: string; readonly teamId: string; readonly active: boolean },
): Promise<string | null> {
  const edited = await deps.teams.edit(teamId, { edit: { kind: "active", active }, by, at: deps.now() });
  if (!edited.ok) return edited.fault;
  deps.log.info({ by, teamId, active }, "A team was switched");
  await homes.refreshOpen(edited.team.managers);
  return null;
}

/** What was entered: what it would do is shown before it is saved. */
export const teamSubmission = viewSubmission({ doing: TEAM_FORM, act }, async ({ deps }, { form }) => {
  const [all, people] = await Promise.all([deps.teams.all(), deps.people.all()]);
  const before = all.find(({ _id }) => _id === form.private_metadata) ?? null;
  if (before === null && form.private_metadata !== "") return { kind: "next", view: notice("Teams", GONE) };
  const draft = enteredDraft(before, form);
  const wrong = draftFault(draft, { before, all, people });
  if (wrong !== null) return wrong;
  const names = namesOf(people);
  const then = all.map((team) => (team._id === draft.team ? { ...team, managers: draft.managers } : team));
  const lost = (before?.managers ?? []).filter((userId) => isManager(people, userId));
  const view = teamCheck({
    ...{ draft, before, nameOf: (userId) => names.get(userId) ?? userId },
    everyones: managersOfEveryone(lost, { teams: then }),
  });
  return view === null ? fieldError("members", TOO_MANY) : { kind: "next", view };
});

const TOO_MANY = "That moves too many people at once: save some of them first, then the others.";

function enteredDraft(before: Team | null, form: FormState): TeamDraft {
  const asked = form.state.values.members !== undefined;
  return teamDraft(before, {
    name: fieldValue(form, "name") ?? "",
    members: asked ? pickedPeople(form, "members") : null,
    on: dayValue(form, "on"),
    managers: pickedPeople(form, "managers"),
    channel: fieldValue(form, "channel"),
    // Where the groups could not be read, nothing was asked, so nothing changes.
    usergroup: form.state.values.usergroup === undefined ? (before?.usergroup ?? null) : fieldValue(form, "usergroup"),
  });
}

/** Says beside its field what cannot be saved; `null` where all can. */
function draftFault(
  draft: TeamDraft,
  given: { readonly before: Team | null; readonly all: readonly Team[]; readonly people: readonly Person[] },
): SubmissionResult | null {
  const { before, all, people } = given;
  const others = all.filter(({ _id, active }) => active && _id !== before?._id);
  const name = teamNameFault(draft.name, others);
  if (name !== null) return fieldError("name", name);
  const known = new Set(people.filter(({ active }) => active).map(({ _id }) => _id));
  if (draft.joined.some((userId) => !known.has(userId))) return fieldError("members", NOT_ONE_OF_US);
  const more = draft.managers.filter((userId) => before?.managers.includes(userId) !== true);
  if (more.some((userId) => !known.has(userId))) return fieldError("managers", NOT_ONE_OF_US);
  const reps = people
    .filter(({ _id, role }) => more.includes(_id) && role === "rep")
    .map(({ name }) => plainForeign(name, 40)); // Errors beside fields are plain text.
  if (reps.length === 0) return null;
  return fieldError("managers", `${listed(reps)}: make them a manager under Roles first.`);
}

const NOT_ONE_OF_US =
  "Not one of the people I know: guests and bots are in no team, and a newcomer is known after a sync.";

function isManager(people: readonly Person[], userId: string): boolean {
  return people.some(({ _id, role }) => _id === userId && role === "manager");
}

/** Saves the team that was shown, on the team as it is by now; each edit is a line of the team's log. */
export const teamCheckSubmission = viewSubmission({ doing: TEAM_CHECK, act }, async (context, { userId: by, form }) => {
  const { deps, homes } = context;
  const draft = decodeTeamDraft(form.private_metadata);
  const saved = await saveDraft(deps, { draft, by });
  if (!saved.ok) return { kind: "next", view: notice("Not saved", saved.fault) };
  deps.log.info({ by, teamId: saved.teamId }, "A team was saved");
  const { managers, joined, left } = draft;
  const concerned = [...saved.managers, ...managers, ...joined, ...left];
  return { kind: "done", afterwards: () => homes.refreshOpen(concerned) };
});

type Saved =
  | { readonly ok: true; readonly teamId: string; readonly managers: readonly string[] }
  | { readonly ok: false; readonly fault: string };

async function saveDraft(
  { teams, now }: Pick<SlackDeps, "teams" | "now">,
  { draft, by }: { readonly draft: TeamDraft; readonly by: string },
): Promise<Saved> {
  const editor = { by, at: now() };
  if (draft.team === null) {
    const { name, joined: members, on: since, managers, channel, usergroup } = draft;
    const optional = { ...(channel !== null && { channel }), ...(usergroup !== null && { usergroup }) };
    const made = await teams.create({ name, members, since, managers, ...optional }, editor);
    return made.ok ? { ok: true, teamId: made.team._id, managers: [] } : made;
  }
  const team = await teams.one(draft.team);
  if (team?.active !== true) return { ok: false, fault: GONE };
  for (const edit of teamEdits(team, draft)) {
    const edited = await teams.edit(team._id, { ...editor, edit });
    if (!edited.ok) return edited;
  }
  return { ok: true, teamId: team._id, managers: team.managers };
}
