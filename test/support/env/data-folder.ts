import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mongoClient } from "../../../src/database/client";
import { type EmbeddedMongo, type EmbeddedOptions, startEmbeddedMongo } from "../../../src/database/embedded/embedded";
import { ownFolder } from "../../../src/database/embedded/own-folder";
import { eventually } from "../wait";

/** A data folder of one test, and what runs on it; `clear` ends and removes all. */
export interface DataFolder {
  readonly dir: string;
  start(options?: Partial<EmbeddedOptions>): Promise<EmbeddedMongo>;
  /** Starts it in a process of its own, which can be killed. */
  startElsewhere(): Promise<ChildProcess>;
  /** Of the mongod that runs on it. */
  pid(): Promise<number>;
  clear(): Promise<void>;
}

/** Gives a test a data folder and clears it afterwards, so that such tests can wait side by side. */
export function inFolder(test: (data: DataFolder) => Promise<void>): () => Promise<void> {
  return async () => {
    const data = await dataFolder();
    try {
      await test(data);
    } finally {
      await data.clear();
    }
  };
}

async function dataFolder(): Promise<DataFolder> {
  const dir = await ownFolder(tmpdir(), "paceline-data-");
  const held: EmbeddedMongo[] = [];
  const children: ChildProcess[] = [];
  return {
    dir,
    async start(options = {}) {
      const mongo = await startEmbeddedMongo({ dir, env: process.env, say() {}, ...options });
      held.push(mongo);
      return mongo;
    },
    async startElsewhere() {
      const child = spawn(
        process.execPath,
        ["-r", join(__dirname, "typescript-hook.js"), join(__dirname, "mongo-user.ts"), dir],
        { stdio: ["ignore", "pipe", "inherit"] },
      );
      children.push(child);
      await once(child.stdout, "data");
      return child;
    },
    pid: async () => JSON.parse(await readFile(join(dir, "server.json"), "utf8")).pid,
    async clear() {
      for (const child of children) child.kill("SIGKILL");
      await Promise.all(held.map((mongo) => mongo.stop()));
      await rm(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 300 });
    },
  };
}

/** Adds a document to a collection of its own, acknowledged by the majority. */
export async function put(uri: string, note: string): Promise<void> {
  const client = mongoClient(uri);
  await client.db("kept").collection("notes").insertOne({ note });
  await client.close();
}

/** The notes that were put, oldest first. */
export async function notes(uri: string): Promise<readonly string[]> {
  const client = mongoClient(uri);
  const found = await client.db("kept").collection("notes").find().sort({ _id: 1 }).toArray();
  await client.close();
  return found.map(({ note }) => note);
}

/** Whether a process ends within ten seconds. */
export function ends(pid: number): Promise<boolean> {
  return eventually(() => !isRunning(pid), 10_000).catch(() => false);
}

export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
