import { type Db, type Document, type MongoClient, MongoServerError } from "mongodb";
import type { Log } from "../log";
import { addressFault, shownAddress } from "./address";
import { DatabaseError, mongoClient, SELECTION_MS } from "./client";
import { isTooOld, serverVersion } from "./server-status";

/** An open connection, and the one way to end it. */
export interface Database {
  readonly client: MongoClient;
  readonly db: Db;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly uri: string;
  /** The name of the database in it. */
  readonly name: string;
  readonly log: Pick<Log, "info" | "warn">;
  /** How long to wait for a server that can be written; five seconds when left out. */
  readonly patienceMs?: number;
}

/** 18 of a server of one's own, 8000 of a hosted one. */
const LOGIN_REFUSED: readonly unknown[] = [18, 8000];

/**
 * Connects to a replica set of MongoDB 6.0 or later.
 *
 * @throws {DatabaseError} if there is none, with what to do about it.
 */
export async function connectDatabase({ uri, name, log, patienceMs }: DatabaseOptions): Promise<Database> {
  const fault = addressFault(uri);
  if (fault !== null) throw new DatabaseError(fault);
  const client = clientFor(uri, patienceMs);
  try {
    const version = await checkedServer(client, shownAddress(uri));
    log.info({ server: shownAddress(uri), database: name, version }, "Connected to MongoDB");
  } catch (error) {
    await client.close();
    throw error;
  }
  reportPrimary(client, log);
  return { client, db: client.db(name), close: () => client.close() };
}

function clientFor(uri: string, patienceMs = SELECTION_MS): MongoClient {
  try {
    return mongoClient(uri, { serverSelectionTimeoutMS: patienceMs });
  } catch {
    // The driver's own error can hold the address with its password, so it goes no further.
    throw new DatabaseError("MONGODB_URI cannot be read: write it as mongodb://host:27017/?replicaSet=rs0.");
  }
}

async function checkedServer(client: MongoClient, server: string): Promise<string> {
  const { hello, build } = await introduction(client, server);
  const version = serverVersion(String(build.version));
  if (version === null || isTooOld(version)) {
    throw new DatabaseError(
      `MongoDB at ${server} is version ${version ?? "unknown"}: upgrade it to 6.0 or later, or name another in MONGODB_URI.`,
    );
  }
  if (hello.setName === undefined && hello.msg !== "isdbgrid") {
    throw new DatabaseError(
      `MongoDB at ${server} is a standalone server: start it with --replSet rs0 and run rs.initiate() once, one member is enough.`,
    );
  }
  return version;
}

async function introduction(client: MongoClient, server: string): Promise<{ hello: Document; build: Document }> {
  try {
    await client.connect();
    const admin = client.db("admin");
    return { hello: await admin.command({ hello: 1 }), build: await admin.command({ buildInfo: 1 }) };
  } catch (cause) {
    if (cause instanceof MongoServerError && LOGIN_REFUSED.includes(cause.code)) {
      throw new DatabaseError(`MongoDB at ${server} refuses the login: correct user and password in MONGODB_URI.`, {
        cause,
      });
    }
    throw new DatabaseError(
      `MongoDB at ${server} does not answer as a primary within ${client.options.serverSelectionTimeoutMS / 1000} s: start it, or correct MONGODB_URI.`,
      { cause },
    );
  }
}

/** Says once when writes have nowhere to go, and once when they have again. */
function reportPrimary(client: MongoClient, log: Pick<Log, "info" | "warn">): void {
  let writable = true;
  client.on("topologyDescriptionChanged", ({ newDescription }) => {
    const now = [...newDescription.servers.values()].some(({ type }) => type === "RSPrimary" || type === "Mongos");
    if (now === writable) return;
    writable = now;
    if (now) log.info({}, "MongoDB can be written again");
    else log.warn({}, "MongoDB has no primary: writes wait");
  });
}
