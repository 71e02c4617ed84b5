import { ImportBusy } from "../../sync/order-imports";
import type { SlackContext } from "../deps";
import type { ActionContext } from "../middleware/action-context";
import type { ActionListener } from "../middleware/actions";
import { authorizedAction } from "../middleware/authorized-actions";
import { withErrorReply } from "../middleware/errors";
import type { MessageRef } from "../platform/messages";
import type { Message } from "../ui/blocks";
import { ChangedFile } from "./fingerprint";
import { applyingMessage, forgottenMessage } from "./outcome-view";
import { decodeImport, type ImportDraft } from "./payload";
import { IMPORT_APPLY, IMPORT_FORGET, importBusyMessage } from "./preview-view";
import { applyFile, previewFile } from "./process-file";
import { type ImportReply, replyAt } from "./reply";

const IMPORT = () => ({ does: "import-orders" }) as const;
const CHANGED = "The file in Slack has changed, so nothing was applied. It would now change this:";

/** Apply below a preview: imports the file once, and replaces the preview by the outcome. */
export const importApply: (context: SlackContext) => ActionListener = authorizedAction(
  { doing: IMPORT_APPLY, act: IMPORT },
  async (context, { event, message }) => {
    const draft = decodeImport(event.value);
    const ref = refOf(message);
    const key = keyOf(ref, draft);
    if (!(await context.deps.idempotency.first(key))) return;
    const reply = replyAt(context, ref);
    const attempt = { doing: IMPORT_APPLY, userId: event.userId, reply: (trouble: Message) => reply.show(trouble) };
    await withErrorReply(context.deps, attempt, async () => {
      await reply.show(applyingMessage(draft.name));
      const outcome = await tryApply(context, { reply, draft, userId: event.userId });
      if (outcome === "applied") return;
      await context.deps.idempotency.forget(key);
      if (outcome === "busy") await reply.show(importBusyMessage({ name: draft.name, draft }));
      else await previewFile(context, { reply, file: { id: draft.fileId, name: draft.name }, note: CHANGED });
    });
  },
);

/** Forget it below a preview: nothing was written, and nothing will be. */
export const importDiscard: (context: SlackContext) => ActionListener = authorizedAction(
  { doing: IMPORT_FORGET, act: IMPORT },
  async (context, { event, message }) => {
    const draft = decodeImport(event.value);
    const ref = refOf(message);
    // Whoever pressed Apply before has decided.
    if (!(await context.deps.idempotency.first(keyOf(ref, draft)))) return;
    await replyAt(context, ref).show(forgottenMessage(draft.name));
  },
);

/** Applies the file, unless it changed since its preview or another import goes on. */
async function tryApply(
  context: SlackContext,
  request: { readonly reply: ImportReply; readonly draft: ImportDraft; readonly userId: string },
): Promise<"applied" | "changed" | "busy"> {
  try {
    await applyFile(context, request);
    return "applied";
  } catch (error) {
    if (error instanceof ChangedFile) return "changed";
    if (error instanceof ImportBusy) return "busy";
    throw error;
  }
}

/** A preview is decided about once; another content makes another preview. */
function keyOf({ channel, ts }: MessageRef, { sha256 }: ImportDraft): string {
  return `import:${channel}:${ts}:${sha256}`;
}

function refOf(message: ActionContext["message"]): MessageRef {
  if (message === undefined) throw new RangeError("An import is decided about below its preview");
  return message;
}
