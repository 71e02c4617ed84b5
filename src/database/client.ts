import os from "node:os";
import { MongoClient, type MongoClientOptions } from "mongodb";

/** How long to look for a server that can take writes before saying that there is none. */
export const SELECTION_MS = 5_000;

const OPTIONS: MongoClientOptions = {
  serverSelectionTimeoutMS: SELECTION_MS,
  // Rolling up a million facts takes seconds on a busy machine, and a shorter limit would cut the
  // connection under a run that is doing well, so this is only for a server that went silent.
  socketTimeoutMS: 120_000,
  // Work that cannot get a connection for this long shall fail and be retried, not pile up.
  waitQueueTimeoutMS: 10_000,
  // A field that is undefined is a mistake of ours: it becomes null and is seen.
  ignoreUndefined: false,
  // What was acknowledged must outlive a change of the primary, whatever the address says.
  writeConcern: { w: "majority" },
  // The driver finds `os` by a dynamic import, which Jest's sandbox refuses: it is handed in.
  runtimeAdapters: { os },
};

/**
 * The one place where clients are made. It does not connect yet.
 *
 * @throws {MongoParseError} if the address is none.
 */
export function mongoClient(uri: string, options: MongoClientOptions = {}): MongoClient {
  return new MongoClient(uri, { ...OPTIONS, ...options });
}

/** Why the database cannot be used, in one sentence that says what to do. It shows no user, password or option of the address. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
}
