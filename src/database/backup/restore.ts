import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Db, Document } from "mongodb";
import { DatabaseError } from "../client";
import { ensureIndexes } from "../indexes";
import { forgetProcesses, isRunning } from "../running-processes";
import { SCHEMA } from "../schema-version";
import { type BackedUpCollection, BackupError, fileOf, MANIFEST_FILE, type Manifest, parseManifest } from "./manifest";
import { contentOf, readDocuments } from "./ndjson";

/** What is about to be restored, and what it takes the place of. */
export interface RestorePreview {
  readonly manifest: Manifest;
  /** How many documents the database holds now. */
  readonly replaced: number;
  /** Whether Paceline runs on it, so that it cannot be restored yet. */
  readonly isRunning: boolean;
}

/** A collection that is filled beside the one whose place it takes. */
const BESIDE = "restoring_";
const ERASED = "erased";
/** Has a document while collections take their places: until then the database is neither the one nor the other. */
const UNDER_WAY = "restoring";
/** Ticks come each minute. */
const TICKED_MS = 150_000;
const BATCH = 1_000;

/**
 * Checks a backup from its first byte to its last.
 *
 * @throws {BackupError} with what to do, when a file is missing or differs from what was written.
 */
export async function previewRestore(
  db: Db,
  { dir, now }: { readonly dir: string; readonly now: () => Date },
): Promise<RestorePreview> {
  const manifest = parseManifest(await manifestText(dir), { dir, schema: SCHEMA });
  for (const collection of manifest.collections) await assertWhole(dir, collection);
  const names = await collectionNames(db);
  const counts = await Promise.all(names.map((name) => db.collection(name).countDocuments()));
  return { manifest, replaced: counts.reduce((sum, count) => sum + count, 0), isRunning: await isInUse(db, now()) };
}

/**
 * Makes the database what a checked backup holds. All of it is written beside what is there; only then each collection takes its
 * place. Whoever was erased since the backup stays known as erased. Cut off, it is to be run again, and until then Paceline does not
 * start.
 *
 * @returns how many people were erased since the backup, whose data it brought back.
 * @throws {BackupError} while Paceline runs on the database.
 */
export async function restore(
  db: Db,
  {
    dir,
    preview: { manifest },
    now,
    retentionDays,
    finish,
  }: {
    readonly dir: string;
    readonly preview: RestorePreview;
    readonly now: () => Date;
    readonly retentionDays: number;
    /** Called once all is in its place. */
    readonly finish: () => Promise<void>;
  },
): Promise<number> {
  for (const collection of manifest.collections) await fill(db, { dir, collection });
  const erasedSince = await keepErased(db);
  const names = [...new Set([...manifest.collections.map(({ name }) => name), ERASED])];
  // Filling takes minutes: whoever asked before may have been right, and somebody has started it meanwhile.
  await assertNotRunning(db, now());
  await db.collection(UNDER_WAY).insertOne({ at: now() });
  for (const name of names) await db.renameCollection(`${BESIDE}${name}`, name, { dropTarget: true });
  const kept = new Set([...names, UNDER_WAY]);
  for (const name of await collectionNames(db)) if (!kept.has(name)) await db.collection(name).drop();
  await forgetProcesses(db);
  await ensureIndexes(db, retentionDays);
  await finish();
  await db.collection(UNDER_WAY).drop();
  return erasedSince;
}

/** @throws {DatabaseError} for a database whose restore was cut off. */
export async function assertWholeDatabase(db: Db): Promise<void> {
  if ((await db.collection(UNDER_WAY).findOne()) === null) return;
  throw new DatabaseError(
    "Restoring this database was cut off: run restore again, with --yes, before Paceline starts.",
  );
}

async function manifestText(dir: string): Promise<string> {
  try {
    return await readFile(join(dir, MANIFEST_FILE), "utf8");
  } catch {
    throw new BackupError(`${dir} holds no whole backup: it has no ${MANIFEST_FILE}, which is written last.`);
  }
}

async function assertWhole(dir: string, { name, documents, sha256 }: BackedUpCollection): Promise<void> {
  const found = await contentOf(join(dir, fileOf(name))).catch(() => null);
  if (found === null) throw new BackupError(`${fileOf(name)} is missing in ${dir}: restore another backup.`);
  if (found.documents === documents && found.sha256 === sha256) return;
  throw new BackupError(`${fileOf(name)} in ${dir} isn't what was written: restore another backup.`);
}

/** @throws {BackupError} while a process runs on it, or may. */
export async function assertNotRunning(db: Db, now: Date): Promise<void> {
  if (!(await isInUse(db, now))) return;
  throw new BackupError(
    "Nothing was changed, as Paceline runs on this database: stop every process of it, then try again. If one was killed, wait three minutes first.",
  );
}

async function isInUse(db: Db, now: Date): Promise<boolean> {
  if (await isRunning(db)) return true;
  // A process of an earlier version notes its ticks alone, and not whose they are.
  const [tick] = await db.collection("ticks").find().sort({ at: -1 }).limit(1).toArray();
  return tick !== undefined && tick.by === undefined && now.getTime() - tick.at.getTime() <= TICKED_MS;
}

async function collectionNames(db: Db): Promise<readonly string[]> {
  const found = await db.listCollections({ type: "collection" }, { nameOnly: true }).toArray();
  return found.map(({ name }) => name).filter((name) => !name.startsWith("system."));
}

async function fill(
  db: Db,
  { dir, collection: { name, documents } }: { readonly dir: string; readonly collection: BackedUpCollection },
): Promise<void> {
  const beside = db.collection<Document>(`${BESIDE}${name}`);
  // What a restore that broke off left there.
  await beside.drop().catch(() => false);
  await db.createCollection(beside.collectionName);
  let batch: Document[] = [];
  const insert = async () => {
    if (batch.length > 0) await beside.insertMany(batch);
    batch = [];
  };
  for await (const document of readDocuments(join(dir, fileOf(name)))) {
    batch.push(document);
    if (batch.length === BATCH) await insert();
  }
  await insert();
  const written = await beside.countDocuments();
  if (written !== documents)
    throw new BackupError(`Of ${documents} documents of ${name} only ${written} were written.`);
}

/** Adds the tombstones that stand now to the backup's, before it takes its place. @returns how many of them it did not have. */
async function keepErased(db: Db): Promise<number> {
  const erased = await db.collection<Document>(ERASED).find().toArray();
  const beside = db.collection<Document>(`${BESIDE}${ERASED}`);
  if (erased.length === 0) {
    const isThere = await db.listCollections({ name: beside.collectionName }).hasNext();
    if (!isThere) await db.createCollection(beside.collectionName);
    return 0;
  }
  const upserts = erased.map(({ _id, ...fields }) => {
    return { updateOne: { filter: { _id }, update: { $setOnInsert: fields }, upsert: true } };
  });
  return (await beside.bulkWrite(upserts, { ordered: false })).upsertedCount;
}
