import type { Room } from "../room";
import { fileFaultMessage } from "../views/import-fault";
import { importPreviewMessage } from "../views/import-preview";
import { fingerprinted } from "./fingerprint";
import { openFile } from "./open-file";
import type { Reply } from "./reply";
import { SlackFileError } from "./slack-file-error";

interface Asked {
  readonly reply: Reply;
  readonly file: { readonly id: string; readonly name: string };
  /** Why it is previewed again. */
  readonly note?: string;
}

/** Reads a file and shows what it would change, or why it cannot be read. Nothing is written, nothing of it is kept. */
export async function previewFile(room: Room, { reply, file, note }: Asked): Promise<void> {
  const { needs } = room;
  try {
    const { name, content } = await openFile(room, file.id);
    const read = fingerprinted(content);
    const preview = await needs.imports.preview({ name, content: read.content });
    const draft = { fileId: file.id, sha256: read.sha256(), name };
    await reply.show(importPreviewMessage(preview, { draft, today: needs.days.dayOf(needs.now()), note }));
  } catch (error) {
    if (!(error instanceof SlackFileError)) throw error;
    needs.log.warn({ error, fault: error.fault }, "A file could not be had from Slack");
    await reply.show(fileFaultMessage(error.fault, { name: file.name, mostBytes: needs.imports.mostBytes }));
  }
}
