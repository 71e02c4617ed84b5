import { ImportBusy } from "../../sync/order-imports";
import { guarded, type HomeListener, type Seat } from "../home/presses";
import type { Room } from "../room";
import { orTrouble } from "../trouble";
import type { Message } from "../views/blocks";
import { applyingMessage, forgottenMessage } from "../views/import-outcome";
import { IMPORT_APPLY, IMPORT_FORGET } from "../views/import-preview";
import { applyFile } from "./apply-file";
import { type ImportDraft, importDraftOf } from "./draft";
import { ChangedFile } from "./fingerprint";
import { previewFile } from "./preview-file";
import { type Place, type Reply, replyAt } from "./reply";

const IMPORT = () => ({ does: "import-orders" }) as const;
const CHANGED = "The file in Slack is another by now, so nothing was applied. This is what it would change:";
const BUSY = "Another import is under way, so nothing was applied. Press Apply again in a minute.";

/** Apply below a preview: takes the file over, once, and says what came of it in the preview's place. */
export const importApply: (room: Room) => HomeListener = guarded(
  { doing: IMPORT_APPLY, act: IMPORT },
  async (room, { press, message }) => {
    const draft = importDraftOf(press.value);
    const place = placeOf(message);
    const key = keyOf(place, draft);
    if (!(await room.needs.once.first(key))) return;
    const reply = replyAt(room, place);
    const attempt = { doing: IMPORT_APPLY, userId: press.userId, tell: (trouble: Message) => reply.show(trouble) };
    await orTrouble(room.needs, attempt, async () => {
      await reply.show(applyingMessage(draft.name));
      const again = await notApplied(room, { reply, draft, userId: press.userId });
      if (again === null) return;
      await room.needs.once.forget(key);
      await previewFile(room, { reply, file: { id: draft.fileId, name: draft.name }, note: again });
    });
  },
);

/** Forget it below a preview: nothing was written, and nothing will be. */
export const importForget: (room: Room) => HomeListener = guarded(
  { doing: IMPORT_FORGET, act: IMPORT },
  async (room, { press, message }) => {
    const draft = importDraftOf(press.value);
    const place = placeOf(message);
    // Whoever pressed Apply before has decided.
    if (!(await room.needs.once.first(keyOf(place, draft)))) return;
    await replyAt(room, place).show(forgottenMessage(draft.name));
  },
);

/** Why the file is to be looked at once more; `null` when it was applied, or what was wrong is said. */
async function notApplied(
  room: Room,
  applying: { readonly reply: Reply; readonly draft: ImportDraft; readonly userId: string },
): Promise<string | null> {
  try {
    await applyFile(room, applying);
    return null;
  } catch (error) {
    if (error instanceof ChangedFile) return CHANGED;
    if (error instanceof ImportBusy) return BUSY;
    throw error;
  }
}

/** One preview is decided about once; one of another content is another. */
function keyOf({ channel, ts }: Place, { sha256 }: ImportDraft): string {
  return `import:${channel}:${ts}:${sha256}`;
}

function placeOf(message: Seat["message"]): Place {
  if (message === undefined) throw new RangeError("An import is decided about below its preview");
  return message;
}
