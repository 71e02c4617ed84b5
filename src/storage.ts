import { join } from "node:path";
import type { Config } from "./config/config";
import { connectDatabase, type Database } from "./database/connect";
import { connectedTo } from "./database/embedded/connected";
import { startEmbeddedMongo } from "./database/embedded/embedded";
import { ensureIndexes } from "./database/indexes";
import type { Log } from "./log";

/** Opens the database that the configuration names, or runs one of our own; `close` closes both. */
export async function openStorage(
  config: Config,
  { env, log, say }: { env: Readonly<Record<string, string | undefined>>; log: Log; say: (line: string) => void },
): Promise<Database> {
  const { MONGODB_URI, MONGODB_DATABASE: name, DATA_DIR, MONGOD_BINARY: mongodPath } = config;
  const indexed = (database: Database) => withIndexes(database, config.DATA_RETENTION_DAYS);
  if (MONGODB_URI !== undefined) return indexed(await connectDatabase({ uri: MONGODB_URI, name, log }));
  if (env.MONGODB_PASSWORD !== undefined && env.MONGODB_PASSWORD !== "") say(DOCKERS);
  const embedded = await startEmbeddedMongo({ dir: join(DATA_DIR, "mongodb"), say, env, mongodPath });
  return connectedTo(embedded, async (uri) => indexed(await connectDatabase({ uri, name, log })));
}

/** After a move to Docker a backup of what was left behind would look like one of what is used. */
const DOCKERS =
  "This is the database under DATA_DIR. MONGODB_PASSWORD is set, so Paceline may run in Docker with another: for that one use docker compose exec paceline node dist/cli/index.js …";

async function withIndexes(database: Database, retentionDays: number): Promise<Database> {
  try {
    await ensureIndexes(database.db, retentionDays);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
