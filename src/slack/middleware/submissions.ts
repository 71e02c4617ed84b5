import type { Middleware, SlackViewMiddlewareArgs, ViewSubmitAction } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { Act } from "../../people/permissions";
import type { SlackContext } from "../deps";
import { guestMessage, refusalText } from "../ui/access-messages";
import { notice } from "../ui/modal";
import { authorize } from "./access";
import { reportError } from "./errors";
import type { FormState } from "./form-values";

export type FormListener = Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>>;

/** What comes of a submitted modal: it closes, its fields have faults (by their names), or another modal follows in its place or above it. */
export type SubmissionResult =
  | { readonly kind: "done"; readonly afterwards?: () => Promise<void> }
  | { readonly kind: "faults"; readonly faults: Readonly<Record<string, string>> }
  /** Closing it shows the form again, with what was entered in it. */
  | { readonly kind: "above"; readonly view: ModalView }
  /** `afterwards` is work that may take longer than Slack waits. */
  | { readonly kind: "next"; readonly view: ModalView; readonly afterwards?: () => Promise<void> };

export const CLOSE: SubmissionResult = { kind: "done" };

export function fieldError(field: string, message: string): SubmissionResult {
  return { kind: "faults", faults: { [field]: message } };
}

/** A modal that is submitted: it is refused to whoever may not, else carried out; then the page is rendered again. */
export function viewSubmission(
  { doing, act }: { readonly doing: string; readonly act: (userId: string, form: FormState) => Act },
  work: (
    context: SlackContext,
    form: { readonly userId: string; readonly form: FormState },
  ) => Promise<SubmissionResult>,
): (context: SlackContext) => FormListener {
  return (context) =>
    async ({ ack, body, view: form }) => {
      const userId = body.user.id;
      try {
        const requested = act(userId, form);
        const may = await authorize(context.deps, { userId, act: requested, doing });
        const outcome = may ? await work(context, { userId, form }) : await refused(context, { userId, requested });
        await ack(answer(outcome));
        if (outcome.kind === "done") await context.homes.refresh(userId);
        if ("afterwards" in outcome) await outcome.afterwards?.();
      } catch (error) {
        const { text } = reportError(context.deps, { doing, userId, error });
        await ack({ response_action: "update", view: notice("Something went wrong", text) });
      }
    };
}

async function refused(
  { deps }: SlackContext,
  { userId, requested }: { readonly userId: string; readonly requested: Act },
): Promise<SubmissionResult> {
  const { role } = await deps.actor(userId);
  const text = role === "outsider" ? guestMessage().text : refusalText(requested);
  return { kind: "next", view: notice("Not allowed", text) };
}

/** WorkQueue a result into Slack's answer. With faults the modal stays open, each fault beside its field. */
function answer(outcome: SubmissionResult) {
  switch (outcome.kind) {
    case "done":
      return undefined;
    case "faults":
      return { response_action: "errors" as const, errors: { ...outcome.faults } };
    case "next":
      return { response_action: "update" as const, view: outcome.view };
    case "above":
      return { response_action: "push" as const, view: outcome.view };
  }
}
