import type { AppliedImport } from "../../sync/order-imports";
import type { Room } from "../room";
import { appliedMessage, importedMessage } from "../views/import-outcome";
import { importPreviewMessage } from "../views/import-preview";
import type { ImportDraft } from "./draft";
import { unchanged } from "./fingerprint";
import { openFile } from "./open-file";
import { orFileFault } from "./or-file-fault";
import type { Reply } from "./reply";

interface Applying {
  readonly reply: Reply;
  readonly draft: ImportDraft;
  readonly userId: string;
}

/**
 * Fetches the file again, takes it over if it is still the one that was looked at, and follows the sync of its days.
 *
 * @throws {ChangedFile} and {@link ImportBusy}; nothing was written then.
 */
export function applyFile(room: Room, { reply, draft, userId }: Applying): Promise<void> {
  const { imports, days, now } = room.needs;
  const work = async () => {
    const { name, content } = await openFile(room, draft.fileId);
    const applied = await imports.apply({ name, content: unchanged(content, draft.sha256) }, userId);
    if (applied.applied) await followed(room, { reply, applied });
    else await reply.show(importPreviewMessage(applied.preview, { draft, today: days.dayOf(now()) }));
  };
  return orFileFault(room, { reply, name: draft.name, work });
}

/** Says what was written and, when the sync of its days has ended, what that came to; open pages follow. */
async function followed(room: Room, { reply, applied }: { reply: Reply; applied: AppliedImport }): Promise<void> {
  const { needs, homes } = room;
  const reading = () => ({ days: needs.days, now: needs.now() });
  await reply.show(appliedMessage(applied, reading()));
  if (applied.sync === null) return;
  const report = await applied.sync.report;
  await reply.show(importedMessage(applied, report, reading()));
  // A voided order may be of somebody whom the report does not name.
  await homes.refreshOpen((await needs.people.all()).map(({ _id }) => _id));
}
