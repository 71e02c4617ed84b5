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
