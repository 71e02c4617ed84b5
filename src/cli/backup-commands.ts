import { resolve } from "node:path";
import { backUp } from "../database/backup/back-up";
import { BackupError } from "../database/backup/manifest";
import { assertNotRunning, previewRestore, type RestorePreview, restore } from "../database/backup/restore";
import type { Database } from "../database/connect";
import { restoredStore } from "../digests/delivery/restored-store";
import { forgetLiveMessages } from "../slack/sync/live-message-store";
import { acquireLease } from "../sync/lease";
import { counted } from "../words/counts";
import type { Terminal } from "./sync-command";

interface BackupCommand {
  readonly database: Pick<Database, "client" | "db">;
  readonly now: () => Date;
  readonly terminal: Terminal;
}

/**
 * `backup`: writes everything to a new folder, while Paceline may run.
 *
 * @returns the exit code: 0, or 2 with what to mend.
 */
export function backupCommand(folder: string, { database, now, terminal }: BackupCommand): Promise<number> {
  return saying(terminal, async () => {
    const dir = resolve(folder);
    terminal.err(`Backing up to ${dir} …`);
    const { takenAt, collections } = await backUp(database, { dir, now });
    const documents = collections.reduce((sum, collection) => sum + collection.documents, 0);
    terminal.out(
      `${counted(documents, "document")} of ${collections.length} collections, as of ${takenAt}, are in ${dir}.\n` +
        "They hold people's data: keep the folder where only admins can read it.",
    );
    return 0;
  });
}

/**
 * `restore`: checks a backup and says what restoring it comes to or, with `--yes`, restores it.
 *
 * @returns the exit code: 0 when it was said or done, 2 with what to mend.
 */
export function restoreCommand(
  folder: string,
  {
    options: { yes = false },
    retentionDays,
    owner,
    database: { db },
    now,
    terminal,
  }: BackupCommand & {
    readonly options: { readonly yes?: boolean };
    readonly retentionDays: number;
    readonly owner: string;
  },
): Promise<number> {
  return saying(terminal, async () => {
    const dir = resolve(folder);
    terminal.err(`Checking ${dir} …`);
    const preview = await previewRestore(db, { dir, now });
    if (!yes) {
      terminal.out(
        `${previewText(preview)}\nNothing was changed. ${preview.isRunning ? "Paceline runs on this database: stop it, then add" : "Add"} --yes to restore it. This can't be undone.`,
      );
      return 0;
    }
    await assertNotRunning(db, now());
    const lease = await acquireLease(db, { name: "sync", owner });
    if (lease === null) throw new BackupError("A sync runs on this database: stop Paceline, then try again.");
    terminal.err("Restoring …");
    const finish = async () => {
      await forgetLiveMessages(db);
      await restoredStore(db).record(now());
    };
    const restoring = restore(db, { dir, preview, now, retentionDays, finish });
    const erased = await restoring.finally(lease.release);
    terminal.out(`The database is as of ${preview.manifest.takenAt}. Start Paceline, then sync the days since.`);
    if (erased > 0)
      terminal.out(
        `${counted(erased, "person", "people")} erased after this backup ${erased === 1 ? "is" : "are"} in it: erase them again with forget.`,
      );
    return 0;
  });
}

async function saying(terminal: Terminal, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    terminal.err(error.message);
    return 2;
  }
}

function previewText({ manifest: { takenAt, collections }, replaced }: RestorePreview): string {
  const documents = collections.reduce((sum, collection) => sum + collection.documents, 0);
  return [
    `The backup is whole: ${counted(documents, "document")} of ${collections.length} collections, as of ${takenAt}.`,
    replaced === 0
      ? "The database is empty."
      : `It takes the place of ${counted(replaced, "document")} that the database holds now; back these up first if you may need them.`,
    "Messages that were due meanwhile are looked for in Slack before they are posted.",
  ].join("\n");
}
