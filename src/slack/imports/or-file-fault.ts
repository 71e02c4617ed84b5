import type { Room } from "../room";
import { fileFaultMessage } from "../views/import-fault";
import type { Reply } from "./reply";
import { SlackFileError } from "./slack-file-error";

interface Work {
  readonly reply: Reply;
  /** The file's. */
  readonly name: string;
  readonly work: () => Promise<void>;
}

/** Works with a file out of Slack; when it cannot be had, says why and what to do. */
export async function orFileFault({ needs }: Room, { reply, name, work }: Work): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SlackFileError)) throw error;
    needs.log.warn({ error, fault: error.fault }, "A file could not be had from Slack");
    await reply.show(fileFaultMessage(error.fault, { name, mostBytes: needs.imports.mostBytes }));
  }
}
