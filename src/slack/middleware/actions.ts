import type { BlockAction, ButtonAction, Middleware, RespondFn, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { Block, ModalView } from "@slack/types";
import { z } from "zod";
import type { Act } from "../../people/permissions";
import type { SlackContext } from "../context";
import { postToDm } from "../platform/live-message";
import { refusalText } from "../ui/access-messages";
import { sectionMessage } from "../ui/blocks";
import { notice } from "../ui/modal";
import { authorize } from "./access";
import { withErrorReply } from "./errors";

/** Whatever is pressed or chosen in App Home. */
export type ActionListener = Middleware<SlackActionMiddlewareArgs<BlockAction>>;

/** Who pressed, and what the button or menu said. */
export interface ActionEvent {
  readonly userId: string;
  /** The button's value or the option that was chosen; "" for none. */
  readonly value: string;
}

interface Asked {
  /** For the log. */
  readonly doing: string;
  /** What the press amounts to; it is refused to whoever may not. */
  readonly act: (event: ActionEvent) => Act;
}

/** A press that changes something: the page is drawn again afterwards. A sentence that is answered is shown. */
export function action(
  { doing, act }: Asked,
  work: (context: SlackContext, event: ActionEvent) => Promise<string | null>,
): (context: SlackContext) => ActionListener {
  return authorizedAction({ doing, act }, async (context, { event, triggerId, hash }) => {
    const said = await work(context, event);
    if (said !== null) await show(context, { event, triggerId, title: "Not done", text: said });
    await context.homes.refresh(event.userId, hash);
  });
}

/** A press that opens a modal. */
export function modalAction(
  { doing, act }: Asked,
  view: (context: SlackContext, event: ActionEvent) => Promise<ModalView>,
): (context: SlackContext) => ActionListener {
  return authorizedAction({ doing, act }, async (context, { event, triggerId }) => {
    await context.client.views.open({ trigger_id: triggerId, view: await view(context, event) });
  });
}

/** A press, and where an answer to it can be put. */
export interface ActionContext {
  readonly event: ActionEvent;
  readonly triggerId: string;
  /** The view that it was pressed in, and its version. */
  readonly viewId: string | undefined;
  readonly hash: string | undefined;
  /** The message that it was pressed below. */
  readonly message: { readonly channel: string; readonly ts: string } | undefined;
  /** Of a press below a message. */
  readonly respond: RespondFn;
  /** The message that it was pressed in, without the block of what was pressed; `null` in a view. */
  readonly rest: MessageRemainder | null;
}

/** A press that is refused to whoever may not. */
export function authorizedAction(
  { doing, act }: Asked,
  work: (context: SlackContext, action: ActionContext) => Promise<void>,
) {
  return (context: SlackContext): ActionListener => {
    const { deps, client } = context;
    return async ({ ack, body, action, respond }) => {
      await ack();
      const event = { userId: body.user.id, value: actionValue(action) };
      const { userId } = event;
      const { view, trigger_id: triggerId } = body;
      const [message, rest] = [messageOf(body), messageRemainder(body, action.block_id)];
      const actionContext = { event, triggerId, viewId: view?.id, hash: view?.hash, message, respond, rest };
      const reply = (answer: Parameters<typeof postToDm>[2]) => postToDm(client, userId, answer);
      await withErrorReply(deps, { doing, userId, reply }, async () => {
        const asked = act(event);
        if (await authorize(deps, { userId, act: asked, doing })) await work(context, actionContext);
        else await show(context, { ...actionContext, title: "Not for you to change", text: refusalText(asked) });
      });
    };
  };
}

/** In a modal or, where its three seconds are over, in the DM. */
async function show(
  { client, deps }: SlackContext,
  { event, triggerId, title, text }: Pick<ActionContext, "event" | "triggerId"> & { title: string; text: string },
): Promise<void> {
  try {
    await client.views.open({ trigger_id: triggerId, view: notice(title, text) });
  } catch (error) {
    deps.log.warn({ error, userId: event.userId }, "A modal could not be opened; it is said in the DM");
    await postToDm(client, event.userId, sectionMessage(text));
  }
}

function messageOf({ channel, message }: BlockAction): ActionContext["message"] {
  return channel === undefined || message === undefined ? undefined : { channel: channel.id, ts: message.ts };
}

/** The button's value or the option that was chosen. */
export function actionValue(action: BlockAction["actions"][number]): string {
  if (action.type === "button") return action.value ?? "";
  if (action.type === "static_select") return action.selected_option?.value ?? "";
  return "";
}

const schema = z.object({
  text: z.string().default(""),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })),
});

/** A message without the block of the button that was pressed in it. */
export interface MessageRemainder {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** `null` where the press was in a view, or Slack sends no message with it. */
function messageRemainder({ message }: BlockAction, blockId: string): MessageRemainder | null {
  const { data } = schema.safeParse(message);
  if (data === undefined) return null;
  const blocks = data.blocks.flatMap(({ block_id, ...block }): Block[] =>
    block_id === blockId ? [] : [{ ...block, ...(block_id === undefined ? {} : { block_id }) }],
  );
  return { text: data.text, blocks };
}

export type ButtonListener = Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>>;
