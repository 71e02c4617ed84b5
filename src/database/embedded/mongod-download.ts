import { readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { output } from "./command";
import { cachedMongod, type MongodOptions } from "./mongod-places";
import { ownFolder } from "./own-folder";

const LIBRARY = "mongodb-memory-server-core";

/** Without a first byte for this long the network is taken to be closed. */
const FIRST_BYTE_MS = 10_000;
const SILENCE_MS = 30_000;
const POLL_MS = 1_000;
const WHOLE_MS = 20 * 60_000;

/**
 * Runs in a process of its own, which can be ended at any moment: the library retries for as long as it likes, and
 * prints. It finds by itself which build fits this machine.
 */
const SCRIPT = `
const { MongoBinary } = require(process.argv[1]);
MongoBinary.getPath({ downloadDir: process.argv[2] }).then(
  (path) => console.log("\\npath:" + path),
  () => process.exit(1),
);
`;

/**
 * Downloads MongoDB's own build for this machine; `null` when it cannot be had.
 *
 * @param library the path of the library that downloads it, an optional package that production goes without.
 */
export async function downloadMongod(
  { cacheDir, env, say }: MongodOptions,
  library = installedLibrary(),
): Promise<string | null> {
  if (library === null) {
    say(
      `${LIBRARY} is not installed here, so MongoDB is not fetched from its maker: set MONGODB_URI or MONGOD_BINARY.`,
    );
    return null;
  }
  say("Fetching MongoDB from its maker, once …");
  const folder = await ownFolder(cacheDir, "download-");
  const abort = new AbortController();
  const watch = watchBytes(folder, say, () => abort.abort());
  try {
    const printed = await output(process.execPath, ["-e", SCRIPT, library, folder], {
      // The library does not check the maker's certificate unless it is told to.
      env: { ...env, npm_config_strict_ssl: "true" },
      timeoutMs: WHOLE_MS,
      signal: abort.signal,
    });
    return await cached(/^path:(.+)$/m.exec(printed ?? "")?.[1] ?? null, folder, cacheDir);
  } finally {
    clearInterval(watch);
    await rm(folder, { recursive: true, force: true });
  }
}

function installedLibrary(): string | null {
  try {
    return require.resolve(LIBRARY);
  } catch {
    return null;
  }
}

/** Moves a mongod out of our temporary folder into the cache; the library may also have found one of its own elsewhere. */
async function cached(mongod: string | null, folder: string, cacheDir: string): Promise<string | null> {
  if (mongod === null || !mongod.startsWith(folder)) return mongod;
  await rename(mongod, cachedMongod(cacheDir));
  return cachedMongod(cacheDir);
}

/** Says how much has come, and gives up when nothing comes any more. */
function watchBytes(folder: string, say: (line: string) => void, giveUp: () => void): NodeJS.Timeout {
  let bytes = 0;
  let silentMs = 0;
  let saidMb = 0;
  return setInterval(async () => {
    const now = await sizeOf(folder);
    silentMs = now > bytes ? 0 : silentMs + POLL_MS;
    bytes = now;
    if (silentMs >= (bytes === 0 ? FIRST_BYTE_MS : SILENCE_MS)) giveUp();
    const mb = Math.floor(bytes / 1_000_000);
    if (mb < saidMb + 20) return;
    saidMb = mb;
    say(`Fetching MongoDB: ${mb} MB …`);
  }, POLL_MS);
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  // The library's own lock file is no news from the network.
  const arriving = names.filter((name) => !name.endsWith(".lock"));
  const sizes = arriving.map(async (name) => (await stat(join(folder, name)).catch(() => null))?.size ?? 0);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
