import { statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { startEmbeddedMongo } from "../../../src/database/embedded/embedded";
import { ownFolder } from "../../../src/database/embedded/own-folder";
import { LOGS_VARIABLE } from "./logs/recorded-logs";
import { acknowledgeBeforeJournal } from "./quick-majority";
import { forTeardown } from "./test-server";

/** Linux's folder in memory, and what must be free there: the suite's databases and browsers take about one of it. */
const MEMORY = { folder: "/dev/shm", freeBytes: 6 * 1024 ** 3 } as const;

/** One real MongoDB for the whole run; MONGODB_TEST_URI names another. */
export default async function globalSetup(): Promise<void> {
  // All that a run keeps is thrown away at its end, so that nothing need wait for a disk. Workers inherit this.
  if (process.env.TMPDIR === undefined && (await hasRoom())) process.env.TMPDIR = MEMORY.folder;
  const logs = await ownFolder(tmpdir(), "paceline-logs-");
  process.env[LOGS_VARIABLE] = logs;
  const given = process.env.MONGODB_TEST_URI ?? process.env.PACELINE_TEST_MONGODB_URI;
  const own = given === undefined ? await ownServer() : null;
  process.env.PACELINE_TEST_MONGODB_URI = given ?? own?.mongo.uri;
  forTeardown({ own, logs });
}

async function ownServer() {
  const dir = await ownFolder(tmpdir(), "paceline-test-");
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const mongo = await startEmbeddedMongo({ dir, env: process.env, say, login: false });
  await acknowledgeBeforeJournal(mongo.uri);
  return { dir, mongo };
}

async function hasRoom(): Promise<boolean> {
  const { bavail, bsize } = await statfs(MEMORY.folder).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > MEMORY.freeBytes;
}
