import type { AppAnswer } from "../http/exchange";
import { isJson, jsonOf, parsed } from "../json";
import type { ShownView } from "../state/views";
import type { World } from "../state/workspace";
import { type Entries, missingEntries, withEntries } from "./entries";
import { type Desk, interactionOf, personOf } from "./interaction";

/** A modal that somebody submits or closes: the one on top unless `viewId` says which. */
export interface ModalOf {
  readonly user: string;
  readonly viewId?: string;
}

/** What came of a submission. `errors` stand beside the fields, by block; the view is then still open. */
export interface Submitted extends AppAnswer {
  readonly errors: Readonly<Record<string, string>>;
}

/**
 * Fills in and submits a modal, and does what the app answers. What Slack itself does not let pass never reaches the
 * app: then `status` is null.
 */
export async function submitModal(desk: Desk, modal: ModalOf & { readonly entries?: Entries }): Promise<Submitted> {
  const { world } = desk;
  const person = personOf(world, modal.user);
  const shown = modalOf(world, modal);
  const values = withEntries(shown.blocks, shown.values, modal.entries ?? {});
  const errors = missingEntries(shown.blocks, values);
  const view = world.views.note(shown, { values, errors });
  world.tell({ kind: "modal", user: person.id });
  if (Object.keys(errors).length > 0) return { status: null, body: "", headers: {}, tookMs: 0, errors };
  const payload = {
    type: "view_submission",
    ...interactionOf(world, person),
    view: world.views.object(view),
    response_urls: [],
  };
  const answer = await desk.sender.form({ payload: JSON.stringify(payload) });
  const refused = answer.status === 200 ? obey(world, view, answer.body) : trouble(view);
  const still = world.views.find(({ id }) => id === view.id);
  if (still !== undefined) world.views.note(still, { errors: refused });
  world.tell({ kind: "modal", user: person.id });
  return { ...answer, errors: refused };
}

/** Closes a modal; the app is told when the view asked for it. `all` closes the whole stack. */
export async function closeModal(desk: Desk, modal: ModalOf & { readonly all?: boolean }): Promise<AppAnswer | null> {
  const { world } = desk;
  const person = personOf(world, modal.user);
  const shown = modalOf(world, modal);
  world.views.close(shown, modal.all === true ? "all" : "top");
  world.tell({ kind: "modal", user: person.id });
  if (shown.view.notify_on_close !== true) return null;
  const payload = {
    type: "view_closed",
    ...interactionOf(world, person),
    view: world.views.object(shown),
    is_cleared: modal.all === true,
  };
  return desk.sender.form({ payload: JSON.stringify(payload) });
}

function modalOf(world: World, { user, viewId }: ModalOf): ShownView {
  const stack = world.views.modals(user);
  const shown = viewId === undefined ? stack.at(-1) : stack.find(({ id }) => id === viewId);
  if (shown === undefined) throw new Error(`${user} has no such modal open`);
  return shown;
}

/** Does what the answer says, and gives the errors that are to stand beside the fields. */
function obey(world: World, view: ShownView, body: string): Submitted["errors"] {
  const said = jsonOf(parsed(body));
  try {
    if (said.response_action === "errors") return texts(said.errors);
    if (said.response_action === "update") world.views.update(view, said.view);
    else if (said.response_action === "push") world.views.open(view.user, said.view, "on-top");
    else world.views.close(view, said.response_action === "clear" ? "all" : "top");
    return {};
  } catch {
    // A view that Slack does not take leaves the old one open.
    return trouble(view);
  }
}

/** Slack's words when the app does not answer as it should; they stand at the head of the view. */
function trouble({ id }: ShownView): Submitted["errors"] {
  return { [id]: "We had some trouble connecting. Try again?" };
}

function texts(errors: unknown): Submitted["errors"] {
  if (!isJson(errors)) return {};
  return Object.fromEntries(Object.entries(errors).map(([block, text]) => [block, String(text)]));
}
