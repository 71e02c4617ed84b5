import type { ModalView } from "@slack/types";
import { EVERYONE } from "../../people/permissions";
import { namesOf } from "../../people/person";
import type { Day } from "../../time/day";
import type { SlackContext } from "../deps";
import type { ActionContext } from "../middleware/action-context";
import { acknowledgedAction, inDm, type Reply } from "../middleware/actions";
import { withErrorReply } from "../middleware/errors";
import type { Message } from "../ui/blocks";
import { inPlace } from "../ui/blocks";
import { respondToWhy } from "./answer";
import { WHY_GOAL } from "./button-view";
import { isSame, subjectsOf, withFigureMenu } from "./figure-menu-view";
import {
  decodeTeamSubject,
  decodeWhyQuestion,
  decodeWhyQuestions,
  encodeTeamSubject,
  type WhyQuestion,
} from "./payload";
import { respondToTeamWhy } from "./team-answer";
import { LOOKING, plainWhyModal, teamWhyModal, whyMessage, whyModal } from "./view";

/** "Why?" beside a goal: a modal with the records behind its figure. */
export const whyGoal = acknowledgedAction({ replyTo: inDm }, openWhy);

/** Opens the modal with the records of the first figure that an action asks of, and a menu of all of them. */
export async function openWhy(
  context: SlackContext,
  { event, triggerId }: Pick<ActionContext, "event" | "triggerId">,
): Promise<void> {
  const { deps, modals } = context;
  // A trigger is good for three seconds, so the modal opens before anything is looked up.
  const opened = await modals.views.open({ trigger_id: triggerId, view: plainWhyModal(LOOKING) });
  const show = showInView(context, opened.view?.id ?? "");
  const reply = ({ text }: Message) => show(plainWhyModal(text));
  await withErrorReply(deps, { doing: WHY_GOAL, userId: event.userId, reply }, async () => {
    const figures = decodeWhyQuestions(event.value);
    await showFigure(context, { userId: event.userId, figures, question: figures[0], show });
  });
}

/** Replaces this page of records by another one, or by another figure's, in an ephemeral message or in a modal. */
export const whyPage = acknowledgedAction({ replyTo: whereItStands }, async (context, action) => {
  const { userId, value } = action.event;
  const question = decodeWhyQuestion(value);
  if (action.viewId === undefined) {
    const page = await loadWhy(context, { userId, question });
    return action.respond(inPlace(page.message()));
  }
  const show = showInView(context, action.viewId);
  return showFigure(context, { userId, figures: figuresOf(action), question, show });
});

interface ShownQuestion {
  readonly userId: string;
  readonly question: WhyQuestion;
}

/** Shows a figure's records in a modal, below the menu of the figures there. */
async function showFigure(
  context: SlackContext,
  { figures, show, ...asked }: ShownQuestion & { readonly figures: readonly WhyQuestion[]; readonly show: Show },
): Promise<void> {
  const { userId, question } = asked;
  const fell = await fallenWords(context, { userId, question, figures });
  const page = await loadWhy(context, { ...asked, fell });
  const names = await subjectNames(context, figures);
  await show(withFigureMenu(page.view(), { figures, shown: question, userId, today: teamToday(context), names }));
}

function teamToday({ deps }: SlackContext): Day {
  return deps.days.dayOf(deps.now());
}

/** Names whose the figures of a menu are, where these are several's. */
async function subjectNames({ deps }: SlackContext, figures: readonly WhyQuestion[]) {
  if (subjectsOf(figures).length < 2) return new Map<string, string>();
  const [people, teams] = await Promise.all([deps.people.all(), deps.teams.all()]);
  const named = [{ _id: EVERYONE, name: "Everyone" }, ...teams].map(
    ({ _id, name }) => [encodeTeamSubject(_id), name] as const,
  );
  return new Map([...namesOf(people), ...named]);
}

/** The figures of the modal that a press was in: none in one that was opened for a single figure. */
function figuresOf({ modal }: Pick<ActionContext, "modal">): readonly WhyQuestion[] {
  const carried = modal?.metadata ?? "";
  return carried === "" ? [] : decodeWhyQuestions(carried);
}

interface WhyPage {
  readonly message: () => Message;
  readonly view: () => ModalView;
}

/** Loads the page that is asked for, or why it is not shown, for a message or a modal. */
async function loadWhy(
  context: SlackContext,
  { userId, question, fell = null }: ShownQuestion & { readonly fell?: string | null },
): Promise<WhyPage> {
  const team = decodeTeamSubject(question.whose);
  if (team !== null) {
    const parts = await respondToTeamWhy(context, userId, { ...question, team });
    return { message: () => parts, view: () => teamWhyModal(parts) };
  }
  const answer = await respondToWhy(context, userId, question);
  if (answer.kind === "refused") {
    return { message: () => answer.message, view: () => plainWhyModal(answer.message.text) };
  }
  const display = {
    days: context.deps.days,
    now: context.deps.now(),
    reader: userId,
    goals: answer.goals,
    admin: answer.admin,
  };
  return { message: () => whyMessage(answer.why, display), view: () => whyModal(answer.why, { ...display, fell }) };
}

/** What the digest in which the button stands says of the figure; `null` where it says nothing of it. Pages that are turned ask of the same figure. */
async function fallenWords(
  { deps }: SlackContext,
  { userId, question, figures }: ShownQuestion & { readonly figures: readonly WhyQuestion[] },
): Promise<string | null> {
  const asked = [question, ...figures.filter((one) => isSame(one, question, userId))];
  const id = asked.find(({ fellIn }) => fellIn !== undefined)?.fellIn;
  if (id === undefined) return null;
  // Without it the records are an answer all the same.
  const fell = await deps.digests.fell({ id, to: userId }).catch(() => []);
  return fell.find(({ type, from }) => type === question.type && from === question.range.from)?.said ?? null;
}

/** Says in the message or the modal what went wrong; the modal's menu stays, so that the same or another figure can be asked of again. */
function whereItStands(context: SlackContext, action: ActionContext): Reply {
  const { event, viewId, respond } = action;
  if (viewId === undefined) return (message) => respond(inPlace(message));
  const { userId } = event;
  return async ({ text }) => {
    const figures = figuresOf(action);
    // What failed may be what the names are read from.
    const names = await subjectNames(context, figures).catch(() => new Map<string, string>());
    const menu = { figures, shown: null, userId, today: teamToday(context), names };
    return showInView(context, viewId)(withFigureMenu(plainWhyModal(text), menu));
  };
}

type Show = (view: ModalView) => Promise<unknown>;

function showInView({ modals }: SlackContext, viewId: string): Show {
  return (view) => modals.views.update({ view_id: viewId, view });
}
