import { ImportBusy, type ImportUndo } from "../../sync/order-imports";
import type { SlackContext } from "../deps";
import type { ActionListener } from "../middleware/actions";
import { authorizedAction, showNotice } from "../middleware/authorized-actions";
import { replyAt } from "./reply";
import { syncBegun, syncEnded } from "./sync-end";
import { decodeUndo, IMPORT_UNDO, notUndone, undoneMessage } from "./undo-view";

/**
 * Undo below an applied file: puts back what was before it, in the place of the message. Pressed twice, or by two people, it is done
 * once, whoever comes first: who comes second is told so.
 */
export const importUndo: (context: SlackContext) => ActionListener = authorizedAction(
  { doing: IMPORT_UNDO, act: () => ({ does: "import-orders" }) },
  async (context, { event: { userId, value }, message, triggerId }) => {
    const { deps, homes } = context;
    const display = async () => ({ days: deps.days, now: deps.now(), next: await deps.nextSync?.() });
    const outcome = await tryUndo(context, { id: decodeUndo(value), userId });
    if (outcome.kind !== "undone") {
      const text = notUndone(outcome, await display());
      await showNotice(context, { userId, triggerId, title: "Not undone", text });
      return;
    }
    if (message === undefined) throw new RangeError("An import is undone below its message");
    const reply = replyAt(context, message);
    const { undone, sync } = outcome;
    await reply.show(undoneMessage(undone, syncBegun(sync, await display())));
    if (sync === null) return;
    const end = { sync, done: "The orders are as they were" };
    await reply.show(undoneMessage(undone, syncEnded(await sync.report, end, await display())));
    // An order that counts again may belong to somebody whom the report does not name.
    await homes.refreshOpen((await deps.people.all()).map(({ _id }) => _id));
  },
);

/** Undoes an import, unless another import goes on; `id` is `null` for a button that we did not make. */
async function tryUndo(
  { deps }: SlackContext,
  { id, userId }: { readonly id: string | null; readonly userId: string },
): Promise<ImportUndo | { readonly kind: "busy" }> {
  if (id === null) return { kind: "over" };
  try {
    return await deps.imports.undo(id, userId);
  } catch (error) {
    if (error instanceof ImportBusy) return { kind: "busy" };
    throw error;
  }
}
