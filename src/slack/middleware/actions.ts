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
  readonly act: (press: ActionEvent) => Act;
}

/** A press that changes something: the page is drawn again afterwards. A sentence that is answered is shown. */
export function action(
  { doing, act }: Asked,
  work: (room: SlackContext, press: ActionEvent) => Promise<string | null>,
): (room: SlackContext) => ActionListener {
  return authorizedAction({ doing, act }, async (room, { press, triggerId, hash }) => {
    const said = await work(room, press);
    if (said !== null) await show(room, { press, triggerId, title: "Not done", text: said });
    await room.homes.refresh(press.userId, hash);
  });
}

/** A press that opens a modal. */
export function modalAction(
  { doing, act }: Asked,
  view: (room: SlackContext, press: ActionEvent) => Promise<ModalView>,
): (room: SlackContext) => ActionListener {
  return authorizedAction({ doing, act }, async (room, { press, triggerId }) => {
    await room.client.views.open({ trigger_id: triggerId, view: await view(room, press) });
  });
}

/** A press, and where an answer to it can be put. */
export interface ActionContext {
  readonly press: ActionEvent;
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
  work: (room: SlackContext, seat: ActionContext) => Promise<void>,
) {
  return (room: SlackContext): ActionListener => {
    const { needs, client } = room;
    return async ({ ack, body, action, respond }) => {
      await ack();
      const press = { userId: body.user.id, value: actionValue(action) };
      const { userId } = press;
      const { view, trigger_id: triggerId } = body;
      const [message, rest] = [messageOf(body), messageRemainder(body, action.block_id)];
      const seat = { press, triggerId, viewId: view?.id, hash: view?.hash, message, respond, rest };
      const tell = (answer: Parameters<typeof postToDm>[2]) => postToDm(client, userId, answer);
      await withErrorReply(needs, { doing, userId, tell }, async () => {
        const asked = act(press);
        if (await authorize(needs, { userId, act: asked, doing })) await work(room, seat);
        else await show(room, { ...seat, title: "Not for you to change", text: refusalText(asked) });
      });
    };
  };
}

/** In a modal or, where its three seconds are over, in the DM. */
async function show(
  { client, needs }: SlackContext,
  { press, triggerId, title, text }: Pick<ActionContext, "press" | "triggerId"> & { title: string; text: string },
): Promise<void> {
  try {
    await client.views.open({ trigger_id: triggerId, view: notice(title, text) });
  } catch (error) {
    needs.log.warn({ error, userId: press.userId }, "A modal could not be opened; it is said in the DM");
    await postToDm(client, press.userId, sectionMessage(text));
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
