import type { AppResponse } from "../http/exchange";
import type { Json } from "../json";
import { type Entry, elementNamed, entered, type Values, valuesOf } from "../state/inputs";
import { messageObject, type SlackMessage } from "../state/messages";
import type { ShownView } from "../state/views";
import type { Workspace } from "../state/workspace";
import { type Entries, withEntries } from "./entries";
import { interactionOf, type PeopleDeps, personOf } from "./interaction";

/** The place of the button or menu. */
export type ActionOrigin =
  | { readonly messageTs: string; readonly channel: string }
  /** The person's own Home, by their id. */
  | { readonly home: string }
  | { readonly viewId: string };

/** A press of a button, or a choice in a menu. */
export interface PersonAction {
  readonly user: string;
  readonly from: ActionOrigin;
  readonly actionId: string;
  /** Needed if two blocks have an element with that action_id. */
  readonly blockId?: string;
  /** What is chosen or typed; absent for a button. */
  readonly value?: Entry;
  /** The entries in other fields of the same surface. */
  readonly entries?: Entries;
}

/** Performs a press or a choice, and sends it to the app. The element must exist and be visible to that person. */
export async function performAction(
  deps: PeopleDeps,
  action: PersonAction,
): Promise<AppResponse & { responseUrl?: string }> {
  const person = personOf(deps.workspace, action.user);
  const container = containerOf(deps.workspace, action);
  const target =
    elementNamed(container.blocks, action) ??
    elementNamed(container.earlier, action) ??
    onlyElementNamed(container.blocks, action);
  if (target === undefined) throw new Error(`Nothing there has the action_id ${action.actionId}`);
  const { block, element } = target;
  const chosen = element.type === "button" ? null : entered(element, action.value ?? null);
  const values = valuesAfter(container, { element, block, chosen, entries: action.entries ?? {} });
  if (container.kind === "view") deps.workspace.views.setInput(container.view, { values });
  const context =
    container.kind === "view" ? null : { user: person.id, channel: container.channel, messageTs: container.ts };
  const responseUrl = context === null ? undefined : deps.responseUrls.issue(context);
  const actionTs = deps.workspace.messages.nextTs();
  const payload = {
    type: "block_actions",
    ...interactionOf(deps.workspace, person),
    ...containerPayload(deps.workspace, container, values),
    ...(responseUrl === undefined ? {} : { response_url: responseUrl }),
    actions: [{ ...(chosen ?? buttonPayload(element)), ...idsOf(block, element), action_ts: actionTs }],
  };
  const response = await deps.appClient.sendForm({ payload: JSON.stringify(payload) });
  return responseUrl === undefined ? response : { ...response, responseUrl };
}

/** The only element with that action_id: it may have been rendered again since, in blocks with new ids. */
function onlyElementNamed(blocks: readonly Json[], { actionId }: PersonAction): ReturnType<typeof elementNamed> {
  const target = blocks.flatMap((block) => elementNamed([block], { actionId }) ?? []);
  return target.length === 1 ? target[0] : undefined;
}

type Container =
  | ({
      readonly kind: "message";
      readonly message: SlackMessage;
      readonly channel: string;
      readonly ts: string;
    } & ShownBlocks)
  | ({ readonly kind: "view"; readonly view: ShownView } & ShownBlocks);

interface ShownBlocks {
  readonly blocks: readonly Json[];
  readonly earlier: readonly Json[];
  readonly values: Values;
}

function containerOf(workspace: Workspace, { user, from }: PersonAction): Container {
  if ("messageTs" in from) {
    const message = workspace.messages.find(from.channel, from.messageTs);
    const seen = workspace.channels.find(from.channel)?.members.has(user) === true && (message?.to ?? user) === user;
    if (message === undefined || !seen) throw new Error(`${user} sees no message ${from.messageTs} in ${from.channel}`);
    const { blocks, channel, ts } = message;
    return { kind: "message", message, channel, ts, blocks, earlier: [], values: valuesOf(blocks, {}) };
  }
  const view =
    "home" in from ? workspace.views.home(from.home) : workspace.views.find((each) => each.id === from.viewId);
  if (view === undefined || view.user !== user) throw new Error(`${user} sees no such view: ${JSON.stringify(from)}`);
  return { kind: "view", view, blocks: view.blocks, earlier: view.earlier, values: view.values };
}

/** The values of the fields after the action, as they are sent to the app. */
function valuesAfter(
  container: Container,
  change: { readonly block: Json; readonly element: Json; readonly chosen: Json | null; readonly entries: Entries },
): Values {
  const values = withEntries(container.blocks, container.values, change.entries);
  if (change.chosen === null || change.element.type === "overflow") return values;
  const [blockId, actionId] = [String(change.block.block_id), String(change.element.action_id)];
  return { ...values, [blockId]: { ...values[blockId], [actionId]: change.chosen } };
}

function containerPayload(workspace: Workspace, container: Container, values: Values): Json {
  if (container.kind === "view") {
    const view = { ...workspace.views.object(container.view), state: { values } };
    return { container: { type: "view", view_id: container.view.id }, view };
  }
  const { message, channel, ts } = container;
  const ephemeral = message.to !== undefined;
  const channelName = workspace.channels.find(channel)?.name ?? "";
  const shown = messageObject(message, { teamId: workspace.team.id, metadata: true });
  return {
    container: { type: "message", message_ts: ts, channel_id: channel, is_ephemeral: ephemeral },
    channel: { id: channel, name: channelName },
    // For an ephemeral message Slack only sends its container.
    ...(ephemeral ? {} : { message: shown }),
    state: { values },
  };
}

function buttonPayload({ type, text, value, style }: Json): Json {
  return { type, text, ...(value === undefined ? {} : { value }), ...(style === undefined ? {} : { style }) };
}

function idsOf(block: Json, element: Json): Json {
  return { block_id: block.block_id, action_id: element.action_id };
}
