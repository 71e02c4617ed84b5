import type { AppResponse } from "../http/exchange";
import { isJson, jsonOf, parsed } from "../json";
import type { ShownView } from "../state/views";
import type { Workspace } from "../state/workspace";
import { type Entries, entryErrors, withEntries } from "./entries";
import { interactionOf, type PeopleDeps, personOf } from "./interaction";

/** The modal that a person submits or closes: the top one unless `viewId` is given. */
export interface ModalRef {
  readonly user: string;
  readonly viewId?: string;
}

/** The result of a submission. With `errors` (by block, next to the fields) the view is still open. */
export interface SubmissionResult extends AppResponse {
  readonly errors: Readonly<Record<string, string>>;
}

/**
 * Fills in and submits a modal, and applies the app's response. A submission that fails Slack's own validation never
 * reaches the app; then `status` is null.
 */
export async function submitModal(
  deps: PeopleDeps,
  modal: ModalRef & { readonly entries?: Entries },
): Promise<SubmissionResult> {
  const { workspace } = deps;
  const person = personOf(workspace, modal.user);
  const shown = shownModal(workspace, modal);
  const values = withEntries(shown.blocks, shown.values, modal.entries ?? {});
  const errors = entryErrors(shown.blocks, values);
  const view = workspace.views.setInput(shown, { values, errors });
  workspace.notify({ kind: "modal", user: person.id });
  if (Object.keys(errors).length > 0) return { status: null, body: "", headers: {}, tookMs: 0, errors };
  const payload = {
    type: "view_submission",
    ...interactionOf(workspace, person),
    view: workspace.views.object(view),
    response_urls: [],
  };
  const response = await deps.appClient.sendForm({ payload: JSON.stringify(payload) });
  const newErrors = response.status === 200 ? applyResponse(workspace, view, response.body) : connectionError(view);
  const stillOpen = workspace.views.find(({ id }) => id === view.id);
  if (stillOpen !== undefined) workspace.views.setInput(stillOpen, { errors: newErrors });
  workspace.notify({ kind: "modal", user: person.id });
  return { ...response, errors: newErrors };
}

/** Closes a modal, and notifies the app if the view asked for it. `all` closes the whole stack, as does one that clears on close. */
export async function closeModal(
  deps: PeopleDeps,
  modal: ModalRef & { readonly all?: boolean },
): Promise<AppResponse | null> {
  const { workspace } = deps;
  const person = personOf(workspace, modal.user);
  const shown = shownModal(workspace, modal);
  const isCleared = modal.all === true || shown.view.clear_on_close === true;
  workspace.views.close(shown, isCleared ? "all" : "top");
  workspace.notify({ kind: "modal", user: person.id });
  if (shown.view.notify_on_close !== true) return null;
  const payload = {
    type: "view_closed",
    ...interactionOf(workspace, person),
    view: workspace.views.object(shown),
    is_cleared: isCleared,
  };
  return deps.appClient.sendForm({ payload: JSON.stringify(payload) });
}

function shownModal(workspace: Workspace, { user, viewId }: ModalRef): ShownView {
  const stack = workspace.views.modals(user);
  const shown = viewId === undefined ? stack.at(-1) : stack.find(({ id }) => id === viewId);
  if (shown === undefined) throw new Error(`${user} has no such modal open`);
  return shown;
}

/** Applies the response, and returns the errors to show next to the fields. */
function applyResponse(workspace: Workspace, view: ShownView, body: string): SubmissionResult["errors"] {
  const content = jsonOf(parsed(body));
  try {
    if (content.response_action === "errors") return errorTexts(content.errors);
    if (content.response_action === "update") workspace.views.update(view, content.view);
    else if (content.response_action === "push") workspace.views.open(view.user, content.view, "on-top");
    else workspace.views.close(view, content.response_action === "clear" ? "all" : "top");
    return {};
  } catch {
    // If Slack refuses the new view, the old one stays open.
    return connectionError(view);
  }
}

/** Slack's error at the head of the view when the app does not respond as it should. */
function connectionError({ id }: ShownView): SubmissionResult["errors"] {
  return { [id]: "We had some trouble connecting. Try again?" };
}

function errorTexts(errors: unknown): SubmissionResult["errors"] {
  if (!isJson(errors)) return {};
  return Object.fromEntries(Object.entries(errors).map(([block, text]) => [block, String(text)]));
}
