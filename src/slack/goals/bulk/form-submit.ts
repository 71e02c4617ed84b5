import { type BulkRequest, planVersion } from "../../../goals/bulk/bulk-plan";
import { can, EVERYONE } from "../../../people/permissions";
import { memberIds } from "../../../teams/membership";
import type { SlackContext, SlackDeps } from "../../deps";
import type { FormState } from "../../middleware/form-values";
import { type FormListener, fieldError, type SubmissionResult, viewSubmission } from "../../middleware/submissions";
import { counted } from "../../ui/text";
import { goalAct } from "../payload";
import { enteredTarget } from "../target-fields";
import { bulkCheck, GOALS_CHECK } from "./check-view";
import { type BulkDraft, changedSince, decodeBulkDraft, encodeBulkDraft } from "./draft";
import { GOALS_COPY_FORM, GOALS_FORM } from "./form-view";
import { type PreparedBulk, prepareBulk } from "./prepare";
import { changesOf } from "./rows-view";
import { bulkSaved } from "./saved-view";
import { encodeBatch } from "./undo-payload";
import { MAX_PEOPLE, pickedIn } from "./who-field";

/** Whether they may set the goals of each is asked person by person. */
const act = () => goalAct({});

/** Submits one goal for several people: faults appear at their fields, else all that it does is shown before it is saved. */
export const goalsSubmission: (context: SlackContext) => FormListener = viewSubmission(
  { doing: GOALS_FORM, act },
  async ({ deps }, { userId: by, form }): Promise<SubmissionResult> => {
    const entered = enteredTarget(form);
    const picked = await everyonePicked(deps, { by, form });
    if (typeof picked === "string" || !entered.ok) {
      const faults = { ...(typeof picked === "string" && { people: picked }), ...(entered.ok ? {} : entered.faults) };
      return { kind: "faults", faults };
    }
    const { ok: _, from, ...target } = entered;
    // The day that the form began with is each person's own today.
    const request = { kind: "set", ...target, from: from === form.private_metadata ? null : from } as const;
    return shownFirst(deps, { by, request, userIds: picked });
  },
);

/** Submits for whom last month's goals are to be copied: what that brings back is shown before it is saved. */
export const goalsCopySubmission: (context: SlackContext) => FormListener = viewSubmission(
  { doing: GOALS_COPY_FORM, act },
  async ({ deps }, { userId: by, form }): Promise<SubmissionResult> => {
    const picked = await everyonePicked(deps, { by, form });
    if (typeof picked === "string") return fieldError("people", picked);
    return shownFirst(deps, { by, request: { kind: "last-month" }, userIds: picked });
  },
);

/** Saves all that was shown, or nothing: whatever is another by now is shown instead. */
export const goalsCheckSubmission: (context: SlackContext) => FormListener = viewSubmission(
  { doing: GOALS_CHECK, act },
  async (context, { userId: by, form }): Promise<SubmissionResult> => {
    const { deps, homes } = context;
    const draft = decodeBulkDraft(form.private_metadata);
    const prepared = await prepareBulk(deps, { by, ...draft });
    const at = deps.now();
    const teamToday = deps.days.dayOf(at);
    const changes = changesOf(prepared.outcomes);
    const isAsShown = changes.length > 0 && planVersion(prepared.outcomes) === draft.seen;
    const batch = isAsShown ? await deps.goalEdits.saveAll(changes, { by, at, teamToday }) : null;
    if (batch === null) return shownAgain(deps, { by, draft });
    const userIds = [...new Set(changes.map(({ userId }) => userId))];
    deps.log.info({ by, goals: changes.length, people: userIds.length }, "Goals of several people were set");
    const view = bulkSaved(prepared, { request: draft.request, today: teamToday, undo: encodeBatch({ batch, at }) });
    return { kind: "next", view, afterwards: () => homes.refreshOpen([by, ...userIds]) };
  },
);

interface Asked {
  readonly by: string;
  readonly request: BulkRequest;
  /** Slack ids. */
  readonly userIds: readonly string[];
}

async function shownFirst(deps: SlackDeps, asked: Asked): Promise<SubmissionResult> {
  const prepared = await prepareBulk(deps, asked);
  const changes = changesOf(prepared.outcomes).length;
  if (changes > MAX_PEOPLE) return fieldError("people", `That's ${counted(changes, "goal")} at once. ${FEWER}`);
  const result = shown(deps, { ...asked, prepared });
  return result.kind === "next" ? { kind: "above", view: result.view } : result;
}

async function shownAgain(
  deps: SlackDeps,
  { by, draft }: { readonly by: string; readonly draft: BulkDraft },
): Promise<SubmissionResult> {
  const prepared = await prepareBulk(deps, { by, ...draft });
  const changed = changedSince(draft, prepared.outcomes);
  return shown(deps, { by, ...draft, prepared, changed });
}

function shown(
  { days, now }: Pick<SlackDeps, "days" | "now">,
  {
    request,
    userIds,
    prepared,
    changed,
  }: Asked & { readonly prepared: PreparedBulk; readonly changed?: ReadonlySet<string> },
): SubmissionResult {
  const metadata = encodeBulkDraft(request, { userIds, ...prepared });
  if (metadata === null) return fieldError("people", `That's too many people at once. ${FEWER}`);
  const today = days.dayOf(now());
  const view = bulkCheck({ ...prepared, request, metadata, today, ...(changed !== undefined && { changed }) });
  return { kind: "next", view };
}

const FEWER = "Pick fewer.";

/** The people who are picked and those of the teams that are, each once, or a sentence that says what to pick. */
async function everyonePicked(deps: SlackDeps, { by, form }: { readonly by: string; readonly form: FormState }) {
  const { people, teams } = pickedIn(form);
  const actor = await deps.actor(by);
  if (!teams.every((team) => can(actor, goalAct({ team })))) return "Pick a team of yours.";
  const members = await Promise.all(teams.map((team) => membersOf(deps, team)));
  const all = [...new Set([...people, ...members.flat()])];
  if (all.length === 0) return nobodyIn(teams.length);
  if (all.length > MAX_PEOPLE) return `That's ${counted(all.length, "person", "people")}. Pick at most ${MAX_PEOPLE}.`;
  return all;
}

function nobodyIn(teams: number): string {
  if (teams === 0) return "Pick people, teams, or both.";
  return `Nobody is on ${teams === 1 ? "that team" : "those teams"} today.`;
}

/** Slack ids of the active people who are in a team today. */
async function membersOf({ people, teams, days, now }: SlackDeps, team: string): Promise<readonly string[]> {
  const [everybody, found] = await Promise.all([people.all(), teams.one(team)]);
  const members = memberIds(found?.members ?? [], days.dayOf(now()));
  return everybody.filter(({ _id, active }) => active && (team === EVERYONE || members.has(_id))).map(({ _id }) => _id);
}
