import { randomBytes } from "node:crypto";
import type { Db, MongoClient, Timestamp } from "mongodb";
import { connectDatabase, type Database } from "../../../src/database/connect";
import { ensureIndexes } from "../../../src/database/indexes";
import { countWrites, lastWrite } from "./oplog";

/** A database of one test file: its own, with all indexes, empty before each test. */
export interface TestDatabase {
  readonly database: Database;
  readonly db: Db;
  readonly client: MongoClient;
  readonly uri: string;
  readonly name: string;
  /** A place in the server's log of writes. */
  oplogMark(): Promise<Timestamp>;
  /** How many documents of these collections were written after a mark: an update that changes nothing is none. */
  oplogWrites(collections: readonly string[], since: Timestamp): Promise<number>;
}

/** Call it where `describe` is called; its getters work inside hooks and tests. */
export function testDatabase(): TestDatabase {
  const name = `paceline_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  let opened: Database | undefined;

  beforeAll(async () => {
    opened = await connectDatabase({ uri: testUri(), name, log: { info() {}, warn() {} } });
    // What a test dates long ago is not to expire while it runs.
    await ensureIndexes(opened.db, 20_000);
  });
  beforeEach(async () => {
    const collections = (await opened?.db.collections()) ?? [];
    await Promise.all(collections.map((collection) => collection.deleteMany({})));
  });
  afterAll(async () => {
    await opened?.db.dropDatabase();
    await opened?.close();
  });

  const database = () => {
    if (opened === undefined) throw new Error("The test database is open only inside hooks and tests");
    return opened;
  };
  return {
    get database() {
      return database();
    },
    get db() {
      return database().db;
    },
    get client() {
      return database().client;
    },
    get uri() {
      return testUri();
    },
    name,
    oplogMark: () => lastWrite(database().client),
    oplogWrites: (collections, since) => countWrites(database().db, collections, since),
  };
}

/** The one server of this run. */
export function testUri(): string {
  const uri = process.env.PACELINE_TEST_MONGODB_URI;
  if (uri === undefined) throw new Error("No test server: global-setup.ts starts it, so run the tests with `npx jest`");
  return uri;
}
