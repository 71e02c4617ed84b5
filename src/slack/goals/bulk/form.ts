import type { ModalView } from "@slack/types";
import { monthBefore } from "../../../goals/bulk/last-month";
import { byPerson } from "../../../goals/teams/team-figures";
import { can } from "../../../people/permissions";
import type { SlackContext, SlackDeps } from "../../deps";
import type { ActionContext } from "../../middleware/action-context";
import type { ActionListener } from "../../middleware/actions";
import { authorizedAction } from "../../middleware/authorized-actions";
import { goalToday, ownerOf } from "../change";
import { openModal, pickableTeams } from "../form";
import { GOALS_SEVERAL } from "../form-view";
import { goalAct } from "../payload";
import { copyForm, GOALS_COPY, severalForm } from "./form-view";
import { targetsNow } from "./targets-now";
import { MAX_OPTIONS, type Picking } from "./who-field";

type Opening = (context: SlackContext, action: ActionContext) => Promise<ModalView>;

/** "Set goals for several": the form, in the place of the modal that it is pressed in. */
export const goalsSeveral = formAction(GOALS_SEVERAL, ({ deps }, { event: { userId } }) =>
  startedSeveral(deps, userId),
);

/** "Copy September's goals instead": the form that asks for whom. Slack leaves those who are picked already. */
export const goalsCopy = formAction(GOALS_COPY, ({ deps }, { event: { userId } }) => startedCopy(deps, userId));

function formAction(doing: string, view: Opening): (context: SlackContext) => ActionListener {
  return authorizedAction({ doing, act: () => goalAct({}) }, async (context, action) => {
    const { event, triggerId, modal } = action;
    if (modal === undefined) {
      await openModal(context, { userId: event.userId, triggerId, doing }, () => view(context, action));
    } else {
      await context.modals.views.update({ view_id: modal.id, view: await view(context, action) });
    }
  });
}

async function startedSeveral(deps: SlackDeps, by: string): Promise<ModalView> {
  const [picking, person] = await Promise.all([pickingOf(deps, by), ownerOf(deps, { userId: by })]);
  const presumed = goalToday(deps, person);
  return severalForm({ ...picking, start: { target: null, from: presumed }, presumed });
}

async function startedCopy(deps: SlackDeps, by: string): Promise<ModalView> {
  const month = monthBefore(deps.days.dayOf(deps.now())).from;
  return copyForm({ ...(await pickingOf(deps, by)), month });
}

/** The people and teams whose goals somebody may set, by name, each with their targets of now unless they are many. */
async function pickingOf(deps: SlackDeps, by: string): Promise<Picking> {
  const [actor, everybody, teams] = await Promise.all([deps.actor(by), deps.people.all(), pickableTeams(deps, by)]);
  const people = everybody
    .filter(({ _id, active }) => active && can(actor, { does: "edit-goals", of: _id }))
    .map(({ _id: id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
  const few = people.length <= MAX_OPTIONS ? people.map(({ id }) => id) : [];
  const own = byPerson(few.length === 0 ? [] : await deps.goalEdits.goalsOf(few));
  const today = deps.days.dayOf(deps.now());
  const shown =
    few.length === 0 ? people : people.map((one) => ({ ...one, now: targetsNow(own.get(one.id) ?? [], today) }));
  return { people: shown, teams };
}
