import {
  chmodSync,
  chownSync,
  lstatSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { ConfigError } from "../../config/config";
import { type Values, valuesOf, withValues } from "./env-text";

/** Names the file that keeps variables, in the folder that Paceline is started in. */
export const ENV_FILE = ".env";

/** Reads the text of a `.env` file; `null` where there is none. @throws {ConfigError} where it cannot be read. */
export function readEnvFile(path: string): string | null {
  const read = readText(path);
  if (read.unreadable !== null) throw new ConfigError([`${read.unreadable}: mend that first`]);
  return read.text;
}

/**
 * Adds to an environment what the `.env` file of the folder sets and the environment does not. A file that may not be read, such as
 * one that whoever starts the process has read for it, counts as none: `warn` gets a sentence.
 */
export function withEnvFile(env: Values, { path = ENV_FILE, warn }: EnvFileOptions): Values {
  const read = readText(path);
  if (read.unreadable !== null) warn(`${read.unreadable}, so only the environment counts`);
  const set = Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== "");
  return { ...env, ...valuesOf(read.text ?? ""), ...Object.fromEntries(set) };
}

interface EnvFileOptions {
  readonly path?: string;
  readonly warn: (says: string) => void;
}

/**
 * Writes values into a `.env` file, whole or not at all. A new one is for its owner's eyes only; one that is there stays where it is,
 * behind a link too, with its owner, and with its group's access if others have none.
 *
 * @returns what is different from before and should be known; `null` for nothing.
 * @throws {ConfigError} where it cannot be written.
 */
export function saveEnvFile(path: string, values: Values): string | null {
  const text = textWith(path, values);
  const before = statSync(path, { throwIfNoEntry: false });
  const target = before === undefined ? path : realpathSync(path);
  const partial = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(partial, text, { mode: 0o600 });
    // A file of that name that was left over keeps its own mode.
    chmodSync(partial, 0o600);
    const isOwned = before === undefined || isGivenTo(partial, before);
    if (isOwned && before !== undefined && (before.mode & 0o007) === 0)
      chmodSync(partial, 0o600 | (before.mode & 0o040));
    renameSync(partial, target);
    return isOwned ? null : `${path} belongs to you now: before, it was ${before.uid}:${before.gid}'s.`;
  } catch (error) {
    rmSync(partial, { force: true });
    throw new ConfigError([`${path} can't be written (${codeOf(error)})`]);
  }
}

/** Says which file it is that cannot hold a value. */
function textWith(path: string, values: Values): string {
  const before = readEnvFile(path) ?? "";
  try {
    return withValues(before, values);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError(error.faults.map((fault) => `${path}: ${fault}`));
  }
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Gives a file to an owner and a group, and tells whether it is theirs: only root may give to another. */
function isGivenTo(path: string, { uid, gid }: Owner): boolean {
  try {
    const now = statSync(path);
    if (now.uid !== uid || now.gid !== gid) chownSync(path, uid, gid);
    return true;
  } catch {
    return false;
  }
}

/** Reads a text, `null` where there is no file or none that may be read. */
function readText(path: string): { readonly text: string | null; readonly unreadable: string | null } {
  try {
    return { text: readFileSync(path, "utf8"), unreadable: null };
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT") return { text: null, unreadable: lostTarget(path) };
    const unreadable = `${path} can't be read (${code})`;
    if (["EACCES", "EPERM", "EISDIR"].includes(code)) return { text: null, unreadable };
    throw new ConfigError([unreadable]);
  }
}

/** Says so where a path is a link to nothing, as to a disk that isn't mounted: a file in its place would hide what comes back. */
function lostTarget(path: string): string | null {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? `${path} is a link to ${readlinkSync(path)}, which isn't there` : null;
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "no reason";
}
