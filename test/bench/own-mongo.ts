import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import type { Db } from "mongodb";
import { mongoClient } from "../../src/database/client";
import { startEmbeddedMongo } from "../../src/database/embedded/embedded";
import { ownFolder } from "../../src/database/embedded/own-folder";
import { ensureIndexes } from "../../src/database/indexes";

/** A database as a measure has it: with all indexes, and nobody else's. */
export interface BenchDatabase {
  readonly db: Db;
  /** Where another process finds it. */
  readonly uri: string;
  /** Empty again, with all indexes. */
  emptied(): Promise<Db>;
}

/**
 * Works on a mongod of its own, started as Paceline starts its own, and leaves nothing of it behind; what a killed run left
 * is removed by the next.
 */
export async function withMongo<T>(work: (database: BenchDatabase) => Promise<T>): Promise<T> {
  const dir = await ownFolder(tmpdir(), "paceline-bench-");
  const mongo = await startEmbeddedMongo({ dir, say: (line) => console.error(line), env: process.env });
  const client = mongoClient(mongo.uri);
  const db = client.db("bench");
  const emptied = async () => {
    await db.dropDatabase();
    await ensureIndexes(db);
    return db;
  };
  try {
    await emptied();
    return await work({ db, uri: mongo.uri, emptied });
  } finally {
    await client.close();
    await mongo.stop();
    await rm(dir, { recursive: true, force: true });
  }
}
