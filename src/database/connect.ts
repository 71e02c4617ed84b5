import { type Db, type Document, type MongoClient, MongoServerError, MongoServerSelectionError } from "mongodb";
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
  /** How long to wait for a primary while a member answers and none is; half a minute when left out. */
  readonly electionMs?: number;
}

const ELECTION_MS = 30_000;

/** 18 of a server of one's own, 8000 of a hosted one. */
const LOGIN_REFUSED: readonly unknown[] = [18, 8000];

/**
 * Connects to a replica set of MongoDB 6.0 or later.
 *
 * @throws {DatabaseError} if there is none, with what to do about it.
 */
export async function connectDatabase({
  uri,
  name,
  log,
  patienceMs,
  electionMs = ELECTION_MS,
}: DatabaseOptions): Promise<Database> {
  const fault = addressFault(uri);
  if (fault !== null) throw new DatabaseError(fault);
  const client = clientFor(uri, patienceMs);
  try {
    const version = await checkedServer(client, { server: shownAddress(uri), log, electionMs });
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

interface ServerCheck extends Pick<DatabaseOptions, "log"> {
  /** The address, without its login. */
  readonly server: string;
  readonly electionMs: number;
}

async function checkedServer(client: MongoClient, { server, ...check }: ServerCheck): Promise<string> {
  const { hello, build } = await introduction(client, { server, ...check });
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

async function introduction(
  client: MongoClient,
  { server, log, electionMs }: ServerCheck,
): Promise<{ hello: Document; build: Document }> {
  try {
    await connect(client, { server, log, electionMs });
    const admin = client.db("admin");
    return { hello: await admin.command({ hello: 1 }), build: await admin.command({ buildInfo: 1 }) };
  } catch (cause) {
    if (cause instanceof MongoServerError && LOGIN_REFUSED.includes(cause.code)) {
      throw new DatabaseError(`MongoDB at ${server} refuses the login: correct user and password in MONGODB_URI.`, {
        cause,
      });
    }
    if (isWithoutPrimary(cause)) {
      const lookAt = "look at rs.status() for a member that is away";
      throw new DatabaseError(`MongoDB at ${server} elected no primary within ${electionMs / 1_000} s: ${lookAt}.`, {
        cause,
      });
    }
    throw new DatabaseError(
      `MongoDB at ${server} does not answer as a primary within ${client.options.serverSelectionTimeoutMS / 1000} s: start it, or correct MONGODB_URI.`,
      { cause },
    );
  }
}

/** Connects, and goes on trying for a while where a member of the set answers: a primary is being elected. */
async function connect(client: MongoClient, { server, log, electionMs }: ServerCheck): Promise<void> {
  const tries = Math.ceil(electionMs / client.options.serverSelectionTimeoutMS);
  for (let left = tries; ; left -= 1) {
    try {
      await client.connect();
      return;
    } catch (error) {
      if (left <= 1 || !isWithoutPrimary(error)) throw error;
      if (left === tries)
        log.warn({ server }, `MongoDB has no primary: waiting up to ${electionMs / 1_000} s for its election`);
    }
  }
}

function isWithoutPrimary(error: unknown): boolean {
  if (!(error instanceof MongoServerSelectionError)) return false;
  return [...(error.reason?.servers.values() ?? [])].some(({ type }) => type !== "Unknown");
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
