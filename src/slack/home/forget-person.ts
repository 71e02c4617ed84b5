import { ErasureBusy } from "../../erasure/erase-person";
import { leavesAnAdmin } from "../../people/roles";
import type { SlackContext } from "../deps";
import { modalAction } from "../middleware/authorized-actions";
import { reportError } from "../middleware/errors";
import { fieldValue } from "../middleware/form-values";
import { fieldError, viewSubmission } from "../middleware/submissions";
import { postToDm } from "../platform/messages";
import { sectionMessage } from "../ui/blocks";
import { notice } from "../ui/modal";
import { foreign } from "../ui/text";
import { forgetCheck, forgetForm } from "./views/forget-forms";

const act = () => ({ does: "forget-people" }) as const;
const TITLE = "Erase a person";
const NOT_YOURSELF = "You can't erase yourself. Ask another admin.";
const LAST_ADMIN = "At least one admin is needed. Make someone else an admin first.";
const UNKNOWN = "That person isn't here anymore.";

/** "Erase a person". */
export const forgetPerson = modalAction({ doing: "forget_person", act }, async ({ deps }) => {
  return forgetForm(await deps.people.all());
});

/** The person who was picked: what erasing them comes to is shown before anything is erased. */
export const forgetSubmission = viewSubmission(
  { doing: "forget_form", act },
  async ({ deps }, { userId: by, form }) => {
    const userId = fieldValue(form, "person") ?? "";
    if (userId === by) return fieldError("person", NOT_YOURSELF);
    const remaining = (await deps.people.all()).filter(({ _id }) => _id !== userId);
    if (!leavesAnAdmin(remaining, new Map())) return fieldError("person", LAST_ADMIN);
    const preview = await deps.erasure.preview(userId);
    return preview === null ? fieldError("person", UNKNOWN) : { kind: "next", view: forgetCheck(preview) };
  },
);

/** Erases the person who was shown; it may take longer than a modal waits, so how it ended is said in the DM. */
export const forgetCheckSubmission = viewSubmission(
  { doing: "forget_check", act },
  async (context, { userId: by, form }) => {
    const userId = form.private_metadata;
    if (userId === by) return { kind: "next", view: notice(TITLE, NOT_YOURSELF) };
    const afterwards = async () => {
      const text = await erased(context, { userId, by });
      await postToDm(context.client, { userId: by, message: sectionMessage(text) });
      await context.homes.refresh(by);
    };
    return { kind: "next", view: notice(TITLE, "Erasing now. You'll get the result in your DM."), afterwards };
  },
);

/** Says how it ended. */
async function erased(
  { deps }: SlackContext,
  { userId, by }: { readonly userId: string; readonly by: string },
): Promise<string> {
  const name = (await deps.people.one(userId))?.name;
  try {
    const pseudonym = await deps.erasure.erase(userId);
    if (pseudonym === null || name === undefined) return UNKNOWN;
    deps.log.info({ by, pseudonym }, "Somebody was forgotten");
    return `✅ ${foreign(name)} was erased. Their totals now belong to ${pseudonym}.`;
  } catch (error) {
    if (error instanceof ErasureBusy) return error.message;
    return reportError(deps, { doing: "forget_check", userId: by, error }).text;
  }
}
