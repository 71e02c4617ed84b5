import { z } from "zod";

/** The way a backup is written: rises when a reader of before could not read it any more. */
export const BACKUP_FORMAT = 1;

/** The file that is written last: without it, a backup is not whole. */
export const MANIFEST_FILE = "manifest.json";

const Collection = z.object({
  name: z.string().min(1),
  documents: z.int().nonnegative(),
  /** The hash of the whole file, in hexadecimal digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const Manifest = z.object({
  format: z.int().positive(),
  /** The schema of the database, see `database/schema-version.ts`. */
  schema: z.int().nonnegative(),
  takenAt: z.iso.datetime(),
  collections: z.array(Collection),
});

/** What a backup holds: a file of each collection, a document a line, as they all stood at one instant. */
export type Manifest = z.infer<typeof Manifest>;

/** One collection of a backup. */
export type BackedUpCollection = z.infer<typeof Collection>;

/** Tells why a folder is no backup, or cannot be one, in one sentence that says what to do. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

/** The file of a collection in a backup's folder. */
export function fileOf(collection: string): string {
  return `${collection}.ndjson`;
}

/**
 * Reads a manifest's text.
 *
 * @throws {BackupError} when it is none, or of a later version than this one.
 */
export function parseManifest(text: string, { dir, schema }: { dir: string; schema: number }): Manifest {
  const found = Manifest.safeParse(jsonOf(text));
  if (!found.success) throw new BackupError(`${dir} holds no backup: its ${MANIFEST_FILE} can't be read.`);
  if (found.data.format > BACKUP_FORMAT || found.data.schema > schema) {
    throw new BackupError(
      `The backup in ${dir} is from a later version of Paceline: update Paceline, then restore it.`,
    );
  }
  return found.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
