import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Db, MongoServerError } from "mongodb";
import { mongoClient } from "../../src/database/client";
import { findMongod } from "../../src/database/embedded/mongod-binary";
import { cacheFolder } from "../../src/database/embedded/mongod-places";
import { ownFolder } from "../../src/database/embedded/own-folder";
import { freePort } from "../support/env/free-port";
import { type TcpProxy, tcpProxy } from "../support/env/tcp-proxy";
import { eventually } from "../support/wait";

const NAME = "soak";
const MEMBERS = 3;
/** A third of what MongoDB takes by default, so that a soak of minutes sees several elections. */
const ELECTION_MS = 3_000;
const STARTED_MS = 180_000;

/** A replica set of three, each member behind a way that can be cut: for its clients and for the other two alike. */
export interface ReplicaSet {
  readonly uri: string;
  readonly db: Db;
  readonly ways: readonly TcpProxy[];
  /** Has the primary step down, so that another is elected. */
  stepDown(): Promise<void>;
  close(): Promise<void>;
}

export async function startReplicaSet(): Promise<ReplicaSet> {
  const dir = await ownFolder(tmpdir(), "paceline-soak-");
  const { env } = process;
  const mongod = await findMongod({
    say: (line) => console.error(line),
    env,
    mongodPath: env.MONGOD_BINARY,
    path: env.PATH,
    cacheDir: cacheFolder(env),
  });
  const members: ChildProcess[] = [];
  const ways: TcpProxy[] = [];
  const ports: number[] = [];
  for (let member = 0; member < MEMBERS; member += 1) {
    const { server, port } = await startMember(mongod, join(dir, String(member)));
    members.push(server);
    ways.push(await tcpProxy(port));
    ports.push(port);
  }
  await initiate(ports[0] ?? 0, ways);
  const uri = `mongodb://${ways.map(({ port }) => `127.0.0.1:${port}`).join(",")}/?replicaSet=${NAME}`;
  const client = mongoClient(uri);
  const admin = client.db("admin");
  const hasPrimary = async () => (await admin.command({ hello: 1 })).isWritablePrimary === true;
  await eventually(() => hasPrimary().catch(() => false), STARTED_MS);
  return {
    uri,
    db: client.db("soak"),
    ways,
    // It breaks its connections as it does so.
    stepDown: async () => void (await admin.command({ replSetStepDown: 5, force: true }).catch(() => {})),
    close: async () => {
      await client.close();
      for (const way of ways) await way.cut().catch(() => {});
      const ended = members.map((member) => once(member, "exit"));
      for (const member of members) member.kill("SIGKILL");
      await Promise.all(ended);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** On a busy machine somebody else may take the port that was free. */
const TRIES = 5;

async function startMember(
  mongod: string,
  path: string,
): Promise<{ readonly server: ChildProcess; readonly port: number }> {
  await mkdir(path);
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const port = await freePort();
    const server = spawn(mongod, serverArguments(path, port), { stdio: "ignore" });
    const isOver = () => server.exitCode !== null || server.signalCode !== null;
    const found = await eventually(async () => isOver() || (await pidAt(port)) === server.pid, STARTED_MS);
    if (found && !isOver()) return { server, port };
  }
  throw new Error(`mongod does not start in ${path}`);
}

/** The process of the MongoDB that listens there; `null` where none does. */
async function pidAt(port: number): Promise<number | null> {
  const client = mongoClient(`mongodb://127.0.0.1:${port}/`, {
    directConnection: true,
    serverSelectionTimeoutMS: 1_000,
  });
  try {
    return Number((await client.db("admin").command({ serverStatus: 1 })).pid);
  } catch {
    return null;
  } finally {
    await client.close();
  }
}

function serverArguments(path: string, port: number): readonly string[] {
  return [
    ...["--dbpath", path, "--port", String(port), "--bind_ip", "127.0.0.1", "--nounixsocket", "--replSet", NAME],
    ...["--oplogSize", "64", "--wiredTigerCacheSizeGB", "0.25"],
    ...["--setParameter", "diagnosticDataCollectionEnabled=false", "--quiet"],
  ];
}

/** The members know each other by their ways alone, as clients learn of them. */
async function initiate(port: number, ways: readonly TcpProxy[]): Promise<void> {
  const client = mongoClient(`mongodb://127.0.0.1:${port}/`, { directConnection: true });
  const members = ways.map((way, _id) => ({ _id, host: `127.0.0.1:${way.port}` }));
  const config = { _id: NAME, members, settings: { electionTimeoutMillis: ELECTION_MS } };
  try {
    // On a busy machine the set may be made, and only the answer be lost.
    const isMade = (error: unknown) => error instanceof MongoServerError && error.codeName === "AlreadyInitialized";
    await eventually(
      () =>
        client
          .db("admin")
          .command({ replSetInitiate: config })
          .then(() => true, isMade),
      STARTED_MS,
    );
  } finally {
    await client.close();
  }
}
