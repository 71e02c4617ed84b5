import { homedir } from "node:os";
import { join } from "node:path";
import type { Environment } from "./command";

/** Where to look for `mongod`, and how to say what is done about it. */
export interface MongodOptions {
  /** Named by hand (the variable MONGOD_BINARY): used, or refused, but never passed over. */
  readonly mongodPath?: string;
  /** The folders of programs, as in PATH. */
  readonly path?: string;
  /** Where a fetched one is kept for the next time. */
  readonly cacheDir: string;
  readonly env?: Environment;
  say(line: string): void;
}

/** Brings a mongod from afar; `null` when this way is closed here. */
export type Fetch = (options: MongodOptions) => Promise<string | null>;

/** Our folder in the user's cache. */
export function cacheFolder(env: Environment): string {
  return join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), ".cache"), "paceline");
}

/** Where a fetched mongod is kept. */
export function keptMongod(cacheDir: string): string {
  return join(cacheDir, process.platform === "win32" ? "mongod.exe" : "mongod");
}
