import type { Room } from "../room";
import { fileFaultMessage } from "../views/import-fault";
import { appliedMessage, importedMessage } from "../views/import-outcome";
import { importPreviewMessage } from "../views/import-preview";
import type { ImportDraft } from "./draft";
import { unchanged } from "./fingerprint";
import { openFile } from "./open-file";
import type { Reply } from "./reply";
import { SlackFileError } from "./slack-file-error";

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
export async function applyFile(room: Room, { reply, draft, userId }: Applying): Promise<void> {
  const { needs, homes } = room;
  const reading = { days: needs.days, now: needs.now() };
  try {
    const { name, content } = await openFile(room, draft.fileId);
    const applied = await needs.imports.apply({ name, content: unchanged(content, draft.sha256) }, userId);
    if (!applied.applied) {
      await reply.show(importPreviewMessage(applied.preview, { draft, today: needs.days.dayOf(reading.now) }));
      return;
    }
    await reply.show(appliedMessage(applied, reading));
    if (applied.sync === null) return;
    const report = await applied.sync.report;
    await reply.show(importedMessage(applied, report, { ...reading, now: needs.now() }));
    // A voided order may be of somebody whom the report does not name.
    await homes.refreshOpen((await needs.people.all()).map(({ _id }) => _id));
  } catch (error) {
    if (!(error instanceof SlackFileError)) throw error;
    needs.log.warn({ error, fault: error.fault }, "A file could not be had from Slack");
    await reply.show(fileFaultMessage(error.fault, { name: draft.name, mostBytes: needs.imports.mostBytes }));
  }
}
