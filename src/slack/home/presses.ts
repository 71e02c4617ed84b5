import type { BlockAction, Middleware, RespondFn, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { Act } from "../../people/rights";
import { mayNow } from "../guard";
import { postToDm } from "../live-message";
import { type RestOfMessage, restOfMessage } from "../rest-of-message";
import type { Room } from "../room";
import { orTrouble } from "../trouble";
import { sectionMessage } from "../views/blocks";
import { notice } from "../views/form";
import { refusalText } from "../views/refusal";

/** Whatever is pressed or chosen in App Home. */
export type HomeListener = Middleware<SlackActionMiddlewareArgs<BlockAction>>;

/** Who pressed, and what the button or menu said. */
export interface Press {
  readonly userId: string;
  /** The button's value or the option that was chosen; "" for none. */
  readonly value: string;
}

interface Asked {
  /** For the log. */
  readonly doing: string;
  /** What the press amounts to; it is refused to whoever may not. */
  readonly act: (press: Press) => Act;
}

/** A press that changes something: the page is drawn again afterwards. A sentence that is answered is shown. */
export function pressed(
  { doing, act }: Asked,
  work: (room: Room, press: Press) => Promise<string | null>,
): (room: Room) => HomeListener {
  return guarded({ doing, act }, async (room, { press, triggerId, hash }) => {
    const said = await work(room, press);
    if (said !== null) await show(room, { press, triggerId, title: "Not done", text: said });
    await room.homes.refresh(press.userId, hash);
  });
}

/** A press that opens a modal. */
export function opens(
  { doing, act }: Asked,
  view: (room: Room, press: Press) => Promise<ModalView>,
): (room: Room) => HomeListener {
  return guarded({ doing, act }, async (room, { press, triggerId }) => {
    await room.client.views.open({ trigger_id: triggerId, view: await view(room, press) });
  });
}

/** A press, and where an answer to it can be put. */
export interface Seat {
  readonly press: Press;
  readonly triggerId: string;
  /** The view that it was pressed in, and its version. */
  readonly viewId: string | undefined;
  readonly hash: string | undefined;
  /** The message that it was pressed below. */
  readonly message: { readonly channel: string; readonly ts: string } | undefined;
  /** Of a press below a message. */
  readonly respond: RespondFn;
  /** The message that it was pressed in, without the block of what was pressed; `null` in a view. */
  readonly rest: RestOfMessage | null;
}

/** A press that is refused to whoever may not. */
export function guarded({ doing, act }: Asked, work: (room: Room, seat: Seat) => Promise<void>) {
  return (room: Room): HomeListener => {
    const { needs, client } = room;
    return async ({ ack, body, action, respond }) => {
      await ack();
      const press = { userId: body.user.id, value: valueOfAction(action) };
      const { userId } = press;
      const { view, trigger_id: triggerId } = body;
      const [message, rest] = [messageOf(body), restOfMessage(body, action.block_id)];
      const seat = { press, triggerId, viewId: view?.id, hash: view?.hash, message, respond, rest };
      const tell = (answer: Parameters<typeof postToDm>[2]) => postToDm(client, userId, answer);
      await orTrouble(needs, { doing, userId, tell }, async () => {
        const asked = act(press);
        if (await mayNow(needs, { userId, act: asked, doing })) await work(room, seat);
        else await show(room, { ...seat, title: "Not for you to change", text: refusalText(asked) });
      });
    };
  };
}

/** In a modal or, where its three seconds are over, in the DM. */
async function show(
  { client, needs }: Room,
  { press, triggerId, title, text }: Pick<Seat, "press" | "triggerId"> & { title: string; text: string },
): Promise<void> {
  try {
    await client.views.open({ trigger_id: triggerId, view: notice(title, text) });
  } catch (error) {
    needs.log.warn({ error, userId: press.userId }, "A modal could not be opened; it is said in the DM");
    await postToDm(client, press.userId, sectionMessage(text));
  }
}

function messageOf({ channel, message }: BlockAction): Seat["message"] {
  return channel === undefined || message === undefined ? undefined : { channel: channel.id, ts: message.ts };
}

/** The button's value or the option that was chosen. */
export function valueOfAction(action: BlockAction["actions"][number]): string {
  if (action.type === "button") return action.value ?? "";
  if (action.type === "static_select") return action.selected_option?.value ?? "";
  return "";
}
