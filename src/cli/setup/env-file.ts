import { chmodSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { ConfigError } from "../../config/config";
import { type Values, valuesOf, withValues } from "./env-text";

/** Names the file that keeps variables, in the folder that Paceline is started in. */
export const ENV_FILE = ".env";

/** Reads the text of a `.env` file; empty where there is none. @throws {ConfigError} where it cannot be read. */
export function readEnvFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "no reason";
    if (code === "ENOENT") return "";
    throw new ConfigError([`${path} can't be read (${String(code)})`]);
  }
}

/**
 * Adds to an environment what the `.env` file of the folder sets and the environment does not.
 *
 * @throws {ConfigError} where there is a file that cannot be read.
 */
export function withEnvFile(env: Values, path = ENV_FILE): Values {
  const set = Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== "");
  return { ...env, ...valuesOf(readEnvFile(path)), ...Object.fromEntries(set) };
}

/** Writes values into a `.env` file, whole or not at all, for its owner's eyes only. */
export function saveEnvFile(path: string, values: Values): void {
  const partial = `${path}.${process.pid}.tmp`;
  writeFileSync(partial, withValues(readEnvFile(path), values), { mode: 0o600 });
  // A file of that name that was left over keeps its own mode.
  chmodSync(partial, 0o600);
  renameSync(partial, path);
}
