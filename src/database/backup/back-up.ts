import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Document, MongoServerError } from "mongodb";
import type { Database } from "../connect";
import { schemaStore } from "../schema-version";
import { BACKUP_FORMAT, type BackedUpCollection, BackupError, fileOf, MANIFEST_FILE, type Manifest } from "./manifest";
import { writeDocuments } from "./ndjson";
import { assertWholeDatabase } from "./restore";

/** The snapshot is older than the server keeps. */
const SNAPSHOT_TOO_OLD = 239;
const BATCH = 1_000;

/**
 * Writes every collection to a folder as all of them stood at one instant, whatever is written meanwhile; the folder is made, or must
 * be empty. The manifest is written last.
 *
 * @throws {BackupError} with what to do, when the folder is not empty, or the server forgot the instant before all was read.
 * @throws {DatabaseError} for a database whose restore was cut off.
 */
export async function backUp(
  { client, db }: Pick<Database, "client" | "db">,
  { dir, now }: { readonly dir: string; readonly now: () => Date },
): Promise<Manifest> {
  await assertWholeDatabase(db);
  const schema = await schemaStore(db).read();
  await emptyFolder(dir);
  const takenAt = now().toISOString();
  const names = (await db.listCollections({ type: "collection" }, { nameOnly: true }).toArray())
    .map(({ name }) => name)
    .filter((name) => !/^(system\.|restoring)/.test(name))
    .sort();
  const session = client.startSession({ snapshot: true });
  const collections: BackedUpCollection[] = [];
  try {
    for (const name of names) {
      const documents = db.collection<Document>(name).find({}, { session, batchSize: BATCH, ...EXACTLY });
      collections.push({ name, ...(await writeDocuments(join(dir, fileOf(name)), documents)) });
    }
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== SNAPSHOT_TOO_OLD) throw error;
    throw new BackupError(
      `Reading took longer than MongoDB keeps an instant: raise its minSnapshotHistoryWindowInSeconds, remove ${dir}, and try again.`,
    );
  } finally {
    await session.endSession();
  }
  const manifest = { format: BACKUP_FORMAT, schema, takenAt, collections };
  await writeFile(join(dir, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`, { flag: "wx", mode: 0o600 });
  return manifest;
}

/** Numbers keep the type that they are stored with. */
const EXACTLY = { promoteValues: false } as const;

async function emptyFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  if ((await readdir(dir)).length > 0)
    throw new BackupError(`${dir} isn't empty: name a new folder, and each backup stays as it is.`);
}
