import type { AppAnswer } from "../http/exchange";
import type { Json } from "../json";
import { type Entry, elementNamed, entered, type Values, valuesOf } from "../state/inputs";
import { messageObject, type SlackMessage } from "../state/messages";
import type { ShownView } from "../state/views";
import type { World } from "../state/workspace";
import { type Entries, withEntries } from "./entries";
import { type Desk, interactionOf, personOf } from "./interaction";

/** Where the button or menu stands. */
export type ActionPlace =
  | { readonly messageTs: string; readonly channel: string }
  /** The person's own Home, by their id. */
  | { readonly home: string }
  | { readonly viewId: string };

/** A press of a button, or a choice in a menu. */
export interface PersonAction {
  readonly user: string;
  readonly from: ActionPlace;
  readonly actionId: string;
  /** Needed where two blocks have an element of that action_id. */
  readonly blockId?: string;
  /** What is chosen or typed; nothing for a button. */
  readonly value?: Entry;
  /** What else was entered there before. */
  readonly entries?: Entries;
}

/** Presses or chooses, and tells the app. What is pressed must be there and be seen by that person. */
export async function act(desk: Desk, action: PersonAction): Promise<AppAnswer & { responseUrl?: string }> {
  const person = personOf(desk.world, action.user);
  const place = placeOf(desk.world, action);
  const found = elementNamed(place.blocks, action) ?? onlyOne(place.blocks, action);
  if (found === undefined) throw new Error(`Nothing there has the action_id ${action.actionId}`);
  const { block, element } = found;
  const chosen = element.type === "button" ? null : entered(element, action.value ?? null);
  const values = after(place, { element, block, chosen, entries: action.entries ?? {} });
  if (place.kind === "view") desk.world.views.note(place.view, { values });
  const context = place.kind === "view" ? null : { user: person.id, channel: place.channel, messageTs: place.ts };
  const responseUrl = context === null ? undefined : desk.responseUrls.hand(context);
  const actionTs = desk.world.messages.nextTs();
  const payload = {
    type: "block_actions",
    ...interactionOf(desk.world, person),
    ...surroundings(desk.world, place, values),
    ...(responseUrl === undefined ? {} : { response_url: responseUrl }),
    actions: [{ ...(chosen ?? pressed(element)), ...idsOf(block, element), action_ts: actionTs }],
  };
  const answer = await desk.sender.form({ payload: JSON.stringify(payload) });
  return responseUrl === undefined ? answer : { ...answer, responseUrl };
}

/** What was pressed may have been drawn anew since, in blocks with new ids: Slack tells the app all the same. */
function onlyOne(blocks: readonly Json[], { actionId }: PersonAction): ReturnType<typeof elementNamed> {
  const found = blocks.flatMap((block) => elementNamed([block], { actionId }) ?? []);
  return found.length === 1 ? found[0] : undefined;
}

type Place =
  | ({
      readonly kind: "message";
      readonly message: SlackMessage;
      readonly channel: string;
      readonly ts: string;
    } & Shown)
  | ({ readonly kind: "view"; readonly view: ShownView } & Shown);

interface Shown {
  readonly blocks: readonly Json[];
  readonly values: Values;
}

function placeOf(world: World, { user, from }: PersonAction): Place {
  if ("messageTs" in from) {
    const message = world.messages.find(from.channel, from.messageTs);
    const seen = world.channels.find(from.channel)?.members.has(user) === true && (message?.to ?? user) === user;
    if (message === undefined || !seen) throw new Error(`${user} sees no message ${from.messageTs} in ${from.channel}`);
    const { blocks, channel, ts } = message;
    return { kind: "message", message, channel, ts, blocks, values: valuesOf(blocks, {}) };
  }
  const view = "home" in from ? world.views.home(from.home) : world.views.find((each) => each.id === from.viewId);
  if (view === undefined || view.user !== user) throw new Error(`${user} sees no such view: ${JSON.stringify(from)}`);
  return { kind: "view", view, blocks: view.blocks, values: view.values };
}

/** What stands in the fields once the person has acted, which the app is told. */
function after(
  place: Place,
  acted: { readonly block: Json; readonly element: Json; readonly chosen: Json | null; readonly entries: Entries },
): Values {
  const values = withEntries(place.blocks, place.values, acted.entries);
  if (acted.chosen === null || acted.element.type === "overflow") return values;
  const [blockId, actionId] = [String(acted.block.block_id), String(acted.element.action_id)];
  return { ...values, [blockId]: { ...values[blockId], [actionId]: acted.chosen } };
}

function surroundings(world: World, place: Place, values: Values): Json {
  if (place.kind === "view") {
    const view = { ...world.views.object(place.view), state: { values } };
    return { container: { type: "view", view_id: place.view.id }, view };
  }
  const { message, channel, ts } = place;
  const ephemeral = message.to !== undefined;
  const channelName = world.channels.find(channel)?.name ?? "";
  const shown = messageObject(message, { teamId: world.team.id, metadata: true });
  return {
    container: { type: "message", message_ts: ts, channel_id: channel, is_ephemeral: ephemeral },
    channel: { id: channel, name: channelName },
    // Of a message that only one person sees, Slack sends nothing but where it stands.
    ...(ephemeral ? {} : { message: shown }),
    state: { values },
  };
}

function pressed({ type, text, value, style }: Json): Json {
  return { type, text, ...(value === undefined ? {} : { value }), ...(style === undefined ? {} : { style }) };
}

function idsOf(block: Json, element: Json): Json {
  return { block_id: block.block_id, action_id: element.action_id };
}
