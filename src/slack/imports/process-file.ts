import { type AppliedImport, ImportBusy } from "../../sync/order-imports";
import type { SlackContext } from "../deps";
import { readWaiting, waitingDays } from "../sync/waiting/read-waiting";
import { assertFingerprint, unchanged } from "./fingerprint";
import { appliedMessage, fileFaultMessage, importedMessage } from "./outcome-view";
import type { ImportDraft } from "./payload";
import { importBusyMessage, importPreviewMessage } from "./preview-view";
import type { ImportReply } from "./reply";
import { openFile, SlackFileError } from "./slack-file";
import type { WaitingNow } from "./waiting-view";

interface ApplyRequest {
  readonly reply: ImportReply;
  readonly draft: ImportDraft;
  readonly userId: string;
}

/**
 * Fetches the file again, imports it if it is still the one that was previewed, and follows the sync of its days.
 *
 * @throws {ChangedFile} and {@link ImportBusy}; nothing was written then.
 */
export function applyFile(context: SlackContext, { reply, draft, userId }: ApplyRequest): Promise<void> {
  const { imports, days, now } = context.deps;
  const work = async () => {
    const { name, content } = await openFile(context, draft.fileId);
    const applied = await imports.apply({ name, content: unchanged(content, draft.sha256) }, userId);
    if (applied.applied) await followSync(context, { reply, applied });
    else await reply.show(importPreviewMessage(applied.preview, { draft, today: days.dayOf(now()) }));
  };
  return withFileErrorReply(context, { reply, name: draft.name, work });
}

/** Shows what was written and, after the sync of its days, the outcome; then refreshes the open App Homes. */
async function followSync(
  context: SlackContext,
  { reply, applied }: { reply: ImportReply; applied: AppliedImport },
): Promise<void> {
  const { deps, homes } = context;
  const display = async () => ({ days: deps.days, now: deps.now(), next: await deps.nextSync?.() });
  const { sync } = applied;
  const waiting = sync === null ? await waitingNow(context) : undefined;
  await reply.show(appliedMessage(applied, { ...(await display()), waiting }));
  if (sync === null) return;
  const report = await sync.report;
  const ended = report?.results.fishbowl.success === true ? await waitingNow(context) : undefined;
  await reply.show(importedMessage(applied, report, { ...(await display()), waiting: ended }));
  // A voided order may belong to somebody whom the report does not name.
  await homes.refreshOpen((await deps.people.all()).map(({ _id }) => _id));
}

/** Reads what waits in the workspace now; undefined where it cannot be read: what was applied is told without. */
async function waitingNow({ deps }: SlackContext): Promise<WaitingNow | undefined> {
  try {
    return { list: await readWaiting(deps), days: waitingDays(deps) };
  } catch (error) {
    deps.log.warn({ error }, "An import does not say what waits in the workspace");
    return undefined;
  }
}

interface PreviewRequest {
  readonly reply: ImportReply;
  readonly file: { readonly id: string; readonly name: string };
  /** Why it is previewed again. */
  readonly note?: string;
}

/** Reads a file and shows what it would change, or why it is not read now. Nothing of it is written or stored. */
export function previewFile(context: SlackContext, { reply, file, note }: PreviewRequest): Promise<void> {
  const { imports, days, now } = context.deps;
  const work = async () => {
    const { name, content } = await openFile(context, file.id);
    const read = assertFingerprint(content);
    const preview = await imports.preview({ name, content: read.content });
    const draft = { fileId: file.id, sha256: read.sha256(), name };
    await reply.show(importPreviewMessage(preview, { draft, today: days.dayOf(now()), note }));
  };
  const unlessBusy = () =>
    work().catch((error: unknown) => {
      if (!(error instanceof ImportBusy)) throw error;
      return reply.show(importBusyMessage({ name: file.name }));
    });
  return withFileErrorReply(context, { reply, name: file.name, work: unlessBusy });
}

interface FileWork {
  readonly reply: ImportReply;
  /** The file's name. */
  readonly name: string;
  readonly work: () => Promise<void>;
}

/** Works with a file from Slack; if it cannot be fetched, answers why and what to do. */
async function withFileErrorReply({ deps }: SlackContext, { reply, name, work }: FileWork): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SlackFileError)) throw error;
    deps.log.warn({ error, fault: error.fault }, "A file could not be had from Slack");
    await reply.show(fileFaultMessage(error.fault, { name, mostBytes: deps.imports.maxBytes }));
  }
}
