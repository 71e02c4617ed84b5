import type { Db } from "mongodb";

/** The status of the server, as far as it says. */
export interface DatabaseStatus {
  readonly version: string;
  /** `null` behind a router of shards. */
  readonly replicaSet: string | null;
  /** How many of its members hold data; 1 is no safety against the loss of a machine. */
  readonly members: number;
  /** What a write waits for: "majority", or a number of members. */
  readonly writeConcern: string;
}

/** Asks the server of an open connection. */
export async function databaseStatus(db: Db): Promise<DatabaseStatus> {
  const [hello, build] = await Promise.all([db.command({ hello: 1 }), db.command({ buildInfo: 1 })]);
  const { hosts, setName } = hello;
  return {
    version: String(build.version),
    replicaSet: typeof setName === "string" ? setName : null,
    members: Array.isArray(hosts) ? hosts.length : 1,
    writeConcern: String(db.writeConcern?.w ?? "the server's default"),
  };
}

/** Asks how many bytes of the server's disk are free; `null` where it does not tell. */
export async function freeDiskBytes(db: Db): Promise<number | null> {
  const { fsUsedSize: used, fsTotalSize: total } = await db.command({ dbStats: 1 });
  return typeof used === "number" && typeof total === "number" && total > 0 ? total - used : null;
}

/** The oldest server whose features we may use. */
const OLDEST_MAJOR = 6;

/**
 * The version in what `mongod --version` prints, or in a bare version.
 *
 * @example
 * serverVersion("db version v6.0.5\nBuild Info: …"); // => "6.0.5"
 */
export function serverVersion(text: string): string | null {
  return /(?:^|db version )v?(\d+\.\d+\.\d+)/m.exec(text)?.[1] ?? null;
}

/** Whether a server of this version is too old, or its version is unknown. */
export function isTooOld(version: string | null): boolean {
  return !(Number(version?.split(".")[0]) >= OLDEST_MAJOR);
}
