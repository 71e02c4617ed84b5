import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { DatabaseError } from "../client";
import type { Environment } from "./command";
import { type Hold, hold } from "./keeper";
import { addressLogin, type FolderKey, folderKey } from "./login";
import { findMongod } from "./mongod-binary";
import { cacheFolder, type MongodOptions } from "./mongod-places";
import { startMongod } from "./mongod-process";
import { endOrphan } from "./orphan";
import { makePrivate } from "./own-folder";
import { becomePrimary, SET_NAME } from "./replica-set";
import { readServerFile, writeServerFile } from "./server-file";

/** The place of the data, and how to find mongod. */
export interface EmbeddedOptions {
  /** Holds `db`, the data, and `server.json`, what runs on it. */
  readonly dir: string;
  /** Tells the user what takes long. */
  say(line: string): void;
  /** Gives MONGOD_BINARY, PATH and the cache folder where they are not given below, and is handed to pip. */
  readonly env?: Environment;
  readonly mongodPath?: string;
  readonly path?: string;
  readonly cacheDir?: string;
  /** How often to try on data that another uses, half a second each; 20 when left out, enough for one that is just stopping. */
  readonly tries?: number;
  /** `false` lets in without a login whoever is on this machine: for tests, which open many connections. */
  readonly login?: false;
}

/** A MongoDB of our own, for as long as it is used. */
export interface EmbeddedMongo {
  readonly uri: string;
  /** Whether it ran already, for another process. */
  readonly joined: boolean;
  /**
   * Releases it. mongod stops with its last user, whoever started it: one that stops first, or is killed,
   * takes nothing away from one that still works. For the last this resolves when mongod has stopped.
   */
  stop(): Promise<void>;
}

/** A keeper that lives answers at once. */
const JOIN_MS = 800;
const RETRY_MS = 150;

/**
 * Starts a replica set of one over the data in a folder, or joins the one that runs there already.
 *
 * @throws {DatabaseError} if there is no mongod, or none that comes up.
 */
export async function startEmbeddedMongo(options: EmbeddedOptions): Promise<EmbeddedMongo> {
  const dir = resolve(options.dir);
  const dbPath = join(dir, "db");
  for (const folder of [dir, dbPath]) await makePrivate(folder);
  const key = options.login === false ? null : await folderKey(dir);
  let mongod: string | undefined;
  for (let attempt = 0; attempt < (options.tries ?? 20); attempt += 1) {
    const present = await running(dir, { dbPath, key });
    if (present !== null) return ready(present, { key, joined: true });
    mongod ??= await findMongod(places(options));
    const started = await startMongod(mongod, { dbPath, keyFile: key?.file });
    if (!("failed" in started)) {
      await writeServerFile(dir, started);
      return ready(started, { key, joined: false });
    }
    if (!passes(started.failed)) throw new DatabaseError(refusal(dbPath, started.failed));
    await wait(RETRY_MS);
  }
  throw new DatabaseError(`Another copy of Paceline is using this data folder (${dir}): stop it, or set DATA_DIR.`);
}

/** The server that runs on this data, held; `null` when none does. */
async function running(
  dir: string,
  { dbPath, key }: { readonly dbPath: string; readonly key: FolderKey | null },
): Promise<Hold | null> {
  const server = await readServerFile(dir);
  if (server === null) return null;
  const held = await hold(server.keeper, JOIN_MS);
  if (held !== null && !("failed" in held)) {
    if (held.dbPath === dbPath) return held;
    // Its port belongs to the keeper of another folder by now.
    await held.release();
    return null;
  }
  await endOrphan(server.port, { dbPath, key });
  return null;
}

/** Both who started it and who joined see to the primary, since either may be killed before it has. */
async function ready(
  held: Hold,
  { key, joined }: { readonly key: FolderKey | null; readonly joined: boolean },
): Promise<EmbeddedMongo> {
  try {
    await becomePrimary(held.port, key);
  } catch (error) {
    await held.release();
    throw error;
  }
  const { before, option } = addressLogin(key);
  const uri = `mongodb://${before}127.0.0.1:${held.port}/?replicaSet=${SET_NAME}${option}`;
  return { uri, joined, stop: () => held.release() };
}

function places({ say, env, mongodPath, path, cacheDir }: EmbeddedOptions): MongodOptions {
  return {
    say,
    env,
    mongodPath: mongodPath ?? env?.MONGOD_BINARY,
    path: path ?? env?.PATH,
    cacheDir: cacheDir ?? cacheFolder(env ?? {}),
  };
}

/** Whether the next try may go better: another is on this data, and is joined, or took our port. */
function passes(reason: string): boolean {
  return /DBPathInUse|Address already in use/.test(reason);
}

function refusal(dbPath: string, reason: string): string {
  const text = /"error":"([^"]+)"/.exec(reason)?.[1] ?? reason;
  return `MongoDB cannot start on ${dbPath}: mend what it says, or name another folder in DATA_DIR (${text.slice(0, 300)}).`;
}
