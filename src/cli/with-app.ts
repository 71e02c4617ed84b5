import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { type Paceline, paceline } from "../app";
import { type Config, parseEnv, secretsOf } from "../config/config";
import type { Database } from "../database/connect";
import { type Log, logger } from "../log";
import { openStorage } from "../storage";
import type { Terminal } from "./sync-command";

/** What a command has that only reads and writes the database. */
export interface Storage {
  readonly config: Config;
  readonly log: Log;
  readonly database: Database;
  /** The host and process. */
  readonly owner: string;
}

/** The variables that a command goes by, and what it prints to. */
export interface CommandDeps {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: Pick<Terminal, "err">;
}

/** Opens the database for a command, and closes it after its work. */
export async function withStorage(
  { env, terminal }: CommandDeps,
  work: (storage: Storage) => Promise<number>,
): Promise<number> {
  const config = parseEnv(env, "command");
  const log = logger(
    { level: config.LOG_LEVEL === "info" ? "warn" : config.LOG_LEVEL, secrets: secretsOf(config) },
    process.stderr,
  );
  const database = await openStorage(config, { env, log, say: terminal.err });
  try {
    return await work({ config, log, database, owner: `${hostname()}:${process.pid}` });
  } finally {
    await database.close();
  }
}

/** Assembles Paceline for a command, and ends it after its work. */
export function withApp(
  deps: CommandDeps,
  work: (app: Paceline, storage: Storage) => Promise<number>,
): Promise<number> {
  return withStorage(deps, async (storage) => {
    const app = await paceline({ ...storage, now: () => new Date(), clock: Date.now, newId: randomUUID });
    const exitCode = await work(app, storage);
    await app.imports.idle();
    return exitCode;
  });
}
