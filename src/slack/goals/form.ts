import type { ModalView } from "@slack/types";
import { type GoalKey, targetInForce } from "../../goals/edit";
import { metricOf } from "../../metrics/metrics";
import { exactFigure } from "../../words/figures";
import type { SlackContext, SlackDeps } from "../deps";
import type { ActionListener } from "../middleware/actions";
import { authorizedAction } from "../middleware/authorized-actions";
import { reportError } from "../middleware/errors";
import { notice } from "../ui/modal";
import { goalToday, ownerOf, prepareChange } from "./change";
import { checkView, GOAL_ARCHIVE, GOAL_EDIT, GOAL_SET, goalForm } from "./form-view";
import { completeKey, decodeGoalKey, decodeStart, type GoalStart, goalAct } from "./payload";
import { type PickableTeam, teamChoices } from "./team/team-choice";

/** "Set a goal" and "Edit" in App Home: the form, filled with what the button says and its goal has. */
export const goalSet = openFormAction(GOAL_SET);
export const goalEdit = openFormAction(GOAL_EDIT);

/** "Archive" in App Home: what it does, to be confirmed; the value is the goal's key. */
export const goalArchive: (context: SlackContext) => ActionListener = authorizedAction(
  { doing: GOAL_ARCHIVE, act: ({ value }) => goalAct(decodeStart(value)) },
  async (context, { event, triggerId }) => {
    const { userId, value } = event;
    await openModal(context, { userId, triggerId, doing: GOAL_ARCHIVE }, () =>
      archiveView(context, { by: userId, value }),
    );
  },
);

interface FormRequest {
  readonly userId: string;
  readonly triggerId: string;
  /** For the log. */
  readonly doing: string;
}

/** Opens the form of a goal for somebody who may edit goals. */
export function openForm(context: SlackContext, request: FormRequest, goal: GoalStart): Promise<void> {
  return openModal(context, request, () => startedForm(context, { start: goal, by: request.userId }));
}

function openFormAction(doing: string): (context: SlackContext) => ActionListener {
  const act = ({ value }: { readonly value: string }) => goalAct(decodeStart(value));
  return authorizedAction({ doing, act }, async (context, { event, triggerId }) => {
    await openForm(context, { userId: event.userId, triggerId, doing }, decodeStart(event.value));
  });
}

/** Opens a modal before goals and figures are looked up: a trigger is good for three seconds. */
export async function openModal(
  { deps, modals }: SlackContext,
  { userId, triggerId, doing }: FormRequest,
  view: () => Promise<ModalView>,
): Promise<void> {
  const shown = await modals.views.open({ trigger_id: triggerId, view: notice("Goals", "⏳ One moment…") });
  const ready = await view().catch((error: unknown) => {
    return notice("Something went wrong", reportError(deps, { doing, userId, error }).text);
  });
  await modals.views.update({ view_id: shown.view?.id ?? "", view: ready });
}

async function startedForm(
  { deps }: SlackContext,
  { start, by }: { readonly start: GoalStart; readonly by: string },
): Promise<ModalView> {
  const named = start.userId !== undefined || start.team !== undefined;
  const today = goalToday(deps, await ownerOf(deps, named ? start : { userId: by }));
  const key = completeKey(start);
  const goal = key === null ? null : await deps.goalEdits.find(key);
  const target = targetInForce(goal, today);
  return goalForm({
    goal: start,
    target: key === null || target === null ? null : targetText(target, key),
    from: today,
    teams: await pickableTeams(deps, by),
    ...(named ? {} : { presumed: today }),
  });
}

/** Lists the teams whose goals somebody may set, Everyone first. */
export async function pickableTeams(
  { actor, teams }: Pick<SlackDeps, "actor" | "teams">,
  userId: string,
): Promise<readonly PickableTeam[]> {
  const [who, all] = await Promise.all([actor(userId), teams.all()]);
  return teamChoices(who, { teams: all, does: "edit-goals" });
}

async function archiveView(context: SlackContext, { by, value }: { by: string; value: string }): Promise<ModalView> {
  const key = decodeGoalKey(value);
  if (key === null) throw new RangeError("The button names no goal");
  const ready = await prepareChange(context, { by, key, edit: { kind: "archive" } });
  if (ready.kind === "fault") return notice("Nothing to archive", ready.fault.message);
  return checkView(ready.shown, { today: context.deps.days.dayOf(context.deps.now()) });
}

/** Writes a target as a person would, which `parseAmount` reads back. */
export function targetText(target: number, { type }: Pick<GoalKey, "type">): string {
  return exactFigure(target, metricOf(type).unit);
}
