import type { BlockAction, RespondFn } from "@slack/bolt";
import type { Block } from "@slack/types";
import { z } from "zod";

/** Who pressed a button or chose an option, and what it says. */
export interface ActionEvent {
  readonly userId: string;
  readonly actionId: string;
  /** The button's value or the option that was chosen; "" for none. */
  readonly value: string;
  /** The id of the channel of the message that it is in; unset in a view. */
  readonly channel?: string | undefined;
  /** Slack's name of the channel of the message that it is in, such as "sales", "directmessage" or "privategroup"; unset in a view. */
  readonly channelName?: string | undefined;
}

/** The context of a button press, and where its answer can be shown. */
export interface ActionContext {
  readonly event: ActionEvent;
  readonly triggerId: string;
  /** The view that the button was pressed in, and its version. */
  readonly viewId: string | undefined;
  readonly hash: string | undefined;
  /** The modal that the button was pressed in, with its metadata. */
  readonly modal: { readonly id: string; readonly metadata: string } | undefined;
  /** The message that the button was pressed below. */
  readonly message: { readonly channel: string; readonly ts: string } | undefined;
  /** The message that the button was pressed below, where only one person sees that, too; unset in a view. */
  readonly shown: { readonly channel: string; readonly ts: string } | undefined;
  /** Answers a press below a message. */
  readonly respond: RespondFn;
  /** The message that the button was pressed in, without the button's block; `null` in a view. */
  readonly rest: MessageRemainder | null;
}

/** A message without the block of the button that was pressed in it. */
export interface MessageRemainder {
  readonly text: string;
  readonly blocks: readonly Block[];
}

interface ReceivedAction {
  readonly body: BlockAction;
  readonly action: BlockAction["actions"][number];
  readonly respond: RespondFn;
}

/** Reads from Bolt's arguments what a listener works with. */
export function actionContext({ body, action, respond }: ReceivedAction): ActionContext {
  return {
    event: {
      userId: body.user.id,
      actionId: action.action_id,
      value: actionValue(action),
      channel: body.channel?.id,
      channelName: body.channel?.name,
    },
    triggerId: body.trigger_id,
    viewId: body.view?.id,
    hash: body.view?.hash,
    modal: modalOf(body),
    message: messageOf(body),
    shown: shownOf(body),
    respond,
    rest: messageRemainder(body, action.block_id),
  };
}

function actionValue(action: BlockAction["actions"][number]): string {
  if (action.type === "button") return action.value ?? "";
  if (action.type === "static_select") return action.selected_option?.value ?? "";
  return "";
}

function modalOf({ view }: BlockAction): ActionContext["modal"] {
  return view?.type === "modal" ? { id: view.id, metadata: view.private_metadata } : undefined;
}

function messageOf({ channel, message }: BlockAction): ActionContext["message"] {
  return channel === undefined || message === undefined ? undefined : { channel: channel.id, ts: message.ts };
}

const containerSchema = z.object({ channel_id: z.string(), message_ts: z.string() });

/** Slack sends no message that only one person sees with a press, but says which one it was. */
function shownOf({ container }: BlockAction): ActionContext["shown"] {
  const { data } = containerSchema.safeParse(container);
  return data === undefined ? undefined : { channel: data.channel_id, ts: data.message_ts };
}

const schema = z.object({
  text: z.string().default(""),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })),
});

/** `null` where the press was in a view, or Slack sends no message with it. */
function messageRemainder({ message }: BlockAction, blockId: string): MessageRemainder | null {
  const { data } = schema.safeParse(message);
  if (data === undefined) return null;
  const blocks = data.blocks.flatMap(({ block_id, ...block }): Block[] =>
    block_id === blockId ? [] : [{ ...block, ...(block_id === undefined ? {} : { block_id }) }],
  );
  return { text: data.text, blocks };
}
