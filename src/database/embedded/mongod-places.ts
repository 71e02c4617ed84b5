import { homedir } from "node:os";
import { join } from "node:path";
import type { Environment } from "./command";

/** The places to look for `mongod`, and how to report on it. */
export interface MongodOptions {
  /** Named by hand (the variable MONGOD_BINARY): used, or refused, but never passed over. */
  readonly mongodPath?: string;
  /** The folders of programs, as in PATH. */
  readonly path?: string;
  /** The cache of a fetched one. */
  readonly cacheDir: string;
  readonly env?: Environment;
  say(line: string): void;
}

/** Fetches a mongod; `null` when this way is not open here. */
export type Fetch = (options: MongodOptions) => Promise<string | null>;

/** Our folder in the user's cache. */
export function cacheFolder(env: Environment): string {
  return join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), ".cache"), "paceline");
}

/** The path of a fetched mongod. */
export function cachedMongod(cacheDir: string): string {
  return join(cacheDir, process.platform === "win32" ? "mongod.exe" : "mongod");
}
