import type { AppliedImport } from "../../sync/order-imports";
import type { SlackContext } from "../context";
import { assertFingerprint, unchanged } from "./fingerprint";
import { appliedMessage, fileFaultMessage, importedMessage } from "./outcome-view";
import type { ImportDraft } from "./payload";
import { importPreviewMessage } from "./preview-view";
import type { Reply } from "./reply";
import { openFile, SlackFileError } from "./slack-file";

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
export function applyFile(room: SlackContext, { reply, draft, userId }: Applying): Promise<void> {
  const { imports, days, now } = room.needs;
  const work = async () => {
    const { name, content } = await openFile(room, draft.fileId);
    const applied = await imports.apply({ name, content: unchanged(content, draft.sha256) }, userId);
    if (applied.applied) await followed(room, { reply, applied });
    else await reply.show(importPreviewMessage(applied.preview, { draft, today: days.dayOf(now()) }));
  };
  return withFileErrorReply(room, { reply, name: draft.name, work });
}

/** Says what was written and, when the sync of its days has ended, what that came to; open pages follow. */
async function followed(
  room: SlackContext,
  { reply, applied }: { reply: Reply; applied: AppliedImport },
): Promise<void> {
  const { needs, homes } = room;
  const reading = () => ({ days: needs.days, now: needs.now() });
  await reply.show(appliedMessage(applied, reading()));
  if (applied.sync === null) return;
  const report = await applied.sync.report;
  await reply.show(importedMessage(applied, report, reading()));
  // A voided order may be of somebody whom the report does not name.
  await homes.refreshOpen((await needs.people.all()).map(({ _id }) => _id));
}

interface Asked {
  readonly reply: Reply;
  readonly file: { readonly id: string; readonly name: string };
  /** Why it is previewed again. */
  readonly note?: string;
}

/** Reads a file and shows what it would change, or why it cannot be read. Nothing is written, nothing of it is kept. */
export function previewFile(room: SlackContext, { reply, file, note }: Asked): Promise<void> {
  const { imports, days, now } = room.needs;
  const work = async () => {
    const { name, content } = await openFile(room, file.id);
    const read = assertFingerprint(content);
    const preview = await imports.preview({ name, content: read.content });
    const draft = { fileId: file.id, sha256: read.sha256(), name };
    await reply.show(importPreviewMessage(preview, { draft, today: days.dayOf(now()), note }));
  };
  return withFileErrorReply(room, { reply, name: file.name, work });
}

interface Work {
  readonly reply: Reply;
  /** The file's. */
  readonly name: string;
  readonly work: () => Promise<void>;
}

/** Works with a file out of Slack; when it cannot be had, says why and what to do. */
async function withFileErrorReply({ needs }: SlackContext, { reply, name, work }: Work): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SlackFileError)) throw error;
    needs.log.warn({ error, fault: error.fault }, "A file could not be had from Slack");
    await reply.show(fileFaultMessage(error.fault, { name, mostBytes: needs.imports.mostBytes }));
  }
}
