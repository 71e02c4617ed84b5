import type { ModalView } from "@slack/types";
import type { Act } from "../../people/permissions";
import type { SlackContext } from "../deps";
import { postToDm } from "../platform/messages";
import { refusalText } from "../ui/access-messages";
import { sectionMessage } from "../ui/blocks";
import { notice } from "../ui/modal";
import { authorize } from "./access";
import type { ActionContext, ActionEvent } from "./action-context";
import { type ActionListener, acknowledgedAction, inDm } from "./actions";

interface Authorization {
  /** For the log. */
  readonly doing: string;
  /** What the press amounts to; it is refused to whoever may not. */
  readonly act: (event: ActionEvent) => Act;
}

/** A press that changes something: the page is rendered again afterwards. A sentence that is answered is shown. */
export function action(
  authorization: Authorization,
  work: (context: SlackContext, event: ActionEvent) => Promise<string | null>,
): (context: SlackContext) => ActionListener {
  return authorizedAction(authorization, async (context, { event, triggerId, hash }) => {
    const text = await work(context, event);
    if (text !== null) await showNotice(context, { userId: event.userId, triggerId, title: "Not done", text });
    await context.homes.refresh(event.userId, hash);
  });
}

/** A press that opens a modal. */
export function modalAction(
  authorization: Authorization,
  view: (context: SlackContext, event: ActionEvent) => Promise<ModalView>,
): (context: SlackContext) => ActionListener {
  return authorizedAction(authorization, async (context, { event, triggerId }) => {
    await context.modals.views.open({ trigger_id: triggerId, view: await view(context, event) });
  });
}

/** A press that is refused to whoever may not; a failure is answered in the DM. */
export function authorizedAction<C extends SlackContext>(
  { doing, act }: Authorization,
  work: (context: C, action: ActionContext) => Promise<void>,
): (context: C) => ActionListener {
  return acknowledgedAction<C>({ doing, replyTo: inDm }, async (context, action) => {
    const requested = act(action.event);
    const { userId } = action.event;
    if (await authorize(context.deps, { userId, act: requested, doing })) await work(context, action);
    else {
      const { triggerId } = action;
      await showNotice(context, { userId, triggerId, title: "Not allowed", text: refusalText(requested) });
    }
  });
}

/** Shows a text to somebody in a modal or, where the three seconds of its trigger are over, in the DM. */
export async function showNotice(
  { client, modals, deps }: SlackContext,
  {
    userId,
    triggerId,
    title,
    text,
  }: { readonly userId: string; readonly triggerId: string; readonly title: string; readonly text: string },
): Promise<void> {
  try {
    await modals.views.open({ trigger_id: triggerId, view: notice(title, text) });
  } catch (error) {
    deps.log.warn({ error, userId }, "A modal could not be opened; it is said in the DM");
    await postToDm(client, { userId, message: sectionMessage(text) });
  }
}
