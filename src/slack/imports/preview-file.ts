import type { Room } from "../room";
import { importPreviewMessage } from "../views/import-preview";
import { fingerprinted } from "./fingerprint";
import { openFile } from "./open-file";
import { orFileFault } from "./or-file-fault";
import type { Reply } from "./reply";

interface Asked {
  readonly reply: Reply;
  readonly file: { readonly id: string; readonly name: string };
  /** Why it is previewed again. */
  readonly note?: string;
}

/** Reads a file and shows what it would change, or why it cannot be read. Nothing is written, nothing of it is kept. */
export function previewFile(room: Room, { reply, file, note }: Asked): Promise<void> {
  const { imports, days, now } = room.needs;
  const work = async () => {
    const { name, content } = await openFile(room, file.id);
    const read = fingerprinted(content);
    const preview = await imports.preview({ name, content: read.content });
    const draft = { fileId: file.id, sha256: read.sha256(), name };
    await reply.show(importPreviewMessage(preview, { draft, today: days.dayOf(now()), note }));
  };
  return orFileFault(room, { reply, name: file.name, work });
}
