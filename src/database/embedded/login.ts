import { randomBytes } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Db, MongoClientOptions } from "mongodb";
import { MongoServerError } from "mongodb";

/** The user that Paceline connects as. */
const USER = "paceline";
const ALREADY_THERE = 51_003;

/** What lets into the server of one data folder: the key file that mongod is given, and its content. */
export interface FolderKey {
  readonly file: string;
  /** Hexadecimal digits. */
  readonly key: string;
}

/** Reads the key of a data folder, or makes one, which nobody else on this machine may read. */
export async function folderKey(dir: string): Promise<FolderKey> {
  const file = join(dir, "key");
  const key = randomBytes(32).toString("hex");
  const draft = `${file}.${key.slice(0, 8)}`;
  await writeFile(draft, key, { mode: 0o600 });
  // Linked into place, so that no reader sees half of it; of those that begin at once all but one find it there.
  await link(draft, file).catch(() => undefined);
  await rm(draft);
  return { file, key: (await readFile(file, "utf8")).trim() };
}

/** How a member of the set signs in, which works before there is any user. */
export function memberLogin({ key }: FolderKey): MongoClientOptions {
  return { auth: { username: "__system", password: key }, authSource: "local", authMechanism: "SCRAM-SHA-256" };
}

/** Makes the user that Paceline connects as, or gives it this folder's password, which a copied folder may lack. */
export async function makeUser(admin: Db, { key }: FolderKey): Promise<void> {
  try {
    await admin.command({ createUser: USER, pwd: key, roles: ["root"] });
  } catch (error) {
    if (!(error instanceof MongoServerError && error.code === ALREADY_THERE)) throw error;
    await admin.command({ updateUser: USER, pwd: key });
  }
}

/** The user and password of an address, as it begins, and the option that says where the user is known. */
export function addressLogin(key: FolderKey | null): { readonly before: string; readonly option: string } {
  return key === null ? { before: "", option: "" } : { before: `${USER}:${key.key}@`, option: "&authSource=admin" };
}
