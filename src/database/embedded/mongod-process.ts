import { createServer } from "node:net";
import { type Hold, hold, type Refusal, startKeeper } from "./keeper";
import { SET_NAME } from "./replica-set";

/** Long enough to repair a large folder after a power cut. */
const START_MS = 120_000;

/** A mongod that was started here, and is held. */
export interface StartedMongod extends Hold {
  readonly keeper: number;
}

/** Starts mongod on a free port over this data, and holds it. */
export async function startMongod(
  mongod: string,
  { dbPath, keyFile }: { readonly dbPath: string; readonly keyFile: string | undefined },
): Promise<StartedMongod | Refusal> {
  const port = await freePort();
  const keeper = await startKeeper({ mongod, dbPath, port, args: mongodArguments(dbPath, { port, keyFile }) });
  const held = await hold(keeper, START_MS);
  if (held === null) return { failed: "it did not come up in time" };
  return "failed" in held ? held : { ...held, keeper };
}

/** Small on disk and in memory, reachable from this machine only, and with a key file by whoever may read that. */
function mongodArguments(
  dbPath: string,
  { port, keyFile }: { readonly port: number; readonly keyFile: string | undefined },
): readonly string[] {
  return [
    ...["--dbpath", dbPath, "--port", String(port), "--bind_ip", "127.0.0.1", "--nounixsocket"],
    ...(keyFile === undefined ? [] : ["--keyFile", keyFile]),
    ...["--replSet", SET_NAME, "--oplogSize", "128"],
    // By default it takes half of the machine's memory.
    ...["--wiredTigerCacheSizeGB", "0.25"],
    // By default an empty folder takes 300 MB.
    ...["--wiredTigerEngineConfigString", "log=(prealloc=false,file_max=10MB)"],
    ...["--setParameter", "diagnosticDataCollectionEnabled=false", "--quiet"],
  ];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject(address)));
    });
  });
}
